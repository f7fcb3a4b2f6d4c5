import type { GuidanceCode } from '@bonafide/contracts/codes';

import type { Camera, CameraOptions, SupportReport } from '../camera/camera.ts';
import type { CapturePage } from '../capture/capture-evidence.ts';
import type { CaptureRun } from '../capture/capture-loop.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { Vision, VisionOptions } from '../face/vision.ts';
import type { ShownLight } from '../liveness/light/light-run.ts';
import type { LivenessGateway } from '../gateway/liveness-gateway.ts';
import type { LivenessPolicy } from '../liveness/liveness-policy.ts';
import type { QualityPolicy } from '../quality/quality-policy.ts';
import type { Clock } from '#wire/clock.js';

/** A user token and the correlation id that it was made for. */
export interface SessionInit {
  readonly token: string;
  readonly correlationId: string;
}

/** What one frame came to, as far as a screen shows it. */
export interface CaptureProgress {
  readonly guidance: GuidanceCode;
  /** 0–1 towards enough stable good frames; above 0 the person is holding still. */
  readonly stableProgress: number;
  /** What the screen is to glow in. */
  readonly light?: ShownLight | null;
}

/** How a capture's screen light is drawn, and whether it is still wanted. */
export interface LightRequest {
  /** Decides the sequence together with the attempt's number; null: chance does. */
  readonly nonce: string | null;
  readonly attempt: number;
  readonly isWanted: () => boolean;
}

/** What the session asks of a capture. */
export interface CaptureRequest {
  readonly camera: Camera;
  readonly vision: Vision;
  /** False: only `shoot` takes a picture. */
  readonly auto: boolean;
  readonly thresholds?: Partial<QualityPolicy>;
  readonly livenessPolicy?: LivenessPolicy;
  readonly screenLight?: LightRequest;
  readonly page: CapturePage;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CaptureProgress) => void;
  readonly onMeasurement?: (measurement: FrameMeasurement) => void;
}

/** What the page is going through. */
export interface SessionEnvironment {
  readonly hidden: boolean;
  readonly offline: boolean;
  /** The person has asked the system for less motion, more contrast or colours of their own. Left out: false. */
  readonly wantsStillScreen?: boolean;
  /** Reports changes until the signal aborts. `leaving`: the page is being left, or frozen into the back-forward cache. */
  watch(listener: (change: 'hidden' | 'visible' | 'offline' | 'online' | 'leaving') => void, signal: AbortSignal): void;
}

/** The three calls of `Storage` that resume needs. Any of them may throw. */
export interface SessionStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Makes the gateway for one token. */
export type GatewayFactory = (init: SessionInit) => LivenessGateway;

/** Everything that a session touches outside itself. */
export interface SessionPorts {
  readonly checkSupport: (options: { readonly signal: AbortSignal }) => Promise<SupportReport>;
  readonly openCamera: (options: CameraOptions) => Promise<Camera>;
  readonly openVision: (options: VisionOptions) => Promise<Vision>;
  readonly startCapture: (request: CaptureRequest) => CaptureRun | Promise<CaptureRun>;
  readonly createGateway: GatewayFactory;
  readonly clock: Clock;
  readonly environment: SessionEnvironment;
  readonly store: SessionStore | null;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
}
