export { toOutcomeOneKyc as toOutcome } from '@bonafide/contracts/outcome';
export type { OneKycStatement, Outcome } from '@bonafide/contracts/outcome';
export { callbackHandler } from './callback-handler.ts';
export type { CallbackDelivery, CallbackHandlerOptions, OneKycCallback } from './callback-handler.ts';
export { createOneKyc } from './create-onekyc.ts';
export type { OneKyc } from './create-onekyc.ts';
export type { CallSettings } from '../gateway/gateway-client.ts';
export type { GetSubmissionDetails, SubmissionDetails, SubmissionKey } from './get-submission-details.ts';
export type {
  InitiatedSdkFlow,
  InitiatedWebFlow,
  InitiateSdkFlow,
  InitiateWebFlow,
  OneKycUser,
} from './initiate-flow.ts';
export type { OneKycEvent, OneKycOperation, OneKycOptions } from './onekyc-options.ts';
export { referenceImageHandler } from './reference-image-handler.ts';
export type { ReferenceImageHandlerOptions, ReferenceImageRequest } from './reference-image-handler.ts';
export type { FinishedSubmission, WaitForSubmission } from './wait-for-submission.ts';
