/** What a user is asked to do. Source: documented. */
export const FLOWS = ['FACE_VERIFICATION', 'KTP_SCAN', 'KYC_LITE', 'ON_DEMAND_FR', 'STANDALONE_LIVENESS'] as const;

/** Who draws the screens: the partner (`SDK`) or the hosted page (`WEB_SDK`). Source: documented. */
export const FLOW_SOURCES = ['SDK', 'WEB_SDK'] as const;

/** Look of the hosted page; the gateway assumes `NO_PREFERENCE`. Source: documented. */
export const THEMES = ['DARK_MODE', 'LIGHT_MODE', 'NO_PREFERENCE'] as const;

/** Language of the hosted page; the gateway assumes `id_ID`. Source: documented. */
export const USER_LOCALES = ['id_ID', 'en_ID'] as const;

/** What a submission consists of. Source: documented. */
export const SUBMISSION_TYPES = [
  'KTP_SCAN',
  'STANDALONE_LIVENESS',
  'FACE_MATCH',
  'FACE_VERIFICATION',
  'KYC_LITE',
] as const;

/**
 * Where a submission is, as the capturing client sees it. None of these words is a decision: `COMPLETED` says that
 * processing is over. Source: documented.
 */
export const SUBMISSION_STATUSES = ['INITIATED', 'IN_PROGRESS', 'PARTIALLY_COMPLETED', 'COMPLETED', 'ERROR'] as const;

/** Where a submission is, as the partner's server sees it. Source: documented. */
export const FINAL_STATUSES = ['COMPLETED', 'ERROR', 'IN_PROGRESS'] as const;

/** What a callback is sent for. Source: inferred from the vendor's sister product. */
export const CALLBACK_STATUSES = ['COMPLETED', 'ERROR'] as const;

/** The decision; means something only with `COMPLETED`. Source: documented. */
export const SUBMISSION_RESULTS = ['VALID', 'INVALID'] as const;

/** Where one document of a submission is. Source: documented. */
export const DOCUMENT_STATUSES = ['PENDING', 'UPLOADED', 'VERIFIED', 'INVALID', 'REJECTED'] as const;

/** Keys of `documents` that the vendor prints; others may come. Source: documented. */
export const DOCUMENT_TYPES = ['SELFIE', 'ADDITIONAL_SELFIE', 'KTP'] as const;

/** Risk in the polled verdict. Source: documented. */
export const RISK_LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const;

/**
 * What the capturing client does next: capture again, go on polling, end the flow. The vendor prints the words and not
 * the field that carries them; ours is `data.nextAction` of the submission status. Source: extension.
 */
export const NEXT_ACTIONS = ['RETRY', 'STATUS', 'EXIT'] as const;

/** What a liveness assessment comes to. Source: extension. */
export const LIVENESS_DECISIONS = ['live', 'not_live', 'unsure'] as const;

/**
 * Reason codes that the vendor's pages show. The list is open: the type of `reasonCode` is `string`. The last two are
 * seen inside the validation of a reference image and with status `ERROR`. Source: documented.
 */
export const REASON_CODES = [
  'FACE_MATCH_FAILED',
  'NOT_LIVE',
  'REFERENCE_IMAGE_VALIDATION_FAILED',
  'DOCUMENT_NOT_FOUND',
  'INVALID_DOCUMENT',
  'NOT_EKTP',
  'VERIFICATION_FAILED',
] as const;

/**
 * Causes in error answers that the vendor's pages show, and the four of our own upload operation at the end. The list is
 * open: the type of `cause` is `string`. Source: documented, then extension.
 */
export const ERROR_CAUSES = [
  'CLIENT_ID_CAN_NOT_BE_EMPTY',
  'PASS_KEY_CAN_NOT_BE_EMPTY',
  'MISSING_CLIENT_ID_OR_PASS_KEY',
  'UNAUTHORIZED',
  'GENERIC_SERVICE_ERROR',
  'X_PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
  'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
  'COE_PARTNER_CAN_NOT_BE_EMPTY',
  'INVALID_SUBMISSION_TYPE',
  'SUBMISSION_QUOTA_EXCEEDED',
  'SOMETHING_WENT_WRONG',
  'X_SDK_SESSION_ID_CAN_NOT_BE_EMPTY',
  'INVALID_CONFIRM_UPLOAD_REQUEST',
  'FORBIDDEN',
  'SUBMISSION_DOES_NOT_EXIST',
  'SUBMISSION_STATE_CONFLICT',
  'INVALID_UPLOAD_ARTIFACT',
  'TOO_MANY_REQUESTS',
  'SERVICE_UNAVAILABLE',
  'INVALID_SUBMISSION_ID',
  'PARTNER_USER_ID_CAN_NOT_BE_EMPTY',
  'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
  'UPLOAD_URL_EXPIRED',
  'UPLOAD_SIGNATURE_INVALID',
  'UPLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const;
