import type { components } from '../generated/mosaic/paths.ts';

type Schemas = components['schemas'];

export type { paths as MosaicPaths, webhooks as MosaicWebhooks } from '../generated/mosaic/paths.ts';
export { ORIGINS, PATHS } from './addresses.ts';
export {
  CHECK_NAMES,
  CHECK_REASONS,
  IMAGE_TYPES,
  JOURNEY_STEP_ID,
  RECAPTURE_REASONS,
  RECOMMENDATIONS,
  SESSION_STATUSES,
  TOKEN_RESOURCE,
  WEB_CALLBACKS,
} from './vocabulary.ts';

export type MosaicProblem = Schemas['Problem'];
export type TokenRequest = Schemas['TokenRequest'];
export type TokenResponse = Schemas['TokenResponse'];
export type TokenError = Schemas['TokenError'];
export type Recommendation = Schemas['Recommendation'];
export type ImageType = Schemas['ImageType'];
export type MockBehavior = Schemas['MockBehavior'];
export type CreateVerificationRequest = Schemas['CreateVerificationRequest'];
export type VerificationSession = Schemas['VerificationSession'];
export type VerificationStatus = Schemas['VerificationStatus'];
export type VerificationConsent = Schemas['VerificationConsent'];
export type VerifiedPerson = Schemas['VerifiedPerson'];
export type VerifiedDocument = Schemas['VerifiedDocument'];
export type VerifiedInfo = Schemas['VerifiedInfo'];
export type VerifiedAddress = Schemas['VerifiedAddress'];
export type AdditionalInfo = Schemas['AdditionalInfo'];
export type VerificationCheck = Schemas['VerificationCheck'];
export type VerificationChecks = Schemas['VerificationChecks'];
export type VerificationResult = Schemas['VerificationResult'];
export type SessionImage = Schemas['SessionImage'];
export type SessionImages = Schemas['SessionImages'];
export type FaceReference = Schemas['FaceReference'];
export type CreateFaceAuthenticationRequest = Schemas['CreateFaceAuthenticationRequest'];
export type FaceAuthenticationSession = Schemas['FaceAuthenticationSession'];
export type FaceAuthenticationResult = Schemas['FaceAuthenticationResult'];
export type JourneyPayload = Schemas['JourneyPayload'];
export type JourneyError = Schemas['JourneyError'];
export type JourneyData = Schemas['JourneyData'];
export type JourneyServiceResponse = Schemas['JourneyServiceResponse'];
export type JourneyReturn = Schemas['JourneyReturn'];
export type JourneyClientInput = Schemas['JourneyClientInput'];
