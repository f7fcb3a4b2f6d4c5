export { initialize, type InitializeOptions } from './launch/initialize.ts';
export { launchSelfieLiveness, type LaunchSelfieLivenessOptions } from './launch/launch-selfie-liveness.ts';
export type { SelfieLivenessTheme } from './launch/selfie-liveness-theme.ts';
export { registerMessages } from './messages/message-registry.ts';
export type { Messages, PartialMessages, PluralMessage, TitledMessage } from './messages/messages.ts';
export { SelfieLiveness } from './selfie-liveness/selfie-liveness.ts';
export {
  SelfieLivenessEvent,
  type SelfieLivenessEventDetails,
  type SelfieLivenessEventMap,
  type SelfieLivenessEventType,
} from './selfie-liveness/selfie-liveness-events.ts';
export type { SelfieLivenessMetrics } from './selfie-liveness/session-metrics.ts';
