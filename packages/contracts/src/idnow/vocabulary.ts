/** The flow's two environments; a closed list. Source: documented. */
export const ENVIRONMENTS = ['live', 'staging'] as const;

/** Where a session is; a closed list. `COMPLETED` is no decision. Source: documented. */
export const SESSION_STATUSES = ['CREATED', 'RUNNING', 'EXPIRED', 'ERROR', 'ABORTED', 'COMPLETED'] as const;

/** Those at which nothing more comes. Source: documented. */
export const FINAL_STATUSES = ['EXPIRED', 'ERROR', 'ABORTED', 'COMPLETED'] as const;

/** The decision; a closed list. Source: documented. */
export const SESSION_OUTCOMES = ['accepted', 'rejected', 'NO_OUTCOME'] as const;

/** Types of the two authentication steps. Source: documented. */
export const STEP_TYPES = ['BIOMETRIC_VERIFICATION:v1', 'BIOMETRIC_VERIFICATION:v2'] as const;

/** What the block `Verification` of Authentication v2 comes to; a closed list. Source: documented. */
export const VERIFICATION_STATUSES = ['verified', 'rejected', 'aborted', 'error'] as const;

/** What Authentication v2 checks. On a rejection both read `failed`. Source: documented. */
export const VERIFICATION_CHECKS = ['livenessDetection', 'faceComparison'] as const;

/** What a check comes to; a closed list. Source: documented. */
export const CHECK_OUTCOMES = ['passed', 'failed'] as const;

/** Routes of Authentication v2. Source: documented. */
export const AUTHENTICATION_V2_ROUTES = ['verified', 'rejected'] as const;

/** Routes of Authentication v1. Source: documented. */
export const AUTHENTICATION_V1_ROUTES = ['authenticated', 'failed'] as const;

/** Routes of Biometric Enrollment. Source: documented. */
export const ENROLLMENT_ROUTES = ['accepted', 'rejected', 'already_enrolled'] as const;

/** Routes of the verification of a document. Source: documented. */
export const DOCUMENT_ROUTES = ['verified', 'not_verified', 'fraud_detected'] as const;

/** Kinds of credential; a closed list. Source: documented. */
export const CREDENTIAL_TYPES = ['FACE', 'FINGERPRINT', 'FIDO_KEY'] as const;

/** What the block `Verification` holds on success, and null otherwise. Source: documented. */
export const TRUST_FRAMEWORK = 'io.idnow.biometric';
export const ASSURANCE_LEVEL = 'substantial';

/** How often an event is delivered at most. Source: documented. */
export const EVENT_ATTEMPTS = 3;
