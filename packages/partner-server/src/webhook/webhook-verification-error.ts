import { PartnerServerError } from '../partner-server-error.ts';

/**
 * Why a delivery was not believed.
 *
 * - `credentials-rejected` the header credentials are missing or wrong
 * - `missing-header` no `webhook-id`, `webhook-timestamp` or `webhook-signature`
 * - `malformed-header` one of them comes twice or is not what the specification allows, in any part
 * - `too-many-signatures` more signatures than a sender needs, so that checking them costs nothing to speak of
 * - `timestamp-too-old`, `timestamp-too-new` outside the window, on either side
 * - `no-matching-signature` none of the signatures is of any of the secrets
 * - `malformed-token` the body is not a signed JWT
 * - `algorithm-not-allowed` signed by `none`, or by a secret that a public key stands for
 * - `unknown-key` by none of the keys that are published
 * - `wrong-issuer`, `wrong-audience` authentic, but by or for somebody else
 * - `not-json` authentic, but not JSON in UTF-8
 * - `unknown-event` authentic JSON, but not an event of this contract
 */
export type WebhookRejectionReason =
  | 'credentials-rejected'
  | 'missing-header'
  | 'malformed-header'
  | 'too-many-signatures'
  | 'timestamp-too-old'
  | 'timestamp-too-new'
  | 'no-matching-signature'
  | 'malformed-token'
  | 'algorithm-not-allowed'
  | 'unknown-key'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'not-json'
  | 'unknown-event';

const NAME = 'WebhookVerificationError';

/** A delivery that must not be acted on. The code is always `webhook-rejected`; `reason` says why. */
export class WebhookVerificationError extends PartnerServerError {
  override readonly name = NAME;
  readonly reason: WebhookRejectionReason;

  constructor(reason: WebhookRejectionReason, message: string) {
    super('webhook-rejected', message);
    this.reason = reason;
  }

  override toJSON(): ReturnType<PartnerServerError['toJSON']> & { readonly reason: WebhookRejectionReason } {
    return { ...super.toJSON(), reason: this.reason };
  }
}
