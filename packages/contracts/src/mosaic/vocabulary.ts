/** The decision; a closed list. `CHALLENGE` is not passed, `DENY` is likely fraud. Source: documented. */
export const RECOMMENDATIONS = ['ALLOW', 'CHALLENGE', 'DENY'] as const;

/** Which picture of a session; a closed list. Source: documented. */
export const IMAGE_TYPES = ['document_front', 'document_back', 'selfie'] as const;

/** Where a session is, in our sandbox. Only `complete` is printed; the list is open. Source: documented, then unknown. */
export const SESSION_STATUSES = [
  'complete',
  'pending',
  'processing',
  'recapture',
  'canceled',
  'failed',
  'expired',
] as const;

/** What is checked, as the result names it. Source: documented. */
export const CHECK_NAMES = [
  'document_validation',
  'document_authentication',
  'document_liveness',
  'biometric_matching',
  'biometric_liveness',
  'flagged_identity',
  'risk_recommendation',
] as const;

/** Why a check did not come out well, as far as the vendor prints it. The list is open. Source: documented. */
export const CHECK_REASONS = [
  'presentation_attack',
  'biometric_mismatch',
  'multiple_same_identity_attempts',
  'action_is_suspected_fraud',
] as const;

/** Why pictures are wanted again, as Android spells it; iOS begins with a small letter. Source: observed. */
export const RECAPTURE_REASONS = [
  'ImageMissing',
  'PoorImageQuality',
  'DocExpired',
  'DocNotSupported',
  'DocDamaged',
] as const;

/** What the web SDK calls back. Source: documented. */
export const WEB_CALLBACKS = [
  'sessionStarted',
  'imageSubmitted',
  'processing',
  'completed',
  'recapture',
  'error',
] as const;

/** `journeyStepId` of the step that is described here. Source: documented. */
export const JOURNEY_STEP_ID = 'identityVerification';

/** What `resource` of a token request is. Source: documented. */
export const TOKEN_RESOURCE = 'https://verify.identity.security';
