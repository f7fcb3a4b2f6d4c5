import { BrowserCoreError } from '../../browser-core-error.ts';
import type { Camera, SupportReport } from '../../camera/camera.ts';
import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { DocumentSide } from '../../document/document-format.ts';
import type { DocumentVision } from '../../document/document-vision.ts';
import { Devices } from '../engine/devices.ts';
import { Engine } from '../engine/engine.ts';
import { supportJob } from '../support-job.ts';
import type { DocumentSessionPorts } from './document-ports.ts';
import type {
  DocumentCaptureSessionOptions,
  DocumentCaptureSummary,
  DocumentSessionEventMap,
} from './document-session-options.ts';
import type { DocumentCaptureSnapshot } from './document-snapshot.ts';
import type { DocumentEffect } from './machine/document-effect.ts';
import type { DocumentHappening, DocumentOutcome } from './machine/document-event.ts';
import { initialDocumentState, isUploadOffered } from './machine/document-state.ts';
import type { DocumentLane, DocumentSettings, DocumentState, DocumentTimer } from './machine/document-state.ts';
import { documentTransition } from './machine/transition.ts';
import { toDocumentSnapshot } from './to-document-snapshot.ts';
import { toDocumentTelemetry } from './to-document-telemetry.ts';
import type { Torch } from './torch.ts';

class DocumentEngine extends Engine<
  DocumentState,
  DocumentEffect,
  DocumentHappening,
  DocumentCaptureSnapshot,
  DocumentLane,
  DocumentTimer
> {}

/** Where the runner's news goes. */
export interface DocumentSink {
  snapshot(snapshot: DocumentCaptureSnapshot): void;
  event<K extends keyof DocumentSessionEventMap>(type: K, detail: DocumentSessionEventMap[K]): void;
}

const NO_MEDIA = { stream: null, cameras: [] } as const;

/** Carries the machine's effects out over devices and files. Holds the picture, which is too big and too secret for the state. */
export class DocumentRunner {
  readonly #ports: DocumentSessionPorts;
  readonly #options: DocumentCaptureSessionOptions;
  readonly #sink: DocumentSink;
  readonly #engine: DocumentEngine;
  readonly #devices: Devices<DocumentVision, DocumentCaptureResult, DocumentOutcome>;
  #torch: Torch | null = null;
  #reportTorch: (on: boolean) => void = () => {};
  #file: Blob | null = null;
  #result: DocumentCaptureResult | null = null;

  constructor(
    options: DocumentCaptureSessionOptions,
    settings: DocumentSettings,
    ports: DocumentSessionPorts,
    sink: DocumentSink,
  ) {
    this.#options = options;
    this.#ports = ports;
    this.#sink = sink;
    const initial = initialDocumentState(settings, options.side ?? 'front');
    this.#engine = new DocumentEngine(
      // No timer of a capture needs jitter: it asks nobody.
      { ...ports, random: () => 0 },
      {
        initial: { ...initial, cameraId: options.cameraId ?? null },
        transition: documentTransition,
        perform: (effect) => this.#perform(effect),
        toSnapshot: (state, previous) =>
          // The first snapshot is made before the devices are there.
          toDocumentSnapshot(state, options.expected ?? null, previous === null ? NO_MEDIA : this.#devices, previous),
        onSnapshot: (snapshot) => sink.snapshot(snapshot),
        onTurn: (before, after, sinceCreatedMs) => {
          for (const record of toDocumentTelemetry(before, after, sinceCreatedMs)) sink.event('telemetry', record);
        },
        onFailure: (code, cause) => sink.event('failure', { code, cause }),
      },
    );
    this.#devices = this.#createDevices();
  }

  get snapshot(): DocumentCaptureSnapshot {
    return this.#engine.snapshot;
  }

  get result(): DocumentCaptureResult | null {
    return this.#result;
  }

  dispatch(event: DocumentHappening): void {
    this.#engine.dispatch(event);
  }

  start(side: DocumentSide | null): void {
    this.#engine.watch();
    this.dispatch({ type: 'start', side });
  }

