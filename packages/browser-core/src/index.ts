// The browser core by its parts. An element needs `./session` alone; a server that looks at pictures again, `./vision`.
export { BrowserCoreError, isBrowserCoreError } from './browser-core-error.ts';
export type { BrowserCoreErrorOptions } from './browser-core-error.ts';

export { checkSupport } from './camera/check-support.ts';
export { openCamera } from './camera/open-camera.ts';
export type {
  Camera,
  CameraDescription,
  CameraInterruption,
  CameraOptions,
  SupportReport,
  SupportTest,
} from './camera/camera.ts';

export { openVision } from './face/open-vision.ts';
export type {
  AnalysableFrame,
  AnalyseOptions,
  AssetProgress,
  Vision,
  VisionBackend,
  VisionDetector,
  VisionOptions,
} from './face/vision.ts';
export type { FaceMeasurement, FrameMeasurement, HeadPose } from './face/frame-measurement.ts';

export { DEFAULT_QUALITY_POLICY, QUALITY_THRESHOLDS, createQualityPolicy } from './quality/quality-policy.ts';
export type { QualityPolicy, QualityThreshold, Threshold } from './quality/quality-policy.ts';
export type { EnterThreshold, QualityCheck } from './quality/frame-problems.ts';
export { inspectQuality } from './quality/inspect-quality.ts';
export type { QualityInspection } from './quality/inspect-quality.ts';
export { judgeStill } from './quality/judge-still.ts';
export type { StillJudgement } from './quality/judge-still.ts';
export type { GateState } from './quality/quality-gate.ts';
export type { QualitySummary } from './quality/quality-summary.ts';
export { fuseLiveness } from './liveness/fuse-liveness.ts';
export type { LivenessInput } from './liveness/fuse-liveness.ts';
export { DEFAULT_LIVENESS_POLICY } from './liveness/liveness-policy.ts';
export type { FusionCalibration, LivenessPolicy, SignalWeight } from './liveness/liveness-policy.ts';
export type { LivenessAssessment, LivenessReason, LivenessSignal } from './liveness/liveness-assessment.ts';

export { openDocumentVision } from './document/open-document-vision.ts';
export { startDocumentCapture } from './document/capture/start-document-capture.ts';
export { captureDocumentFile } from './document/capture/capture-document-file.ts';
export type { DocumentFormat, DocumentSide } from './document/document-format.ts';
export type { DocumentMeasurement, SeenDocument } from './document/document-measurement.ts';
export type { DocumentQualitySummary } from './document/document-quality-summary.ts';
export type {
  AnalyseDocumentOptions,
  DocumentContext,
  DocumentRead,
  DocumentVision,
  DocumentVisionOptions,
  DocumentPlace,
} from './document/document-vision.ts';
export type { DocumentType, ExpectedDocument } from './document/expected-document.ts';
export type { DocumentGateState } from './document/gate/document-gate-state.ts';
export type {
  CaptureDocumentFileOptions,
  DocumentCaptureRun,
  FileLimits,
  StartDocumentCaptureOptions,
} from './document/capture/document-capture-options.ts';
export type { DocumentCaptureResult } from './document/capture/document-capture-result.ts';
export type { DocumentReading } from './document/reading/document-reading.ts';
export type { Point, Quad } from './document/quad.ts';

export { startCapture } from './capture/capture-loop.ts';
export type { CapturePage } from './capture/capture-evidence.ts';
export type { CaptureLight, CaptureRun, StartCaptureOptions } from './capture/capture-loop.ts';
export type { CaptureResult } from './capture/capture-result.ts';
export type { CapturedFrame } from './capture/frame-keeper.ts';
export { watchDeviceTilt } from './capture/device-tilt.ts';

export { createOneKycGateway } from './gateway/create-onekyc-gateway.ts';
export type { OneKycGatewayOptions } from './gateway/create-onekyc-gateway.ts';
export { GatewayError, isGatewayError } from './gateway/gateway-error.ts';
export type {
  LivenessGateway,
  NextAction,
  SubmissionLifecycle,
  SubmissionMetadata,
  SubmissionStatus,
  UploadTarget,
} from './gateway/liveness-gateway.ts';
export { nextAction } from './gateway/next-action.ts';
export type { PictureRequest, PutPicture } from './gateway/put-picture.ts';

export { createLivenessSession } from './session/liveness-session.ts';
export type { LivenessSession } from './session/liveness-session.ts';
export type {
  CaptureSummary,
  LivenessSessionOptions,
  SessionEventMap,
  SessionProvider,
  TelemetryRecord,
} from './session/liveness-session-options.ts';
export type {
  CaptureProgress,
  CaptureRequest,
  LightRequest,
  GatewayFactory,
  SessionEnvironment,
  SessionInit,
  SessionPorts,
  SessionStore,
} from './session/ports.ts';
export type { SessionReason } from './session/session-reason.ts';
export type { DocumentVerificationResult, SessionFailure, SessionPhase, SessionSnapshot } from './session/snapshot.ts';
