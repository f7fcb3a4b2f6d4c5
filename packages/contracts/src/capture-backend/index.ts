import type { components } from '../generated/capture-backend/paths.ts';

type Schemas = components['schemas'];

export type { paths as CaptureBackendPaths } from '../generated/capture-backend/paths.ts';
export { HEADERS, PATHS } from './addresses.ts';
export {
  CAPTURE_DEPICTIONS,
  CAPTURE_STATUSES,
  DOCUMENT_SIDES,
  END_OF_STATUS,
  FINAL_STATUSES,
  HANDOVER_STATUSES,
  RECAPTURE_REASONS,
  REFUSAL_CODES,
} from './vocabulary.ts';

export type CaptureDepiction = Schemas['CaptureDepiction'];
export type DocumentSide = Schemas['DocumentSide'];
export type DocumentOption = Schemas['DocumentOption'];
export type ConsentDocument = Schemas['ConsentDocument'];
export type ConsentRequirement = Schemas['ConsentRequirement'];
export type Requirements = Schemas['Requirements'];
export type GrantedConsent = Schemas['GrantedConsent'];
export type ProcessConsents = Schemas['ProcessConsents'];
export type CreateProcess = Schemas['CreateProcess'];
export type ProcessRequirements = Schemas['ProcessRequirements'];
export type CreatedProcess = Schemas['CreatedProcess'];
export type CaptureStatus = Schemas['CaptureStatus'];
export type Recapture = Schemas['Recapture'];
export type CaptureAttempts = Schemas['CaptureAttempts'];
export type ProcessState = Schemas['ProcessState'];
export type ReceivedImage = Schemas['ReceivedImage'];
export type PictureEvidence = Schemas['PictureEvidence'];
export type CaptureEvidence = Schemas['CaptureEvidence'];
export type StartVerification = Schemas['StartVerification'];
export type CreateHandover = Schemas['CreateHandover'];
export type CreatedHandover = Schemas['CreatedHandover'];
export type ClaimHandover = Schemas['ClaimHandover'];
export type ClaimedHandover = Schemas['ClaimedHandover'];
export type ConfirmHandover = Schemas['ConfirmHandover'];
export type HandoverStatus = Schemas['HandoverStatus'];
export type HandoverState = Schemas['HandoverState'];
export type RefusalCode = Schemas['RefusalCode'];
export type Refusal = Schemas['Refusal'];
