export { DocumentCapture } from './document-capture/document-capture.ts';
export {
  DocumentCaptureEvent,
  type DocumentCaptureEventDetails,
  type DocumentCaptureEventMap,
  type DocumentCaptureEventType,
} from './document-capture/document-capture-events.ts';
export {
  IdVerificationEvent,
  type IdVerificationEventDetails,
  type IdVerificationEventMap,
  type IdVerificationEventType,
} from './id-verification/id-verification-events.ts';
export { IdVerification } from './id-verification/id-verification.ts';
export type { IdVerificationMessages } from './id-verification/id-verification-properties.ts';
export { initialize, type InitializeOptions } from './launch/initialize.ts';
export { launchSelfieLiveness, type LaunchSelfieLivenessOptions } from './launch/launch-selfie-liveness.ts';
export {
  launchIdVerification,
  type LaunchIdVerificationOptions,
  type LaunchIdVerificationResult,
} from './launch/launch-id-verification.ts';
export type { LaunchAssist } from './launch/launch-element.ts';
export type { LaunchTheme, SelfieLivenessTheme } from './launch/launch-theme.ts';
export type { DocumentMessages } from './messages/document-messages.ts';
export type { IdentityMessages } from './messages/identity-messages.ts';
export { registerMessages, type LanguageMessages } from './messages/message-registry.ts';
export type { Messages, PartialMessages, PluralMessage, TitledMessage } from './messages/messages.ts';
export { SelfieLiveness } from './selfie-liveness/selfie-liveness.ts';
export {
  SelfieLivenessEvent,
  type SelfieLivenessEventDetails,
  type SelfieLivenessEventMap,
  type SelfieLivenessEventType,
} from './selfie-liveness/selfie-liveness-events.ts';
export type { SelfieLivenessMetrics } from './selfie-liveness/session-metrics.ts';
export type { Aid } from './shell/assist/aids.ts';
export type { AssistPorts, HapticOutput, ToneOutput, Voice, VoiceListeners } from './shell/assist/assist-ports.ts';
