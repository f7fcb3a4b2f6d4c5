import type { Camera } from '../camera/camera.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { AnalysableFrame, Vision } from '../face/vision.ts';
import { fuseLiveness } from '../liveness/fuse-liveness.ts';
import { DEFAULT_LIVENESS_POLICY, type LivenessPolicy } from '../liveness/liveness-policy.ts';
import { initialLight, nextLight, shownLight, type LightState, type ShownLight } from '../liveness/light/light-run.ts';
import type { LightSequence } from '../liveness/light/light-sequence.ts';
import { initialGateState, nextGateState, type GateState } from '../quality/quality-gate.ts';
import { createQualityPolicy, type QualityPolicy } from '../quality/quality-policy.ts';
import { toQualitySummary } from '../quality/quality-summary.ts';
import { systemClock, type Clock } from '#wire/clock.js';
import { CaptureEvidence, type CapturePage } from './capture-evidence.ts';
import { initialCapturePace, nextCapturePace } from './capture-pace.ts';
import type { CaptureResult } from './capture-result.ts';
import { digestOf, encodePicture, type EncodedPicture } from './encode-picture.ts';
import { FrameKeeper, shrinkFrame } from './frame-keeper.ts';
import { startFrameLoop } from './frame-loop.ts';
import { openFrameSource, type FrameSource, type TimedFrame } from './frame-source.ts';

/** What a capture looks at, when it may take a picture, and whom it tells. */
export interface StartCaptureOptions {
  readonly camera: Pick<Camera, 'stream' | 'description' | 'settings'>;
  readonly vision: Vision;
  /** False: only `shoot` takes a picture. */
  readonly auto: boolean;
  readonly thresholds?: Partial<QualityPolicy>;
  readonly livenessPolicy?: LivenessPolicy;
  /** The device's lean from upright, where something measures it. See `watchDeviceTilt`. */
  readonly deviceTiltDegrees?: () => number | null;
  /** Has the screen glow in a sequence of colours first. Default: it does not. */
  readonly screenLight?: CaptureLight;
  /** What the page knows of itself. Default: nothing. */
  readonly page?: CapturePage;
  readonly signal: AbortSignal;
  /** The gate after each frame. It satisfies what a screen needs: guidance and progress. */
  readonly onProgress?: (progress: GateState & { readonly light: ShownLight | null }) => void;
  readonly onMeasurement?: (measurement: FrameMeasurement) => void;
}

/** A light that a capture is to see. */
export interface CaptureLight {
  readonly sequence: LightSequence;
  /** Asked with every frame: false once the person has declined it. */
  readonly isWanted: () => boolean;
}

/** A running capture. `result` settles once: a picture, the signal's reason, `camera-lost`, or the vision's own error. */
export interface CaptureRun {
  readonly result: Promise<CaptureResult>;
  /** The manual shutter: takes the next frame that shows exactly one face. */
  shoot(): void;
  /** Stops analysing until `resume`; what was gathered is dropped. */
  pause(): void;
  resume(): void;
}

/** The world outside of the loop. */
export interface CapturePorts {
  readonly openFrameSource: (stream: MediaStream) => FrameSource;
  readonly copyFrame: (frame: AnalysableFrame) => Promise<ImageBitmap>;
  readonly shrinkFrame: (frame: AnalysableFrame, longestSide: number) => Promise<ImageBitmap>;
  readonly encodePicture: (bitmap: ImageBitmap) => Promise<EncodedPicture>;
  readonly digestOf: (blob: Blob) => Promise<string>;
  readonly clock: Pick<Clock, 'monotonicNow' | 'setTimer'>;
}

const BROWSER_PORTS: CapturePorts = {
  openFrameSource,
  copyFrame: (frame) => createImageBitmap(frame),
  shrinkFrame,
  encodePicture: (bitmap) => encodePicture(bitmap),
  digestOf,
  clock: systemClock,
};

/**
 * Looks at a camera until a picture is worth taking, and takes it. One frame is in flight at a time; frames that come
 * meanwhile are missed on purpose. Throws `TypeError` at once for impossible thresholds.
 */
export function startCapture(options: StartCaptureOptions, ports: CapturePorts = BROWSER_PORTS): CaptureRun {
  const policy = createQualityPolicy(options.thresholds);
  const capture = new Capture(options, policy, ports);
  const loop = startFrameLoop(
    {
      stream: options.camera.stream,
      signal: options.signal,
      look: (timed, number, isCurrent) => capture.look(timed, number, isCurrent),
      intervalMs: () => capture.intervalMs,
      forget: () => capture.forget(),
    },
    ports,
  );
  return { result: loop.result, shoot: () => capture.shoot(), pause: () => loop.pause(), resume: () => loop.resume() };
}

interface Candidate {
  readonly bitmap: ImageBitmap;
  readonly measurement: FrameMeasurement;
  readonly score: number;
  readonly trigger: CaptureResult['trigger'];
}

class Capture {
  readonly #options: StartCaptureOptions;
  readonly #policy: QualityPolicy;
  readonly #ports: CapturePorts;
  readonly #keeper: FrameKeeper;
  readonly #evidence: CaptureEvidence;
  #gate = initialGateState;
  #pace = initialCapturePace;
  #light: LightState | null;
  #best: Candidate | null = null;
  #shooting = false;

  constructor(options: StartCaptureOptions, policy: QualityPolicy, ports: CapturePorts) {
    this.#options = options;
    this.#policy = policy;
    this.#ports = ports;
    this.#keeper = new FrameKeeper(ports);
    this.#evidence = new CaptureEvidence(options.camera, options.page);
    this.#light = lightOf(options);
  }

