import { BonafideError } from './errors.ts';
import type { BonafideErrorFacts } from './errors.ts';

/**
 * Why an exchange brought no answer that can be read. An answer with an HTTP error status is an answer.
 *
 * - `network` no connection, or it broke off
 * - `timeout` the attempt's or the whole call's time ran out
 * - `redirected` the server pointed elsewhere, where a credential must not follow
 * - `response-too-large` more bytes than the caller allows
 * - `response-not-json` the body is not JSON
 */
export type WireErrorCode = 'network' | 'timeout' | 'redirected' | 'response-too-large' | 'response-not-json';

const NAME = 'WireError';

export class WireError extends BonafideError<WireErrorCode> {
  override readonly name = NAME;

  constructor(code: WireErrorCode, message: string, facts: Omit<BonafideErrorFacts, 'retryable'> = {}) {
    super(code, message, { ...facts, retryable: code === 'network' || code === 'timeout' });
  }
}

export function isWireError(error: unknown): error is WireError {
  return error instanceof WireError;
}
