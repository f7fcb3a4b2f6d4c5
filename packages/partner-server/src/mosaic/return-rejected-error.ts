import { PartnerServerError } from '../partner-server-error.ts';

/**
 * Why a browser that came back was not believed.
 *
 * - `malformed` no `state` or no `sessionId`
 * - `state-unknown` nobody was sent away with this state, or it was long ago
 * - `state-expired` it was made too long ago
 * - `state-used` a decision was read with it already
 * - `other-subject` it was made for somebody else's browser
 * - `other-session` it was made for another session
 */
export type ReturnRejectionReason =
  | 'malformed'
  | 'state-unknown'
  | 'state-expired'
  | 'state-used'
  | 'other-subject'
  | 'other-session';

const MESSAGES: Readonly<Record<ReturnRejectionReason, string>> = {
  malformed: 'no state or no session came back',
  'state-unknown': 'the state that came back is not known',
  'state-expired': 'the state that came back was made too long ago',
  'state-used': 'the state that came back was used before',
  'other-subject': 'the state that came back was made for somebody else',
  'other-session': 'the state that came back was made for another session',
};

/** A return that must not be acted on. The code is always `return-rejected`; `reason` says why. */
export class ReturnRejectedError extends PartnerServerError {
  readonly reason: ReturnRejectionReason;

  constructor(reason: ReturnRejectionReason) {
    super('return-rejected', MESSAGES[reason]);
    this.reason = reason;
  }

  override toJSON(): ReturnType<PartnerServerError['toJSON']> & { readonly reason: ReturnRejectionReason } {
    return { ...super.toJSON(), reason: this.reason };
  }
}
