/** A person looks for a quiet place with light, and may try three times. Also how long a login by CIBA is open (documented). */
export const LOGIN_SECONDS = 1_800;
/**
 * The login outlives the check by this, so that a person whose time ran out on the hosted page can still be sent back with
 * the refusal. Ours.
 */
export const RETURN_SECONDS = 300;
/** From the return to the reading of the claims; all that is kept of a login ends with it. Ours. */
export const CLAIMS_SECONDS = 300;
/** RFC 6749 §4.1.2 recommends at most ten minutes; a server needs seconds. */
export const CODE_SECONDS = 60;
/** Between two questions for a login by CIBA. Source: documented. */
export const INTERVAL_SECONDS = 5;
