import type { CallbackPayload } from '@bonafide/contracts/onekyc';
import { callbackPayload } from '@bonafide/contracts/onekyc/validators';
import { createCredentialCheck } from '../webhook/check-credentials.ts';
import type { HeaderCredentials } from '../webhook/check-credentials.ts';
import { createWebhookVerifier } from '../webhook/create-webhook-verifier.ts';
import type { WebhookVerifierOptions } from '../webhook/create-webhook-verifier.ts';
import { createDeliveryHandler } from '../webhook/delivery-handler.ts';
import type { Delivery, DeliverySettings } from '../webhook/delivery-handler.ts';
import { answerFailure, answerSuccess } from './answer.ts';

/** Says that processing is over. Thin on purpose: read the details with `getSubmissionDetails`. */
export type OneKycCallback = CallbackPayload;

/** An authentic event, handed over once. */
export type CallbackDelivery = Delivery<OneKycCallback>;

export interface CallbackHandlerOptions extends DeliverySettings<OneKycCallback> {
  /** What the gateway shows when it calls. This or `signature` is needed; with both, both must be right. */
  readonly credentials?: HeaderCredentials;
  /** For gateways that sign (Standard Webhooks). */
  readonly signature?: Omit<WebhookVerifierOptions, 'clock'>;
}

/**
 * The endpoint that a gateway calls when processing is over (`POST`, path of your choice). Answers 200 once the event has
 * been handled, now or before; 4xx to what must not be believed; 409 while another delivery is being handled; 5xx when it
 * should be delivered again.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function callbackHandler(options: CallbackHandlerOptions): (request: Request) => Promise<Response> {
  const { credentials, signature, clock } = options;
  if (credentials === undefined && signature === undefined)
    throw new TypeError('callbackHandler needs credentials or signature: it does not believe everybody');
  const verifier = signature && createWebhookVerifier({ ...signature, ...(clock && { clock }) });
  return createDeliveryHandler<OneKycCallback>(
    {
      isGateway: credentials && createCredentialCheck(credentials),
      verify: verifier && ((bytes, headers) => verifier.verify(bytes, headers)),
      schema: callbackPayload,
      // By the vendor's own advice.
      identityOf: ({ submissionId, status, result }) => [submissionId, status, result ?? null],
      doneTtlMs: 2 * (signature?.toleranceMs ?? 0),
      succeed: () => answerSuccess(),
      refuse: answerFailure,
    },
    options,
  );
}
