import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { isPartnerServerError, PartnerServerError } from '../partner-server-error.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';

/**
 * Words of the standards (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6, CIBA §13) that are handled in another way than their
 * status says. A code that was used or is over begins again; so does a login that nobody may go on with.
 */
const CODES: ReadonlyMap<string, PartnerServerErrorCode> = new Map([
  ['invalid_client', 'credentials-rejected'],
  ['invalid_grant', 'conflict'],
  ['unauthorized_client', 'forbidden'],
  ['server_error', 'server'],
  ['temporarily_unavailable', 'server'],
]);

/** An error's own word, where it is a word. Its description may quote what was sent, and stays out. */
export function errorWordOf(error: unknown): string | undefined {
  const isAnswer = error instanceof ResponseBodyError || error instanceof AuthorizationResponseError;
  return isAnswer && /^[a-z][a-z_]{2,79}$/.test(error.error) ? error.error : undefined;
}

/**
 * The border where failures of openid-client become this package's. What is a mistake of the programmer, or is this
 * package's already, passes.
 */
export function fromOidcFailure(error: unknown): unknown {
  if (isPartnerServerError(error)) return error;
  if (error instanceof ResponseBodyError) {
    const { status } = error;
    const word = errorWordOf(error);
    return answered(CODES.get(word ?? '') ?? codeOf(status), `the provider answered ${status}`, word, {
      status,
      cause: error,
    });
  }
  if (error instanceof AuthorizationResponseError) {
    const word = errorWordOf(error);
    return answered(CODES.get(word ?? '') ?? 'request-rejected', 'the provider refused the login', word, {
      cause: error,
    });
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    const { status } = error;
    // Where a client is asked for its secret, the scheme is Basic; where for a token, Bearer.
    const isSecret = error.cause.some(({ scheme }) => scheme.toLowerCase() === 'basic');
    const code = status === 401 ? (isSecret ? 'credentials-rejected' : 'token-rejected') : codeOf(status);
    return answered(code, `the provider answered ${status}`, undefined, { status, cause: error });
  }
  if (!(error instanceof ClientError)) return error;
  // Ours, from the fetch that the library was given.
  if (isPartnerServerError(error.cause)) return error.cause;
  const status = error.cause instanceof Response ? error.cause.status : undefined;
  const code = status === undefined || status < 400 ? 'invalid-response' : codeOf(status);
  // The library's message names the check that failed, and no value.
  return new PartnerServerError(code, `the provider’s answer cannot be believed: ${error.message}`, {
    status,
    cause: error,
  });
}

function answered(
  code: PartnerServerErrorCode,
  message: string,
  word: string | undefined,
  facts: { readonly status?: number; readonly cause: unknown },
): PartnerServerError {
  const gatewayCauses = word === undefined ? [] : [word];
  return new PartnerServerError(code, word === undefined ? message : `${message}: ${word}`, {
    ...facts,
    gatewayCauses,
  });
}

function codeOf(status: number): PartnerServerErrorCode {
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408 || status === 425) return 'server';
  if (status === 404) return 'not-found';
  return status >= 400 ? 'request-rejected' : 'invalid-response';
}
