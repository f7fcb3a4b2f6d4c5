import type { JourneyEnd } from '@bonafide/contracts/codes';

import { GatewayError, isGatewayError } from './gateway-error.ts';

/** How a gateway has ended a check. */
export interface CheckEnd {
  readonly status: JourneyEnd;
  /** The gateway's own. */
  readonly word: string;
}

/**
 * There is no token for this check any more, since the gateway has ended it, for example while the page was being reloaded. A
 * `sessionProvider` of `createOneKycIdentityGateway` that knows so from its backend rejects with it at `resume` and
 * `token-expired`, and the person is shown the end instead of an error. Anywhere else it is `session-not-found`.
 */
export class CheckOverError extends GatewayError {
  readonly end: CheckEnd;

  constructor({ status, word }: CheckEnd) {
    super('session-not-found', 'the gateway has ended this check');
    this.end = { status, word };
  }
}

/** Recognises a `CheckOverError`, also one that another copy of this package threw. */
export function isCheckOverError(error: unknown): error is CheckOverError {
  return isGatewayError(error) && 'end' in error;
}
