export type { Clock, Timer } from '#wire/clock.js';
export type { PollPolicy } from '#wire/poll.js';
export type { Fetch } from '#wire/request.js';
export type { RetryPolicy } from '#wire/retry.js';
export type { AtomicStore } from './atomic-store.ts';
export { callbackHandler } from './onekyc/callback-handler.ts';
export type { CallbackDelivery, CallbackHandlerOptions, OneKycCallback } from './onekyc/callback-handler.ts';
export { createOneKyc } from './onekyc/create-onekyc.ts';
export type { OneKyc } from './onekyc/create-onekyc.ts';
export type { CallSettings } from './onekyc/gateway-client.ts';
export type { GetSubmissionDetails, SubmissionDetails, SubmissionKey } from './onekyc/get-submission-details.ts';
export type {
  InitiatedSdkFlow,
  InitiatedWebFlow,
  InitiateSdkFlow,
  InitiateWebFlow,
  OneKycUser,
} from './onekyc/initiate-flow.ts';
export type { OneKycEvent, OneKycOperation, OneKycOptions } from './onekyc/onekyc-options.ts';
export { referenceImageHandler } from './onekyc/reference-image-handler.ts';
export type { ReferenceImageHandlerOptions, ReferenceImageRequest } from './onekyc/reference-image-handler.ts';
export type { FinishedSubmission, WaitForSubmission } from './onekyc/wait-for-submission.ts';
export { isPartnerServerError, PARTNER_SERVER_ERRORS, PartnerServerError } from './partner-server-error.ts';
export type { OperatorAction, PartnerServerErrorCode, PartnerServerErrorFacts } from './partner-server-error.ts';
export { createMemoryStore } from './stores/memory.ts';
export type { MemoryStoreOptions } from './stores/memory.ts';
export { WebhookVerificationError } from './webhook/webhook-verification-error.ts';
export type { WebhookRejectionReason } from './webhook/webhook-verification-error.ts';
