import { STEP_TYPES } from '@bonafide/contracts/idnow';
import type { AuthenticationResult, AuthenticatorCredential, IdnowSession } from '@bonafide/contracts/idnow';
import { PartnerServerError } from '../partner-server-error.ts';
import { readVerification } from './read-verification.ts';
import type { IdnowVerification } from './read-verification.ts';

/** What the biometric step of a session came to: its route, and the block that it left. */
export type IdnowStep =
  | { readonly step: 'enrollment'; readonly route: 'accepted'; readonly credential: AuthenticatorCredential }
  | { readonly step: 'enrollment'; readonly route: 'rejected' | 'already_enrolled' }
  | {
      readonly step: 'authentication-v1';
      readonly route: 'authenticated';
      readonly authentication: AuthenticationResult & { readonly result: 'success' };
    }
  | {
      readonly step: 'authentication-v1';
      readonly route: 'failed';
      readonly authentication: AuthenticationResult & { readonly result: 'failure' };
    }
  | {
      readonly step: 'authentication-v2';
      readonly route: 'verified';
      readonly verification: IdnowVerification & { readonly status: 'verified' };
    }
  | {
      readonly step: 'authentication-v2';
      readonly route: 'rejected';
      readonly verification: IdnowVerification & { readonly status: 'rejected' | 'aborted' | 'error' };
    };

/** Five failures in ten minutes lock a person out for ten. Source: documented, as the default of Keyless. */
const LOCKOUT_MS = 600_000;
const LOCKED_OUT: ReadonlySet<unknown> = new Set(['SERVER_USER_LOCKED_OUT', 'SERVER_NO_ATTEMPTS_LEFT']);

/**
 * The biometric step of a finished session; undefined while it is not `COMPLETED`, and for a flow that ends on another step.
 *
 * A route and a block that contradict each other are refused.
 * @throws {PartnerServerError} `locked-out`: too many failures, so that nothing was looked at; `retryAfterMs` says how long
 *   it lasts at most. `invalid-response`
 */
export function readStep(session: IdnowSession): IdnowStep | undefined {
  if (session.sessionStatus !== 'COMPLETED') return undefined;
  throwIfLockedOut(session);
  const route = session.lastStep?.verdict;
  const { verification, authenticationResult, authenticatorCredential } = session.results ?? {};
  if (verification !== undefined) return ofVerification(route, readVerification(verification));
  if (authenticationResult !== undefined) return ofAuthentication(route, authenticationResult);
  const isEnrollment = /enrol/i.test([session.lastStep?.stepDescription, session.lastStep?.stepName].join(' '));
  if (authenticatorCredential !== undefined) {
    if (route !== 'accepted') throw contradictory();
    return { step: 'enrollment', route, credential: authenticatorCredential };
  }
  if (route === 'already_enrolled') return { step: 'enrollment', route };
  if (route === 'rejected' && isEnrollment) return { step: 'enrollment', route };
  // A recognition without its block proves nothing.
  const isAuthentication = STEP_TYPES.some((type) => type === session.lastStep?.stepType);
  if (isAuthentication || route === 'authenticated' || (isEnrollment && route === 'accepted')) throw contradictory();
  return undefined;
}

function ofVerification(route: string | undefined, verification: IdnowVerification): IdnowStep {
  const step = 'authentication-v2';
  if (verification.status === 'verified') {
    if (route !== 'verified') throw contradictory();
    return { step, route, verification };
  }
  if (route !== 'rejected') throw contradictory();
  return { step, route, verification };
}

function ofAuthentication(route: string | undefined, authentication: AuthenticationResult): IdnowStep {
  const step = 'authentication-v1';
  const { result } = authentication;
  if (result === 'success' && route === 'authenticated')
    return { step, route, authentication: { ...authentication, result } };
  if (result === 'failure' && route === 'failed') return { step, route, authentication: { ...authentication, result } };
  throw contradictory();
}

/** The vendor says it with v1; with v2 its table has no place for a reason, and the sandbox says it beside the table. */
function throwIfLockedOut({ results, 'x-bonafide': ours }: IdnowSession): void {
  if (!LOCKED_OUT.has(results?.authenticationResult?.reason?.code) && !LOCKED_OUT.has(ours?.reasonCode)) return;
  const seconds = ours?.retryAfterSeconds;
  throw new PartnerServerError('locked-out', 'too many failed attempts: nothing is looked at for a while', {
    retryAfterMs: seconds === undefined ? LOCKOUT_MS : seconds * 1000,
  });
}

function contradictory(): PartnerServerError {
  return new PartnerServerError('invalid-response', "the step's route and its block do not agree");
}
