import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import type { ManualClock } from '@bonafide/wire/testing/manual-clock.js';

import type { SupportReport } from '../../camera/camera.ts';
import type { CaptureResult } from '../../capture/capture-result.ts';
import type { Vision, VisionOptions } from '../../face/vision.ts';
import type { LivenessGateway, SubmissionMetadata, SubmissionStatus } from '../../gateway/liveness-gateway.ts';
import { createLivenessSession } from '../liveness-session.ts';
import type { LivenessSession } from '../liveness-session.ts';
import type { LivenessSessionOptions } from '../liveness-session-options.ts';
import type { CaptureRequest, SessionInit, SessionPorts } from '../ports.ts';
import { answer, FakeCamera, FakeCapture, FakePage, fakeStore, SUPPORTED } from './fakes.ts';
import type { Answer } from './fakes.ts';

const SECRETS = { token: 'secret-token-1', url: 'https://storage.example.com/p?signature=secret-signature' };
export const IMAGE_TEXT = 'secret-image-bytes';

export const PICTURE: CaptureResult = {
  image: new Blob([IMAGE_TEXT], { type: 'image/jpeg' }),
  width: 640,
  height: 480,
  digest: 'd'.repeat(64),
  quality: {
    score: 0.9,
    sharpness: 200,
    faceWidthRatio: 0.5,
    luminanceMean0to255: 120,
    yawDegrees: 1,
    pitchDegrees: 2,
    rollDegrees: 0,
  },
  liveness: {
    score: 0.8,
    decision: 'live',
    reasons: [],
    injectionSuspicion: 0.1,
    frameCount: 20,
    durationMs: 1500,
    modelVersion: null,
    fusionVersion: '1',
  },
  trigger: 'auto',
  timestampMs: 2000,
  frames: [],
};

/**
 * A world made of fakes: what each port answers is a field that a test sets, and what was done to it is counted. By
 * default everything works at once, except that nobody takes the picture until `takePicture`.
 */
export class FakeWorld {
  readonly clock: ManualClock = createManualClock();
  readonly storage = new Map<string, string>();
  readonly cameras: FakeCamera[] = [];
  readonly captures: FakeCapture<CaptureRequest, CaptureResult>[] = [];
  readonly calls: string[] = [];
  readonly tokens: SessionInit[] = [];
  readonly askedFor: string[] = [];
  readonly telemetry: unknown[] = [];
  readonly metadata: SubmissionMetadata[] = [];
  readonly uploads: Blob[] = [];
  /** What the gateway gives out for a bound capture. */
  nonce: string | null = null;
  readonly visionOptions: VisionOptions[] = [];
  visionsOpen = 0;

  support: Answer<SupportReport> = SUPPORTED;
  camera: Answer<null> = null;
  vision: Answer<null> = null;
  /** What the gateway answers, in order for each call; the last one stays. */
  requestUpload: Answer<null>[] = [null];
  upload: Answer<null>[] = [null];
  confirm: Answer<null>[] = [null];
  status: Answer<Partial<SubmissionStatus>>[] = [{ status: 'COMPLETED', approved: true }];

  readonly page = new FakePage();

  get camerasOpen(): number {
    return this.cameras.filter(({ open }) => open).length;
  }

  session(options: Partial<LivenessSessionOptions> = {}): LivenessSession {
    return createLivenessSession({
      baseUrl: 'https://gateway.example.com',
      assetsUrl: '/assets/',
      consent: 'none',
      sessionProvider: (reason) => {
        // A session that asks for ever would starve the test's own deadline.
        if (this.askedFor.push(reason) > 20) return new Promise(() => {});
        return Promise.resolve({ token: `secret-token-${this.askedFor.length}`, correlationId: 'order-1' });
      },
      onTelemetry: (record) => this.telemetry.push(record),
      ...options,
      ports: { ...this.ports(), ...options.ports },
    });
  }

  /** Lets promises settle without letting time pass. */
  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  change(change: Parameters<FakePage['change']>[0]): void {
    this.page.change(change);
  }

  /** The last capture takes its picture. */
  async takePicture(changes: Partial<CaptureResult> = {}): Promise<void> {
    this.captures.at(-1)?.outcome.resolve({ ...PICTURE, ...changes });
    await this.settle();
  }

  ports(): SessionPorts {
    return {
      checkSupport: ({ signal }) => answer(this.support, signal),
      openCamera: async ({ signal, deviceId }) => {
        this.calls.push('open-camera');
        await answer(this.camera, signal);
        const camera = new FakeCamera(deviceId ?? 'cam-1', signal);
        this.cameras.push(camera);
        return camera;
      },
      openVision: (options) => this.#openVision(options),
      startCapture: (request) => {
        const capture = new FakeCapture<CaptureRequest, CaptureResult>(request);
        this.captures.push(capture);
        return capture;
      },
      createGateway: (init) => this.#createGateway(init),
      clock: this.clock,
      environment: this.page,
      store: fakeStore(this.storage),
      random: () => 0.5,
    };
  }

  async #openVision(options: VisionOptions): Promise<Vision> {
    const { signal, onProgress } = options;
    this.visionOptions.push(options);
    this.calls.push('open-vision');
    onProgress?.({ loadedBytes: 1, totalBytes: 4 });
    await answer(this.vision, signal);
    this.visionsOpen += 1;
    return {
      backend: 'wasm',
      analyse: () => Promise.reject(new Error('nothing is analysed here')),
      reset: () => {},
      close: () => {
        this.visionsOpen -= 1;
      },
    };
  }

  #createGateway(init: SessionInit): LivenessGateway {
    this.tokens.push(init);
    const next = <T>(name: string, answers: Answer<T>[], signal: AbortSignal): Promise<T> => {
      this.calls.push(name);
      const [first = new Error(`no answer for ${name}`)] = answers;
      if (answers.length > 1) answers.shift();
      return answer(first, signal);
    };
    return {
      requestUpload: async (signal) => {
        await next('request-upload', this.requestUpload, signal);
        return { submissionId: 'sub-1', url: SECRETS.url, expiresInMs: 600_000, nonce: this.nonce };
      },
      upload: async (_target, image, onProgress, signal) => {
        this.uploads.push(image);
        onProgress(0.5);
        await next('upload', this.upload, signal);
      },
      confirm: async (_id, metadata, signal) => {
        this.metadata.push(metadata);
        await next('confirm', this.confirm, signal);
      },
      status: async (submissionId, signal) => ({
        status: 'IN_PROGRESS',
        approved: null,
        pictureRefused: false,
        nextAction: null,
        attemptsLeft: null,
        retryAfterMs: null,
        ...(await next('poll', this.status, signal)),
        submissionId,
      }),
    };
  }
}