  shoot(): void {
    this.#shooting = true;
  }

  get intervalMs(): number {
    return this.#pace.intervalMs;
  }

  forget(): void {
    this.#dropBest();
    this.#keeper.clear();
    this.#gate = initialGateState;
    this.#evidence.clear();
    this.#light = lightOf(this.#options);
  }

  /** Analyses one frame; the picture that was taken, or null. */
  async look(timed: TimedFrame, number: number, isCurrent: () => boolean): Promise<CaptureResult | null> {
    const taken = await this.#choose(timed, number, isCurrent);
    return taken === null ? null : this.#develop(taken);
  }

  async #choose(
    { frame, timestampMs }: TimedFrame,
    number: number,
    isCurrent: () => boolean,
  ): Promise<Candidate | null> {
    const { vision, auto, signal } = this.#options;
    const shooting = this.#shooting;
    const wanted = shooting || (auto && this.#isLightOver && this.#gate.problems.length === 0);
    let bitmap: ImageBitmap | null = null;
    let small: Awaited<ReturnType<FrameKeeper['copy']>> = null;
    try {
      // The analysis consumes the frame, so a picture that may be kept is copied before.
      bitmap = wanted ? await this.#ports.copyFrame(frame) : null;
      small = await this.#keeper.copy(frame, timestampMs);
      signal.throwIfAborted();
    } catch (error) {
      bitmap?.close();
      small?.bitmap.close();
      frame.close();
      throw error;
    }
    try {
      const measurement = await vision.analyse(frame, timestampMs, {
        liveness: number % this.#pace.livenessEvery === 0,
      });
      signal.throwIfAborted();
      if (!isCurrent()) return null;
      this.#note(measurement);
      if (small !== null && measurement.face !== null) {
        this.#keeper.add(small);
        small = null;
      }
      if (bitmap !== null && this.#mayBeTaken(measurement, shooting)) {
        bitmap = this.#keepBetter(bitmap, measurement, shooting);
      }
      const fallen = shooting ? showsOneFace(measurement) : auto && this.#isLightOver && this.#gate.ready;
      if (!fallen || this.#best === null) return null;
      const taken = this.#best;
      this.#best = null;
      return taken;
    } finally {
      bitmap?.close();
      small?.bitmap.close();
    }
  }

  #note(measurement: FrameMeasurement): void {
    const { onMeasurement, onProgress, deviceTiltDegrees } = this.#options;
    this.#pace = nextCapturePace(this.#pace, measurement);
    const context = { deviceTiltDegrees: deviceTiltDegrees?.() ?? null };
    this.#gate = nextGateState(this.#gate, measurement, this.#policy, context);
    if (measurement.face === null) this.#keeper.clear();
    this.#evidence.add(measurement);
    if (this.#gate.stableFrames === 0) this.#dropBest();
    this.#glow(measurement);
    onMeasurement?.(measurement);
    onProgress?.({ ...this.#gate, light: this.#light === null ? null : shownLight(this.#light) });
  }

  #glow(measurement: FrameMeasurement): void {
    if (this.#light === null) return;
    this.#light = nextLight(this.#light, {
      nowMs: this.#ports.clock.monotonicNow(),
      hasFace: showsOneFace(measurement),
      isWellPlaced: this.#gate.problems.length === 0,
      isWanted: this.#options.screenLight?.isWanted() ?? false,
    });
  }

  /** The photo waits for neutral light. */
  get #isLightOver(): boolean {
    return this.#light?.isOver ?? true;
  }

  #mayBeTaken(measurement: FrameMeasurement, shooting: boolean): boolean {
    return shooting ? showsOneFace(measurement) : this.#isLightOver && this.#gate.problems.length === 0;
  }

  /** Keeps the better picture of two and returns the other, which is the caller's to close. */
  #keepBetter(bitmap: ImageBitmap, measurement: FrameMeasurement, shooting: boolean): ImageBitmap | null {
    const { score } = toQualitySummary(measurement, this.#policy);
    if (!shooting && this.#best !== null && this.#best.score >= score) return bitmap;
    const former = this.#best?.bitmap ?? null;
    this.#best = { bitmap, measurement, score, trigger: shooting ? 'manual' : 'auto' };
    return former;
  }

  async #develop({ bitmap, measurement, trigger }: Candidate): Promise<CaptureResult> {
    const { vision, signal, livenessPolicy = DEFAULT_LIVENESS_POLICY } = this.#options;
    try {
      const picture = await this.#ports.encodePicture(bitmap);
      const digest = await this.#ports.digestOf(picture.image);
      signal.throwIfAborted();
      const keptFrames = await this.#keeper.take();
      signal.throwIfAborted();
      const input = {
        ...this.#evidence.toInput(),
        light: this.#light?.changes ?? null,
        modelVersion: vision.livenessModelVersion ?? null,
      };
      return {
        ...picture,
        digest,
        quality: toQualitySummary(measurement, this.#policy),
        liveness: fuseLiveness(input, livenessPolicy),
        trigger,
        timestampMs: measurement.timestampMs,
        frames: keptFrames,
      };
    } finally {
      bitmap.close();
      this.#keeper.clear();
    }
  }

  #dropBest(): void {
    this.#best?.bitmap.close();
    this.#best = null;
  }
}

function lightOf({ screenLight }: StartCaptureOptions): LightState | null {
  return screenLight === undefined ? null : initialLight(screenLight.sequence);
}

function showsOneFace({ face, faceCount }: FrameMeasurement): boolean {
  return face !== null && faceCount === 1;
}
