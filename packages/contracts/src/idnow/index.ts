import type { components } from '../generated/idnow/paths.ts';

type Schemas = components['schemas'];

export type { paths as IdnowPaths, webhooks as IdnowWebhooks } from '../generated/idnow/paths.ts';
export { ORIGINS, PATHS } from './addresses.ts';
export {
  ASSURANCE_LEVEL,
  AUTHENTICATION_V1_ROUTES,
  AUTHENTICATION_V2_ROUTES,
  CHECK_OUTCOMES,
  CREDENTIAL_TYPES,
  DOCUMENT_ROUTES,
  ENROLLMENT_ROUTES,
  ENVIRONMENTS,
  EVENT_ATTEMPTS,
  FINAL_STATUSES,
  SESSION_OUTCOMES,
  SESSION_STATUSES,
  STEP_TYPES,
  TRUST_FRAMEWORK,
  VERIFICATION_CHECKS,
  VERIFICATION_STATUSES,
} from './vocabulary.ts';

export type IdnowProblem = Schemas['Problem'];
export type TokenRequest = Schemas['TokenRequest'];
export type TokenResponse = Schemas['TokenResponse'];
export type TokenError = Schemas['TokenError'];
export type IdnowEnvironment = Schemas['Environment'];
export type SessionStatus = Schemas['SessionStatus'];
export type SessionOutcome = Schemas['SessionOutcome'];
export type SessionMetadata = Schemas['SessionMetadata'];
export type BasicIdentity = Schemas['BasicIdentity'];
export type DocumentImages = Schemas['DocumentImages'];
export type BiometricSamples = Schemas['BiometricSamples'];
export type SessionInput = Schemas['SessionInput'];
export type CreateSessionRequest = Schemas['CreateSessionRequest'];
export type SessionContext = Schemas['SessionContext'];
export type CreatedSession = Schemas['CreatedSession'];
export type LastStep = Schemas['LastStep'];
export type SessionResults = Schemas['SessionResults'];
export type IdnowSession = Schemas['Session'];
export type SessionExtension = Schemas['SessionExtension'];
export type UserReference = Schemas['UserReference'];
export type CredentialType = Schemas['CredentialType'];
export type AuthenticatorCredential = Schemas['AuthenticatorCredential'];
export type AuthenticationReason = Schemas['AuthenticationReason'];
export type AuthenticationResult = Schemas['AuthenticationResult'];
export type VerificationStatus = Schemas['VerificationStatus'];
export type CheckOutcome = Schemas['CheckOutcome'];
export type VerificationCheck = Schemas['VerificationCheck'];
export type VaultReference = Schemas['VaultReference'];
export type VerificationEvidence = Schemas['VerificationEvidence'];
export type VerificationMethod = Schemas['VerificationMethod'];
export type Verification = Schemas['Verification'];
export type EventPayload = Schemas['EventPayload'];
export type EventData = Schemas['EventData'];
export type EventClaims = Schemas['EventClaims'];
export type EventKey = Schemas['EventKey'];
export type EventKeys = Schemas['EventKeys'];
export type EventToken = Schemas['EventToken'];
export type TransactionClaims = Schemas['TransactionClaims'];
export type TransactionToken = Schemas['TransactionToken'];
export type TransactionKey = Schemas['TransactionKey'];
export type VerifyTransactionRequest = Schemas['VerifyTransactionRequest'];
export type VerifyTransactionResponse = Schemas['VerifyTransactionResponse'];
export type DeleteUserResponse = Schemas['DeleteUserResponse'];
