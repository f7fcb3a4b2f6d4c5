import type { Camera, CameraDescription } from '../camera/camera.ts';
import type { CaptureRun } from '../capture/capture-loop.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { Vision } from '../face/vision.ts';
import { BrowserCoreError } from '../browser-core-error.ts';
import type { LivenessSessionOptions } from './liveness-session-options.ts';
import type { SessionEffect } from './machine/session-effect.ts';
import type { SessionPorts } from './ports.ts';
import type { RunJob } from './session-work.ts';
import { toCameraEvidence } from './to-evidence.ts';
import type { CameraEvidence } from './to-evidence.ts';

export interface DeviceListeners {
  readonly onMeasurement: (measurement: FrameMeasurement) => void;
  readonly onPicture: (picture: CaptureResult, camera: CameraEvidence) => void;
  /** Stream or list of cameras changed. */
  readonly onMedia: () => void;
}

type DeviceOptions = Pick<LivenessSessionOptions, 'assetsUrl' | 'backend' | 'detector' | 'facing' | 'thresholds'>;

/** The one owner of camera, vision and capture: opens them when the machine says so and closes each exactly once. */
export class SessionDevices {
  readonly #ports: SessionPorts;
  readonly #options: DeviceOptions;
  readonly #run: RunJob;
  readonly #abandon: (lane: 'camera' | 'vision' | 'capture') => void;
  readonly #listeners: DeviceListeners;
  #camera: Camera | null = null;
  #vision: Vision | null = null;
  #capture: CaptureRun | null = null;
  /** Wanted before the capture was there. */
  #paused = false;
  #cameras: readonly CameraDescription[] = [];

  constructor(
    ports: SessionPorts,
    options: DeviceOptions,
    lanes: { readonly run: RunJob; abandon(lane: 'camera' | 'vision' | 'capture'): void },
    listeners: DeviceListeners,
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#run = lanes.run;
    this.#abandon = (lane) => lanes.abandon(lane);
    this.#listeners = listeners;
  }

  get stream(): MediaStream | null {
    return this.#camera?.stream ?? null;
  }

  get cameras(): readonly CameraDescription[] {
    return this.#cameras;
  }

  /** True when the effect was one of this owner's. */
  perform(effect: SessionEffect): boolean {
    switch (effect.type) {
      case 'open-camera':
        this.#openCamera(effect.epoch, effect.cameraId);
        return true;
      case 'close-camera':
        this.#closeCamera();
        return true;
      case 'load-vision':
        this.#loadVision(effect.epoch);
        return true;
      case 'unload-vision':
        this.#abandon('vision');
        this.#vision?.close();
        this.#vision = null;
        return true;
      case 'start-capture':
        this.#startCapture(effect.epoch, effect.auto, effect.paused);
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
        this.#abandon('capture');
        this.#capture = null;
        return true;
      default:
        return false;
    }
  }

  #openCamera(epoch: number, cameraId: string | null): void {
    const { facing } = this.#options;
    this.#run('camera', epoch, async (signal, report) => {
      const camera = await this.#ports.openCamera({
        signal,
        ...(facing === undefined ? {} : { facing }),
        ...(cameraId === null ? {} : { deviceId: cameraId }),
      });
      if (signal.aborted) return camera.close();
      this.#camera = camera;
      camera.onInterruption((interruption) => report({ type: `camera-${interruption}` }));
      this.#listeners.onMedia();
      report({ type: 'camera-opened', cameraId: camera.description.deviceId });
      await this.#listCameras(camera, signal);
    });
  }

  /** For the picker only: a list that cannot be had is an empty picker. */
  async #listCameras(camera: Camera, signal: AbortSignal): Promise<void> {
    const cameras = await camera.list().catch(() => []);
    if (signal.aborted) return;
    this.#cameras = cameras;
    this.#listeners.onMedia();
  }

  #closeCamera(): void {
    const camera = this.#camera;
    this.#camera = null;
    this.#abandon('camera');
    camera?.close();
    this.#listeners.onMedia();
  }

  #loadVision(epoch: number): void {
    const { assetsUrl, backend = 'auto', detector = 'thin' } = this.#options;
    this.#run('vision', epoch, async (signal, report) => {
      const vision = await this.#ports.openVision({
        assetsUrl,
        backend,
        detector,
        signal,
        onProgress: ({ loadedBytes, totalBytes }) => {
          if (totalBytes > 0) report({ type: 'vision-progress', share: loadedBytes / totalBytes });
        },
      });
      if (signal.aborted) return vision.close();
      this.#vision = vision;
      report({ type: 'vision-ready' });
    });
  }

  #startCapture(epoch: number, auto: boolean, paused: boolean): void {
    const { thresholds } = this.#options;
    this.#paused = paused;
    this.#run('capture', epoch, async (signal, report) => {
      const camera = this.#camera;
      const vision = this.#vision;
      if (camera === null || vision === null) throw new BrowserCoreError('internal', 'capture without camera or model');
      vision.reset();
      const capture = await this.#ports.startCapture({
        camera,
        vision,
        auto,
        signal,
        ...(thresholds === undefined ? {} : { thresholds }),
        onProgress: (progress) => report({ type: 'capture-progress', ...progress }),
        onMeasurement: (measurement) => this.#listeners.onMeasurement(measurement),
      });
      if (signal.aborted) return;
      this.#capture = capture;
      if (this.#paused) capture.pause();
      const picture = await capture.result;
      if (signal.aborted) return;
      this.#listeners.onPicture(picture, toCameraEvidence(camera));
      report({ type: 'captured' });
    });
  }
}
