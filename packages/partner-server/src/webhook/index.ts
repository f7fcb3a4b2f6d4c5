export { createCredentialCheck } from './check-credentials.ts';
export type { HeaderCredentials } from './check-credentials.ts';
export { createWebhookVerifier } from './create-webhook-verifier.ts';
export type { VerifiedWebhook, WebhookVerifier, WebhookVerifierOptions } from './create-webhook-verifier.ts';
export type { HeadersLike } from './webhook-headers.ts';
export { WebhookVerificationError } from './webhook-verification-error.ts';
export type { WebhookRejectionReason } from './webhook-verification-error.ts';
