import type { components } from '../generated/onekyc/paths.ts';

type Schemas = components['schemas'];

export type { paths as OneKycPaths, webhooks as OneKycWebhooks } from '../generated/onekyc/paths.ts';
export { HEADERS, ORIGINS, PATHS } from './addresses.ts';
export {
  CALLBACK_STATUSES,
  DOCUMENT_STATUSES,
  DOCUMENT_TYPES,
  ERROR_CAUSES,
  FINAL_STATUSES,
  FLOW_SOURCES,
  FLOWS,
  LIVENESS_DECISIONS,
  NEXT_ACTIONS,
  REASON_CODES,
  RISK_LEVELS,
  SUBMISSION_RESULTS,
  SUBMISSION_STATUSES,
  SUBMISSION_TYPES,
  THEMES,
  USER_LOCALES,
} from './vocabulary.ts';

export type OneKycErrorItem = Schemas['ErrorItem'];
export type OneKycErrorResponse = Schemas['ErrorResponse'];
export type TokenData = Schemas['TokenData'];
export type PartnerTokenResponse = Schemas['PartnerTokenResponse'];
export type UserTokenResponse = Schemas['UserTokenResponse'];
export type Flow = Schemas['Flow'];
export type Theme = Schemas['Theme'];
export type InitiateFlowDetails = Schemas['InitiateFlowDetails'];
export type InitiateSdkFlowRequest = Schemas['InitiateSdkFlowRequest'];
export type InitiateWebFlowRequest = Schemas['InitiateWebFlowRequest'];
export type InitiateFlowRequest = Schemas['InitiateFlowRequest'];
export type InitiateFlowData = Schemas['InitiateFlowData'];
export type InitiateFlowResponse = Schemas['InitiateFlowResponse'];
export type SubmissionType = Schemas['SubmissionType'];
export type PolledSubmissionType = Schemas['PolledSubmissionType'];
export type SubmissionStatus = Schemas['SubmissionStatus'];
export type UiMessage = Schemas['UiMessage'];
export type UiMessages = Schemas['UiMessages'];
export type Attempts = Schemas['Attempts'];
export type UploadDocument = Schemas['UploadDocument'];
export type UploadUrlsData = Schemas['UploadUrlsData'];
export type UploadUrlsResponse = Schemas['UploadUrlsResponse'];
export type ConfirmUploadMetadata = Schemas['ConfirmUploadMetadata'];
export type ConfirmUploadRequest = Schemas['ConfirmUploadRequest'];
export type ConfirmUploadData = Schemas['ConfirmUploadData'];
export type ConfirmUploadResponse = Schemas['ConfirmUploadResponse'];
export type DocumentStatus = Schemas['DocumentStatus'];
export type SubmissionDocument = Schemas['SubmissionDocument'];
export type VerificationResult = Schemas['VerificationResult'];
export type NextAction = Schemas['NextAction'];
export type SubmissionStatusData = Schemas['SubmissionStatusData'];
export type SubmissionStatusResponse = Schemas['SubmissionStatusResponse'];
export type FinalStatus = Schemas['FinalStatus'];
export type SubmissionResult = Schemas['SubmissionResult'];
export type FaceMatchResult = Schemas['FaceMatchResult'];
export type LivenessResult = Schemas['LivenessResult'];
export type ReferenceDocumentValidation = Schemas['ReferenceDocumentValidation'];
export type ReferenceImageValidation = Schemas['ReferenceImageValidation'];
export type VerificationResults = Schemas['VerificationResults'];
export type ImageUrls = Schemas['ImageUrls'];
export type SubmissionFindings = Schemas['SubmissionFindings'];
export type SubmissionDetailsData = Schemas['SubmissionDetailsData'];
export type SubmissionDetailsResponse = Schemas['SubmissionDetailsResponse'];
export type ReferenceImageResponse = Schemas['ReferenceImageResponse'];
export type CallbackPayload = Schemas['CallbackPayload'];
export type KtpData = Schemas['KtpData'];
export type PictureClaim = Schemas['PictureClaim'];
export type DocumentCheckResult = Schemas['DocumentCheckResult'];
export type DocumentChecks = Schemas['DocumentChecks'];
export type LivenessDecision = Schemas['LivenessDecision'];
export type LivenessReason = Schemas['LivenessReason'];
export type LivenessEvidence = Schemas['LivenessEvidence'];
export type CaptureBinding = Schemas['CaptureBinding'];
export type CapturedPicture = Schemas['CapturedPicture'];
export type QualityEvidence = Schemas['QualityEvidence'];
export type ClientLivenessEvidence = Schemas['ClientLivenessEvidence'];
export type CameraEvidence = Schemas['CameraEvidence'];
export type CaptureEvidence = Schemas['CaptureEvidence'];
