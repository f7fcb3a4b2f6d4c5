export type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
export { guideOutline } from '../../document/capture/guide-outline.ts';
export { aspectOf, DOCUMENT_SIZES_MM } from '../../document/document-format.ts';
export type { DocumentFormat, DocumentSide } from '../../document/document-format.ts';
export type { DocumentMeasurement } from '../../document/document-measurement.ts';
export { FORMATS_OF_TYPE, likeliestFormat } from '../../document/expected-document.ts';
export type { DocumentType, ExpectedDocument } from '../../document/expected-document.ts';
export { createCaptureBackendGateway } from '../../gateway/create-capture-backend-gateway.ts';
export type { CaptureBackendGatewayOptions } from '../../gateway/create-capture-backend-gateway.ts';
export { createCaptureBackendHandoverPort } from '../../gateway/create-capture-backend-handover-port.ts';
export type { CaptureBackendHandoverOptions } from '../../gateway/create-capture-backend-handover-port.ts';
export { takeHandoverTicket } from '../../gateway/handover-ticket.ts';
export type { HandoverPage, HandoverTicket } from '../../gateway/handover-ticket.ts';
export { joinHandover } from '../../gateway/join-handover.ts';
export type { HandedOver, JoinHandoverOptions } from '../../gateway/join-handover.ts';
export { CheckOverError, isCheckOverError } from '../../gateway/check-over-error.ts';
export type { CheckEnd } from '../../gateway/check-over-error.ts';
export { createHandInGateway, createHandInOptions } from '../../gateway/create-hand-in-gateway.ts';
export type { HandedInSelfie } from '../../gateway/create-hand-in-gateway.ts';
export { createOneKycIdentityGateway } from '../../gateway/create-onekyc-identity-gateway.ts';
export type { OneKycIdentityGatewayOptions } from '../../gateway/create-onekyc-identity-gateway.ts';
export { GatewayError, isGatewayError } from '../../gateway/gateway-error.ts';
export { RECAPTURE_REASONS } from '../../gateway/identity-gateway.ts';
export type {
  ConsentDemand,
  Depiction,
  DocumentChoice,
  GivenConsent,
  IdentityGateway,
  IdentityPicture,
  IdentityPoll,
  IdentityProcess,
  IdentityRequest,
  IdentityRequirements,
  RecaptureReason,
} from '../../gateway/identity-gateway.ts';
export { createDocumentCaptureSession } from '../document/document-session.ts';
export type { DocumentCaptureSession } from '../document/document-session.ts';
export type {
  DocumentCaptureSessionOptions,
  DocumentCaptureSummary,
  DocumentSessionEventMap,
  DocumentTelemetryRecord,
} from '../document/document-session-options.ts';
export type { DocumentSessionPorts } from '../document/document-ports.ts';
export type { DocumentCapturePhase, DocumentCaptureSnapshot } from '../document/document-snapshot.ts';
export type { SessionPace } from '../pace.ts';
export type { SessionFailure } from '../snapshot.ts';
export { createIdentitySession } from './identity-session.ts';
export type { IdentitySession } from './identity-session.ts';
export type { IdentityEventMap, IdentitySessionOptions, IdentityTelemetryRecord } from './identity-options.ts';
export type { HandoverLink, HandoverPort, HandoverProgress, HandoverRequest, IdentityPorts } from './identity-ports.ts';
export type {
  IdentityCapture,
  IdentityConsent,
  IdentityHandover,
  IdentityNotice,
  IdentityOutcome,
  IdentityPhase,
  IdentitySnapshot,
  IdentityStep,
  IdentityStepEntry,
} from './identity-snapshot.ts';
