import { BrowserCoreError } from '../../browser-core-error.ts';
import type { Camera, CameraDescription } from '../../camera/camera.ts';
import type { AssetProgress } from '../../face/vision.ts';
import type { EquipmentEffect, EquipmentLane, EquipmentOutcome } from './equipment.ts';
import type { Job, Report, WithoutEpoch } from './work-lanes.ts';

interface Closeable {
  reset(): void;
  close(): void;
}

interface CaptureRun<Picture> {
  readonly result: Promise<Picture>;
  shoot(): void;
  pause(): void;
  resume(): void;
}

/** One kind of device set: what is looked with, and what comes of it. `Outcome` is what its captures report on the way. */
export interface DeviceParts<Vision extends Closeable, Picture, Outcome> {
  readonly openCamera: (cameraId: string | null, signal: AbortSignal) => Promise<Camera>;
  readonly openVision: (signal: AbortSignal, onProgress: (progress: AssetProgress) => void) => Promise<Vision>;
  readonly startCapture: (
    tools: { readonly camera: Camera; readonly vision: Vision; readonly auto: boolean; readonly signal: AbortSignal },
    report: Report<Outcome>,
  ) => CaptureRun<Picture> | Promise<CaptureRun<Picture>>;
  /** Takes the picture over; returns what the machine hears of it. */
  readonly onPicture: (picture: Picture, camera: Camera) => WithoutEpoch<Outcome>;
  /** Camera or list of cameras changed. */
  readonly onMedia: () => void;
}

/** The lanes of whoever owns the devices. */
export interface DeviceLanes {
  run(lane: EquipmentLane, epoch: number, job: Job<never>): void;
  abandon(lane: EquipmentLane): void;
}

/** The one owner of camera, vision and capture: opens them when the machine says so and closes each exactly once. */
export class Devices<Vision extends Closeable, Picture, Outcome> {
  readonly #lanes: DeviceLanes;
  readonly #parts: DeviceParts<Vision, Picture, Outcome>;
  #camera: Camera | null = null;
  #vision: Vision | null = null;
  #capture: CaptureRun<Picture> | null = null;
  /** Wanted before the capture was there. */
  #paused = false;
  #cameras: readonly CameraDescription[] = [];

  constructor(lanes: DeviceLanes, parts: DeviceParts<Vision, Picture, Outcome>) {
    this.#lanes = lanes;
    this.#parts = parts;
  }

  get camera(): Camera | null {
    return this.#camera;
  }

  get stream(): MediaStream | null {
    return this.#camera?.stream ?? null;
  }

  get cameras(): readonly CameraDescription[] {
    return this.#cameras;
  }

  /** The loaded model, for what is no stream. */
  get vision(): Vision {
    if (this.#vision === null) throw new BrowserCoreError('internal', 'no model is loaded');
    return this.#vision;
  }

  /** True when the effect was one of this owner's. */
  perform(effect: EquipmentEffect | { readonly type: string }): boolean {
    switch (effect.type as EquipmentEffect['type']) {
      case 'close-camera':
        this.#closeCamera();
        return true;
      case 'unload-vision':
        this.#lanes.abandon('vision');
        this.#vision?.close();
        this.#vision = null;
        return true;
      case 'pause-capture':
        this.#paused = true;
        this.#capture?.pause();
        return true;
      case 'resume-capture':
        this.#paused = false;
        this.#capture?.resume();
        return true;
      case 'shoot':
        this.#capture?.shoot();
        return true;
      case 'stop-capture':
        this.#lanes.abandon('capture');
        this.#capture = null;
        return true;
      default:
        return this.#begin(effect as EquipmentEffect);
    }
  }

  #begin(effect: EquipmentEffect): boolean {
    switch (effect.type) {
      case 'open-camera':
        this.#openCamera(effect.epoch, effect.cameraId);
        return true;
      case 'load-vision':
        this.#loadVision(effect.epoch);
        return true;
      case 'start-capture':
        this.#startCapture(effect.epoch, effect.auto, effect.paused);
        return true;
      default:
        return false;
    }
  }

  #openCamera(epoch: number, cameraId: string | null): void {
    this.#run('camera', epoch, async (signal, report) => {
      const camera = await this.#parts.openCamera(cameraId, signal);
      if (signal.aborted) return camera.close();
      this.#camera = camera;
      camera.onInterruption((interruption) => report({ type: `camera-${interruption}` }));
      this.#parts.onMedia();
      report({ type: 'camera-opened', cameraId: camera.description.deviceId });
      await this.#listCameras(camera, signal);
    });
  }

  /** For the picker only: a list that cannot be had is an empty picker. */
  async #listCameras(camera: Camera, signal: AbortSignal): Promise<void> {
    const cameras = await camera.list().catch(() => []);
    if (signal.aborted) return;
    this.#cameras = cameras;
    this.#parts.onMedia();
  }

  #closeCamera(): void {
    const camera = this.#camera;
    this.#camera = null;
    this.#lanes.abandon('camera');
    camera?.close();
    this.#parts.onMedia();
  }

  #loadVision(epoch: number): void {
    this.#run('vision', epoch, async (signal, report) => {
      const vision = await this.#parts.openVision(signal, ({ loadedBytes, totalBytes }) => {
        if (totalBytes > 0) report({ type: 'vision-progress', share: loadedBytes / totalBytes });
      });
      if (signal.aborted) return vision.close();
      this.#vision = vision;
      report({ type: 'vision-ready' });
    });
  }

  #startCapture(epoch: number, auto: boolean, paused: boolean): void {
    this.#paused = paused;
    const job: Job<Outcome> = async (signal, report) => {
      const { vision } = this;
      const camera = this.#camera;
      if (camera === null) throw new BrowserCoreError('internal', 'capture without camera');
      vision.reset();
      const capture = await this.#parts.startCapture({ camera, vision, auto, signal }, report);
      if (signal.aborted) {
        // Nobody waits for its end any more, and it ends with the signal's reason.
        capture.result.catch(() => undefined);
        return;
      }
      this.#capture = capture;
      if (this.#paused) capture.pause();
      const picture = await capture.result;
      if (!signal.aborted) report(this.#parts.onPicture(picture, camera));
    };
    this.#lanes.run('capture', epoch, job as Job<never>);
  }

  #run(lane: EquipmentLane, epoch: number, job: Job<EquipmentOutcome>): void {
    this.#lanes.run(lane, epoch, job as Job<never>);
  }
}
