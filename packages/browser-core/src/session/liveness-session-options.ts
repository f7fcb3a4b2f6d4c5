import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SupportReport } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { VisionBackend, VisionDetector } from '../face/vision.ts';
import type { LivenessPolicy } from '../liveness/liveness-policy.ts';
import type { QualityPolicy } from '../quality/quality-policy.ts';
import type { SessionInit, SessionPorts } from './ports.ts';
import type { SessionReason } from './session-reason.ts';
import type { SessionPhase } from './snapshot.ts';

/**
 * Supplies a token from the partner's backend. For `token-expired` and `resume` it should be a token for the same
 * correlation id, which is `context.correlationId`; with another one the submission starts over.
 */
export type SessionProvider = (
  reason: SessionReason,
  signal: AbortSignal,
  context: { readonly correlationId: string | null },
) => Promise<SessionInit>;

/** One line of telemetry: names and codes, never a token, image, id or measurement. */
export interface TelemetryRecord {
  readonly name: 'phase' | 'guidance' | 'failure' | 'warning';
  /** Monotonic milliseconds since the session was created, whole. */
  readonly atMs: number;
  readonly attempt: number;
  readonly phase: SessionPhase;
  /** The phase that was left, for `phase`. */
  readonly from?: SessionPhase;
  readonly code?: string;
}

/** The capture as listeners get it; the image only with `exposeMedia`. */
export type CaptureSummary = Omit<CaptureResult, 'image' | 'frames'> & Partial<Pick<CaptureResult, 'image' | 'frames'>>;

/** What `on` hands to a listener, by the event's name. */
export interface SessionEventMap {
  /** Every analysed frame, for inspectors. */
  readonly measurement: FrameMeasurement;
  readonly capture: CaptureSummary;
  readonly support: SupportReport;
  readonly failure: { readonly code: ErrorCode; readonly cause: unknown };
  readonly telemetry: TelemetryRecord;
}

export interface LivenessSessionOptions {
  /** The gateway's base URL, with or without a trailing slash. */
  readonly baseUrl: string;
  /**
   * The first token. Needed unless `sessionProvider` is there, which is asked instead when a reloaded page takes up a submission
   * of another correlation id.
   */
  readonly session?: SessionInit;
  readonly sessionProvider?: SessionProvider;
  /** Folder with the files of `@bonafide/browser-core/assets`, with a trailing slash. */
  readonly assetsUrl: string;
  /** Default `auto`. */
  readonly backend?: VisionBackend | 'auto';
  /** Default `thin`. */
  readonly detector?: VisionDetector;
  /** Default `required`. */
  readonly consent?: 'required' | 'none';
  /** Default `auto-then-manual`. */
  readonly capture?: 'auto' | 'manual' | 'auto-then-manual';
  /** When the manual shutter is offered, milliseconds of looking. Default 15 000. */
  readonly manualAfterMs?: number;
  /** Default 3. The gateway's own quota counts too. */
  readonly maxAttempts?: number;
  /** For one attempt in front of the camera, milliseconds. Default 60 000; 0: none. */
  readonly timeoutMs?: number;
  readonly cameraId?: string;
  /** Default `user`. */
  readonly facing?: 'user' | 'environment';
  readonly thresholds?: Partial<QualityPolicy>;
  /**
   * Has the screen glow in slow colours before the photo, as evidence that a face in person is there; see docs/liveness/screen-light.md.
   * With a nonce, which has to be known before the capture, the sequence follows from it and the attempt's number. Not where the
   * person has asked the system for a still screen, or declines it. Default false.
   */
  readonly screenLight?: boolean | { readonly nonce: string };
  /** Replaces the weights and lines of the liveness fusion, for another model. Give your verifier the same. */
  readonly livenessPolicy?: LivenessPolicy;
  /** Used instead of a camera. Its tracks stay the caller's: the session works on clones. */
  readonly videoSource?: MediaStream;
  /** Prefix of the sessionStorage key; null turns resuming after a reload off. Default `bonafide.liveness`. */
  readonly resumeKey?: string | null;
  /** Puts the image into the `capture` event. Default false. */
  readonly exposeMedia?: boolean;
  readonly onTelemetry?: (record: TelemetryRecord) => void;
  /** Replaces what touches the world; for tests and other gateways. */
  readonly ports?: Partial<SessionPorts>;
}
