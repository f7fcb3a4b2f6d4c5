export type { Clock, Timer } from '#wire/clock.js';
export type { PollPolicy } from '#wire/poll.js';
export type { Fetch } from '#wire/request.js';
export type { RetryPolicy } from '#wire/retry.js';
export type { AssureEvent, AssureOperation, AssureOptions } from './assure/assure-options.ts';
export { createAssure } from './assure/create-assure.ts';
export type { Assure } from './assure/create-assure.ts';
export { assureNotificationHandler } from './assure/notification-handler.ts';
export type { AssureDelivery, AssureNotificationHandlerOptions } from './assure/notification-handler.ts';
export type { AtomicStore } from './atomic-store.ts';
export { captureBackendHandler } from './capture-backend/capture-backend-handler.ts';
export type {
  CaptureBackendOptions,
  CaptureConsent,
  CaptureProcess,
  CaptureSubject,
  RecordedConsent,
} from './capture-backend/capture-backend-options.ts';
export { createMosaic } from './mosaic/create-mosaic.ts';
export type { Mosaic } from './mosaic/create-mosaic.ts';
export { createMosaicStep } from './mosaic/create-mosaic-step.ts';
export type { MosaicStep, MosaicStepOptions, MosaicStepStart } from './mosaic/create-mosaic-step.ts';
export type { MosaicBranch } from './mosaic/mosaic-branch.ts';
export type { MosaicEvent, MosaicOperation, MosaicOptions } from './mosaic/mosaic-options.ts';
export { ReturnRejectedError } from './mosaic/return-rejected-error.ts';
export type { ReturnRejectionReason } from './mosaic/return-rejected-error.ts';
export { callbackHandler } from './onekyc/callback-handler.ts';
export type { CallbackDelivery, CallbackHandlerOptions, OneKycCallback } from './onekyc/callback-handler.ts';
export { createOneKyc } from './onekyc/create-onekyc.ts';
export type { OneKyc } from './onekyc/create-onekyc.ts';
export type { CallSettings } from './gateway/gateway-client.ts';
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
