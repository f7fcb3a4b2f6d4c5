import type { Depiction, IdentityGateway, IdentityPicture, IdentityRequest } from '@bonafide/browser-core/identity';
import { createIdentitySession } from '@bonafide/browser-core/identity';
import { createSceneStream } from '@bonafide/testkit';
import { photographSpecimen, UTOPIAN } from '@bonafide/testkit/specimens';
import { expect } from 'chai';
import { defineIdVerification } from '../../src/id-verification/define-id-verification.ts';
import type { IdVerification } from '../../src/id-verification/id-verification.ts';
import { openPictureStream } from '../picture-stream.ts';
import { hearEverything } from './hear-everything.ts';
import { clearPage } from './mount.ts';

const ASSETS_URL = '/packages/browser-core/dist/assets/';
/** As small as the zone of a passport can still be read; every frame is analysed without a graphics card here. */
const FRAME = { width: 960, height: 540 };

interface FakeGateway extends IdentityGateway {
  readonly requests: IdentityRequest[];
  readonly received: Map<Depiction, IdentityPicture>;
  readonly calls: string[];
}

/** A gateway that wants a passport and a face, and passes them at the second poll. */
function createFakeGateway(): FakeGateway {
  const requests: IdentityRequest[] = [];
  const received = new Map<Depiction, IdentityPicture>();
  const calls: string[] = [];
  const note = (call: string): void => void calls.push(call);
  return {
    requests,
    received,
    calls,
    open: async () => ({
      documents: [{ documentType: 'passport', sides: ['front'], countries: null }],
      selfie: true,
      countryOfResidence: null,
      consent: null,
      eager: false,
    }),
    create: async (request) => {
      requests.push(request);
      return { processId: 'p', depictions: ['FRONT', 'SELFIE'], received: [] };
    },
    resume: () => Promise.reject(new Error('not asked for')),
    put: async (depiction, picture, onProgress) => {
      received.set(depiction, picture);
      onProgress(1);
    },
    submit: async () => note('submit'),
    poll: async () => {
      note('poll');
      const quota = { retryAfterMs: 10, attemptsLeft: null };
      const isOver = calls.filter((call) => call === 'poll').length > 1;
      return isOver
        ? { ...quota, state: 'done', status: 'passed', word: 'accepted' }
        : { ...quota, state: 'processing' };
    },
    cancel: async () => note('cancel'),
  };
}

/** Waits for a state, or for an end that makes it come never. */
function reached(element: IdVerification, state: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      if (element.state === state) resolve();
      else if (['error', 'cancelled', 'failed', 'unsupported', 'recapture'].includes(element.state)) {
        reject(new Error(`${element.state} instead of ${state}`));
      }
    };
    element.addEventListener('idv-state', check);
    check();
  });
}

async function sha256(image: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await image.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('with the real sessions of an identity check', () => {
  let camera: AbortController;

  beforeEach(() => {
    camera = new AbortController();
  });

  afterEach(() => {
    camera.abort();
    clearPage();
  });

  it('goes from consent to the result: a passport and a face, with a press for consent, review and end', async function () {
    this.timeout(180_000);
    const gateway = createFakeGateway();
    const passport = createSceneStream(await photographSpecimen({ kind: 'passport', holder: UTOPIAN }, FRAME), {
      ...FRAME,
      // A pixel's worth of a hand: the same frame again and again would be a still, and not a camera.
      motion: { sway: 0.001, turnDegrees: 0, breathe: 0 },
      framesPerSecond: 10,
      signal: camera.signal,
    }).stream;
    const face = await openPictureStream();
    defineIdVerification();
    const element = document.createElement('id-verification');
    const events = hearEverything(element, 'idv');
    const phases = (): readonly unknown[] =>
      events
        .filter(({ type }) => type === 'idv-state')
        .map((event) => (event as CustomEvent<{ to: string }>).detail.to);
    element.createSession = createIdentitySession;
    element.createGateway = () => gateway;
    element.assetsUrl = ASSETS_URL;
    element.resume = 'off';
    element.resultScreen = true;
    element.country = 'UTO';
    element.videoSource = passport;
    element.configureStep = (step) => {
      if (step.localName === 'selfie-liveness') step.videoSource = face;
    };
    const press = async (action: string): Promise<void> => {
      await element.updateComplete;
      const button = element.renderRoot.querySelector<HTMLElement>(`.panel [data-action=${action}]`);
      if (button === null) throw new Error(`no ${action} in ${element.state}`);
      button.click();
    };
    document.body.append(element);
    await reached(element, 'consent');
    await press('accept');
    await reached(element, 'reviewing');
    await element.updateComplete;
    const shown = element.renderRoot.querySelector<HTMLImageElement>('.picture img');
    await shown?.decode();
    expect(shown?.naturalWidth).to.be.greaterThan(500);
    await press('keep');
    await reached(element, 'passed');
    await press('close');
    expect(events.at(-1)?.type).to.equal('idv-close');
    expect(phases()).to.deep.equal([
      'checking',
      'consent',
      'capturing-front',
      'reviewing',
      'capturing-selfie',
      'submitting',
      'processing',
      'passed',
    ]);
    expect(gateway.requests).to.have.length(1);
    expect(gateway.requests[0]).to.include({ documentType: 'passport', country: 'UTO' });
    expect(gateway.requests[0]?.consent?.granted).to.equal(true);
    expect(gateway.calls).to.deep.equal(['submit', 'poll', 'poll']);
    const { FRONT, SELFIE } = Object.fromEntries(gateway.received);
    if (FRONT === undefined || SELFIE === undefined) throw new Error('a picture is missing');
    for (const { image, digest } of [FRONT, SELFIE]) {
      expect(image.type).to.equal('image/jpeg');
      expect(digest).to.equal(await sha256(image));
    }
    expect(FRONT.evidence['capture']).to.include({ origin: 'auto' });
    expect(FRONT.evidence['read']).to.deep.include({ mrz: { format: 'TD3', valid: true } });
    const { capture } = SELFIE.evidence['bonafide'] as { capture?: object };
    expect(capture).to.include({ trigger: 'auto', digest: SELFIE.digest });
    // What was read was read, and stays here.
    expect(JSON.stringify([FRONT.evidence, SELFIE.evidence, events])).not.to.match(
      new RegExp(`${UTOPIAN.lastName}|${UTOPIAN.documentNumber}`, 'i'),
    );
    // The page's own streams are not ours to end.
    for (const stream of [passport, face]) expect(stream.getVideoTracks()[0]?.readyState).to.equal('live');
  });
});
