import type { components } from '../generated/assure/paths.ts';

type Schemas = components['schemas'];

export type { paths as AssurePaths, webhooks as AssureWebhooks } from '../generated/assure/paths.ts';
export { ORIGINS, PATHS } from './addresses.ts';
export {
  CHECK_RESULTS,
  DEPICTIONS,
  DOCUMENT_TYPES,
  FAIL_REASON_TYPES,
  FINAL_STATUSES,
  PROBLEM_CODES,
  PROCESS_STATUSES,
  PROCESS_TYPES,
  PROVIDERS,
  SIMILARITY_SCORES,
  SUB_RESULTS,
} from './vocabulary.ts';

export type AssureProblem = Schemas['Problem'];
export type TokenRequest = Schemas['TokenRequest'];
export type TokenResponse = Schemas['TokenResponse'];
export type TokenError = Schemas['TokenError'];
export type CreateDossierRequest = Schemas['CreateDossierRequest'];
export type Dossier = Schemas['Dossier'];
export type DocumentTypeEntry = Schemas['DocumentTypeEntry'];
export type DocumentTypesResponse = Schemas['DocumentTypesResponse'];
export type Location = Schemas['Location'];
export type Consents = Schemas['Consents'];
export type ProcessParameters = Schemas['ProcessParameters'];
export type CreateProcessRequest = Schemas['CreateProcessRequest'];
export type ProcessStatus = Schemas['ProcessStatus'];
export type FinalResult = Schemas['FinalResult'];
export type FacialSimilarity = Schemas['FacialSimilarity'];
export type DocumentVerification = Schemas['DocumentVerification'];
export type ProviderSpecific = Schemas['ProviderSpecific'];
export type FailReason = Schemas['FailReason'];
export type AssureProcess = Schemas['Process'];
export type Depiction = Schemas['Depiction'];
export type SetImagesRequest = Schemas['SetImagesRequest'];
export type ImageResponse = Schemas['ImageResponse'];
export type PictureEvidence = Schemas['PictureEvidence'];
export type CaptureEvidence = Schemas['CaptureEvidence'];
export type StartVerificationRequest = Schemas['StartVerificationRequest'];
export type AssureNotification = Schemas['Notification'];
export type UserData = Schemas['UserData'];
export type DossierFiles = Schemas['DossierFiles'];
export type CaptureProvider = Schemas['CaptureProvider'];
export type CaptureParameters = Schemas['CaptureParameters'];
export type StartCaptureRequest = Schemas['StartCaptureRequest'];
export type CaptureFlow = Schemas['CaptureFlow'];
export type CaptureConfiguration = Schemas['CaptureConfiguration'];
export type Watermark = Schemas['Watermark'];
export type ImageServiceRequest = Schemas['ImageServiceRequest'];
export type ProcessCompleteEvent = Schemas['ProcessCompleteEvent'];
