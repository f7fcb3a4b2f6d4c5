import type { FaceLoginEnd } from './face-login-words.ts';

/** What the relying party is told of a login that was not granted. */
export interface LoginRefusal {
  readonly error: 'access_denied' | 'server_error';
  readonly description: string;
}

const NOT_GRANTED: LoginRefusal = { error: 'access_denied', description: 'the login was not granted' };

/**
 * Three failed attempts, giving up and running out of time are told alike, in error and in description: what the vendor
 * says for which is not documented, so that nobody may learn here to tell one from the other.
 */
export const REFUSALS: Readonly<Record<Exclude<FaceLoginEnd, 'passed'>, LoginRefusal>> = {
  denied: NOT_GRANTED,
  cancelled: NOT_GRANTED,
  expired: NOT_GRANTED,
  failed: { error: 'server_error', description: 'the face could not be checked' },
};
