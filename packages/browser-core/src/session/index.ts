export type { CaptureRun } from '../capture/capture-loop.ts';
export { createLivenessSession } from './liveness-session.ts';
export type { LivenessSession } from './liveness-session.ts';
export type {
  CaptureSummary,
  LivenessSessionOptions,
  SessionEventMap,
  SessionProvider,
  TelemetryRecord,
} from './liveness-session-options.ts';
export type {
  CaptureProgress,
  CaptureRequest,
  LightRequest,
  GatewayFactory,
  SessionEnvironment,
  SessionInit,
  SessionPorts,
  SessionStore,
} from './ports.ts';
export type { SessionPace } from './pace.ts';
export type { DocumentVerificationResult, SessionFailure, SessionPhase, SessionSnapshot } from './snapshot.ts';
export type { SessionReason } from './session-reason.ts';
