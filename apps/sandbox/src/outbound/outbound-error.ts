export type OutboundFailure =
  | 'url-not-allowed'
  | 'address-not-allowed'
  | 'redirected'
  | 'too-large'
  | 'timed-out'
  | 'unreachable';

/** A request to a partner's server that was refused here or brought no answer. Carries no URL: it may hold a secret. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly reason: OutboundFailure;

  constructor(reason: OutboundFailure, options?: ErrorOptions) {
    super(`outbound request failed: ${reason}`, options);
    this.reason = reason;
  }
}
