export { toOutcomeFaceOidc as toOutcome } from '@bonafide/contracts/outcome';
export type { FaceOidcStatement, Outcome } from '@bonafide/contracts/outcome';
export type {
  BackchannelLogin,
  BackchannelLoginKey,
  BeginBackchannelLogin,
  WaitForBackchannelLogin,
} from './backchannel-login.ts';
export type { BeginLogin, BegunLogin, PendingLogin } from './begin-login.ts';
export { createFaceOidc } from './create-face-oidc.ts';
export type { FaceOidc } from './create-face-oidc.ts';
export type { FaceLogin, FaceLoginClaims } from './face-login.ts';
export type { FaceOidcEvent, FaceOidcOperation, FaceOidcOptions } from './face-oidc-options.ts';
export type { FaceReference } from './face-reference.ts';
export type { FinishLogin } from './finish-login.ts';
export { faceNotificationHandler } from './notification-handler.ts';
export type {
  FaceNotification,
  FaceNotificationDelivery,
  FaceNotificationHandlerOptions,
} from './notification-handler.ts';
