import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';

import type { SupportReport } from '../../../camera/camera.ts';
import type { StartDocumentCaptureOptions } from '../../../document/capture/document-capture-options.ts';
import type { DocumentCaptureResult } from '../../../document/capture/document-capture-result.ts';
import type { DocumentVision, DocumentVisionOptions } from '../../../document/document-vision.ts';
import { answer, FakeCamera, FakeCapture, FakePage, SUPPORTED } from '../../testing/fakes.ts';
import type { Answer } from '../../testing/fakes.ts';
import { createDocumentCaptureSession } from '../document-session.ts';
import type { DocumentCaptureSession } from '../document-session.ts';
import type { DocumentSessionPorts } from '../document-ports.ts';
import type { DocumentCaptureSessionOptions } from '../document-session-options.ts';

/** Words that must turn up nowhere outside of the result itself. */
export const DOCUMENT_SECRETS = { image: 'secret-image-bytes', frame: 'secret-frame-bytes', name: 'SECRETNAME' };

export function documentPicture(changes: Partial<DocumentCaptureResult> = {}): DocumentCaptureResult {
  return {
    side: 'front',
    image: new Blob([DOCUMENT_SECRETS.image], { type: 'image/jpeg' }),
    width: 1000,
    height: 630,
    frame: new Blob([DOCUMENT_SECRETS.frame], { type: 'image/jpeg' }),
    frameWidth: 1280,
    frameHeight: 720,
    digest: 'd'.repeat(64),
    frameDigest: 'f'.repeat(64),
    quad: [
      { x: 0, y: 0 },
      { x: 1000, y: 0 },
      { x: 1000, y: 630 },
      { x: 0, y: 630 },
    ],
    format: 'id-1',
    quality: {
      score: 0.9,
      confidence: 0.9,
      sharpness: 10,
      spanRatio: 0.8,
      longSidePixels: 1000,
      luminanceMean0to255: 120,
      glareRatio: 0,
      occlusionRatio: 0,
      rotationDegrees: 0,
      tiltDegrees: 2,
      screenSuspicion: 0,
      copySuspicion: 0,
    },
    problems: [],
    reading: { mrz: null, barcodes: [], ktp: null, text: [{ text: DOCUMENT_SECRETS.name, confidence: 1, box: BOX }] },
    origin: 'auto',
    ...changes,
  };
}

const BOX = { x: 0, y: 0, width: 1, height: 1 };

/**
 * A world made of fakes: what each port answers is a field that a test sets, and what was done to it is counted. By
 * default everything works at once, except that nobody takes the picture until `takePicture`.
 */
export class FakeDocumentWorld {
  readonly clock = createManualClock();
  readonly page = new FakePage();
  readonly cameras: FakeCamera[] = [];
  readonly captures: FakeCapture<StartDocumentCaptureOptions, DocumentCaptureResult>[] = [];
  readonly files: Blob[] = [];
  readonly telemetry: unknown[] = [];
  readonly lights: boolean[] = [];
  visionsOpen = 0;
  visionsOpened = 0;

  support: Answer<SupportReport> = SUPPORTED;
  camera: Answer<null> = null;
  vision: Answer<null> = null;
  file: Answer<DocumentCaptureResult> = documentPicture({ origin: 'upload' });
  light: Answer<null> | 'none' = 'none';

  get camerasOpen(): number {
    return this.cameras.filter(({ open }) => open).length;
  }

  session(options: Partial<DocumentCaptureSessionOptions> = {}): DocumentCaptureSession {
    return createDocumentCaptureSession({
      assetsUrl: '/assets/',
      onTelemetry: (record) => this.telemetry.push(record),
      ...options,
      ports: { ...this.ports(), ...options.ports },
    });
  }

  /** Up to the moment that the session looks, or has failed before. */
  async started(options: Partial<DocumentCaptureSessionOptions> = {}): Promise<DocumentCaptureSession> {
    const session = this.session(options);
    session.start();
    await this.settle();
    return session;
  }

  /** Lets promises settle without letting time pass. */
  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  /** The last capture takes its picture. */
  async takePicture(changes: Partial<DocumentCaptureResult> = {}): Promise<void> {
    this.captures.at(-1)?.outcome.resolve(documentPicture(changes));
    await this.settle();
  }

  ports(): DocumentSessionPorts {
    return {
      checkSupport: ({ signal }) => answer(this.support, signal),
      openCamera: async ({ signal, deviceId }) => {
        await answer(this.camera, signal);
        const camera = new FakeCamera(deviceId ?? 'cam-1', signal);
        this.cameras.push(camera);
        return camera;
      },
      openVision: (options) => this.#openVision(options),
      startCapture: (request) => {
        const capture = new FakeCapture<StartDocumentCaptureOptions, DocumentCaptureResult>(request);
        this.captures.push(capture);
        return capture;
      },
      captureFile: (file, { signal }) => {
        this.files.push(file);
        return answer(this.file, signal);
      },
      torchOf: () => {
        const { light } = this;
        if (light === 'none') return null;
        return {
          set: async (on) => {
            await answer(light, new AbortController().signal);
            this.lights.push(on);
          },
        };
      },
      clock: this.clock,
      environment: this.page,
    };
  }

  async #openVision({ signal, onProgress }: DocumentVisionOptions): Promise<DocumentVision> {
    onProgress?.({ loadedBytes: 1, totalBytes: 4 });
    await answer(this.vision, signal);
    this.visionsOpen += 1;
    this.visionsOpened += 1;
    return {
      backend: 'wasm',
      analyse: () => Promise.reject(new Error('nothing is analysed here')),
      read: () => Promise.reject(new Error('nothing is read here')),
      reset: () => {},
      close: () => {
        this.visionsOpen -= 1;
      },
    };
  }
}