  upload(file: Blob): void {
    if (this.#engine.closed || !isUploadOffered(this.#engine.state)) return;
    this.#engine.watch();
    this.#file = file;
    this.dispatch({ type: 'upload' });
  }

  close(): void {
    this.#engine.close({ type: 'close' });
    this.#file = null;
    this.#result = null;
  }

  #createDevices(): Devices<DocumentVision, DocumentCaptureResult, DocumentOutcome> {
    const { assetsUrl, backend = 'auto', facing = 'environment', expected, policy } = this.#options;
    return new Devices(this.#engine.lanes, {
      openCamera: (cameraId, signal) =>
        this.#ports.openCamera({ signal, facing, ...(cameraId === null ? {} : { deviceId: cameraId }) }),
      openVision: (signal, onProgress) => this.#ports.openVision({ assetsUrl, backend, signal, onProgress }),
      startCapture: (tools, report) => {
        this.#findTorch(tools.camera, (torch) => report({ type: 'torch-changed', torch }));
        return this.#ports.startCapture({
          ...tools,
          side: this.#engine.state.side,
          expected: expected ?? null,
          ...(policy === undefined ? {} : { policy }),
          onProgress: ({ guidance, stableProgress }) => report({ type: 'capture-progress', guidance, stableProgress }),
          onMeasurement: (measurement) => this.#sink.event('measurement', measurement),
          onTaken: () => report({ type: 'taken' }),
        });
      },
      onPicture: (picture) => {
        this.#hold(picture);
        return { type: 'captured', problems: picture.problems };
      },
      onMedia: () => this.#engine.publish(),
    });
  }

  #findTorch(camera: Camera, report: (torch: boolean | null) => void): void {
    this.#torch = this.#ports.torchOf(camera);
    this.#reportTorch = report;
    report(this.#torch === null ? null : false);
  }

  #perform(effect: DocumentEffect): void {
    if (this.#devices.perform(effect)) return;
    switch (effect.type) {
      case 'check-support':
        return this.#checkSupport(effect.epoch);
      case 'set-torch':
        this.#torch?.set(effect.on).then(
          () => this.#reportTorch(effect.on),
          // A light that does not obey stays as it is: nothing depends on it.
          () => {},
        );
        return;
      case 'read-file':
        return this.#readFile(effect.epoch, effect.isLenient);
      case 'drop-file':
        this.#file = null;
        return;
      case 'drop-picture':
        this.#result = null;
        return;
      default:
    }
  }

  #checkSupport(epoch: number): void {
    const tell = (support: SupportReport): void => this.#sink.event('support', support);
    const job = supportJob(this.#ports.checkSupport, this.#options.videoSource !== undefined, tell);
    this.#engine.lanes.run('support', epoch, job);
  }

  #readFile(epoch: number, isLenient: boolean): void {
    const { expected, policy, limits } = this.#options;
    const { side } = this.#engine.state;
    this.#engine.lanes.run('file', epoch, async (signal, report) => {
      const file = this.#file;
      if (file === null) throw new BrowserCoreError('internal', 'no file held');
      const { vision } = this.#devices;
      vision.reset();
      const picture = await this.#ports.captureFile(file, {
        vision,
        side,
        expected: expected ?? null,
        isLenient,
        signal,
        ...(limits === undefined ? {} : { limits }),
        ...(policy === undefined ? {} : { policy }),
      });
      if (signal.aborted) return;
      this.#hold(picture);
      report({ type: 'file-read', problems: picture.problems });
    });
  }

  #hold(picture: DocumentCaptureResult): void {
    this.#result = picture;
    this.#sink.event('capture', this.#summarise(picture));
  }

  #summarise(result: DocumentCaptureResult): DocumentCaptureSummary {
    const { side, width, height, digest, quality, problems, origin, format } = result;
    const summary = { side, width, height, digest, quality, problems, origin, format };
    return this.#options.exposeMedia === true ? { ...summary, result } : summary;
  }
}
