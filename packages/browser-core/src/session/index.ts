export { createLivenessSession } from './liveness-session.ts';
export type {
  CaptureSummary,
  LivenessSession,
  LivenessSessionOptions,
  SessionEventMap,
  SessionProvider,
  SessionReason,
  TelemetryRecord,
} from './liveness-session.ts';
export type {
  CaptureProgress,
  CaptureRequest,
  CaptureRun,
  GatewayFactory,
  SessionClock,
  SessionEnvironment,
  SessionInit,
  SessionPorts,
  SessionStore,
} from './ports.ts';
export type { DocumentVerificationResult, SessionFailure, SessionPhase, SessionSnapshot } from './snapshot.ts';
