import type { CaptureResult, LivenessGateway, SessionPorts, SubmissionStatus } from '@bonafide/browser-core';
import { expect } from 'chai';
import { createLivenessSession } from '@bonafide/browser-core/session';
import { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { openPictureStream } from '../picture-stream.ts';
import { clearPage, mount, type Mounted } from './mount.ts';

const ASSETS_URL = '/packages/browser-core/dist/assets/';

/** A gateway that takes every picture and passes it at the second poll; `refuse` makes it ask for another one first. */
function createFakeGateway(refuse = 0): LivenessGateway & { readonly uploads: Blob[] } {
  const uploads: Blob[] = [];
  let polls = 0;
  const answer = (): SubmissionStatus => {
    polls += 1;
    const done = polls % 2 === 0;
    const refused = done && uploads.length <= refuse;
    return {
      submissionId: 's',
      status: refused ? 'ERROR' : done ? 'COMPLETED' : 'IN_PROGRESS',
      approved: done && !refused,
      pictureRefused: refused,
      nextAction: refused ? 'RETRY' : done ? 'EXIT' : 'STATUS',
      attemptsLeft: 3 - uploads.length,
      retryAfterMs: null,
    };
  };
  return {
    uploads,
    requestUpload: async () => ({ submissionId: 's', url: '/nowhere', expiresInMs: 60_000 }),
    upload: async (_target, image, onProgress) => {
      onProgress(0.5);
      uploads.push(image);
      onProgress(1);
    },
    confirm: async () => undefined,
    status: async () => answer(),
  };
}

function reached(element: SelfieLiveness, ...states: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (states.includes(element.state)) resolve();
    };
    element.addEventListener('liveness-state', check);
    check();
  });
}

async function mountReal(ports: Partial<SessionPorts>, stream: MediaStream): Promise<Mounted> {
  return mount((each) => {
    each.createSession = createLivenessSession;
    each.assetsUrl = ASSETS_URL;
    each.videoSource = stream;
    each.resultScreen = true;
    each.ports = { store: null, ...ports };
  });
}

const PICTURE: CaptureResult = {
  image: new Blob(['picture'], { type: 'image/jpeg' }),
  width: 640,
  height: 480,
  digest: 'd'.repeat(64),
  quality: {
    score: 0.9,
    sharpness: 200,
    faceWidthRatio: 0.5,
    luminanceMean0to255: 120,
    yawDegrees: 0,
    pitchDegrees: 0,
    rollDegrees: 0,
  },
  liveness: {
    score: 0.8,
    decision: 'live',
    reasons: [],
    injectionSuspicion: 0,
    frameCount: 12,
    durationMs: 900,
    modelVersion: null,
    fusionVersion: '1',
  },
  trigger: 'auto',
  timestampMs: 0,
  frames: [],
};

/** No model and no waiting: the photo is there as soon as it is asked for. */
const SHORT_WAY: Partial<SessionPorts> = {
  openVision: async () => ({
    backend: 'cpu',
    analyse: () => Promise.reject(new Error('not used')),
    reset: () => undefined,
    close: () => undefined,
  }),
  startCapture: ({ onProgress }) => {
    onProgress({ guidance: 'hold-still', stableProgress: 0.5 });
    return {
      result: new Promise((resolve) => setTimeout(() => resolve(PICTURE), 50)),
      shoot: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
    };
  },
};

describe('ahead of time', () => {
  it('says what this browser can do', async () => {
    const { tests, supported, blockers } = await SelfieLiveness.checkSupport();
    expect(tests['secure-context']).to.equal(true);
    expect(supported).to.equal(blockers.length === 0);
  });

  it('loads what a check needs, and says so when it cannot', async () => {
    await SelfieLiveness.preload({ assetsUrl: ASSETS_URL });
    const failure = await SelfieLiveness.preload({ assetsUrl: '/nowhere/' }).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
    expect(failure).to.equal('asset-load-failed');
  });
});

describe('with the real session', () => {
  afterEach(clearPage);

  it('goes from consent to the end, over fake ports, with a retry that works', async () => {
    const gateway = createFakeGateway(1);
    const stream = await openPictureStream();
    const { element, find, events } = await mountReal(
      {
        ...SHORT_WAY,
        createGateway: () => gateway,
      },
      stream,
    );
    await reached(element, 'consent');
    await element.updateComplete;
    find('[data-action=accept]').click();
    await reached(element, 'failed', 'error');
    await element.updateComplete;
    find('[data-action=retry]').click();
    await reached(element, 'passed');
    expect(gateway.uploads).to.have.length(2);
    expect(element.result?.status).to.equal('COMPLETED');
    expect(events.filter(({ type }) => type === 'liveness-complete')).to.have.length(1);
    // The page's own stream is not ours to end.
    expect(stream.getVideoTracks()[0]?.readyState).to.equal('live');
  });

  it('sends nothing when the page vetoes the photo', async () => {
    const gateway = createFakeGateway();
    const { element, find } = await mountReal(
      { ...SHORT_WAY, createGateway: () => gateway },
      await openPictureStream(),
    );
    element.addEventListener('liveness-capture', (event) => event.preventDefault());
    await reached(element, 'consent');
    await element.updateComplete;
    find('[data-action=accept]').click();
    await reached(element, 'cancelled');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(gateway.uploads).to.deep.equal([]);
    expect(element.state).to.equal('cancelled');
  });

  it('sees a real face: real camera port, real vision, real capture', async function () {
    this.timeout(120_000);
    const gateway = createFakeGateway();
    const { element, find, events } = await mountReal({ createGateway: () => gateway }, await openPictureStream());
    await reached(element, 'consent', 'unsupported', 'error');
    await element.updateComplete;
    find('[data-action=accept]').click();
    await reached(element, 'aligning', 'holding', 'error');
    await element.updateComplete;
    const video = find('video') as HTMLVideoElement;
    expect(video.srcObject).to.be.instanceOf(MediaStream);
    await reached(element, 'passed', 'failed', 'error');
    expect(element.state, JSON.stringify(events.at(-1))).to.equal('passed');
    expect(gateway.uploads[0]?.type).to.equal('image/jpeg');
    expect(gateway.uploads[0]?.size).to.be.greaterThan(5000);
    expect(element.metrics.framesAnalysed).to.be.greaterThan(3);
  });
});
