import type { AssureNotification } from '@bonafide/contracts/assure';
import { notification } from '@bonafide/contracts/assure/validators';
import { requireText } from '../gateway/header-text.ts';
import { createTextCheck } from '../webhook/create-text-check.ts';
import { createDeliveryHandler } from '../webhook/delivery-handler.ts';
import type { Delivery, DeliverySettings } from '../webhook/delivery-handler.ts';

/** An authentic notification, handed over once. */
export type AssureDelivery = Delivery<AssureNotification>;

export interface AssureNotificationHandlerOptions extends DeliverySettings<AssureNotification> {
  /** The `authorizationHeader` of your processes, as it stands; several while it changes. */
  readonly authorization: string | readonly string[];
}

const NO_STORE = { 'cache-control': 'no-store' } as const;

/**
 * The endpoint at a process's `notificationUrl`. It fetches nothing by itself: the notification says that there is
 * something to read, and `getProcess` what. Answers as `callbackHandler` does.
 *
 * The header is all that tells the gateway from others, and it does not cover the body: whoever learns it can send any
 * event, also an old one again. So act on what `getProcess` says, never on `event.status`, and take only processes that you
 * created; then a repeated or invented notification costs a look and changes nothing.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function assureNotificationHandler(
  options: AssureNotificationHandlerOptions,
): (request: Request) => Promise<Response> {
  const accepted = [options.authorization].flat();
  if (accepted.length === 0) throw new TypeError('authorization is needed: the handler does not believe everybody');
  for (const value of accepted) requireText(value, 'authorization');
  const isAuthorization = createTextCheck(accepted);
  return createDeliveryHandler<AssureNotification>(
    {
      isGateway: (headers) => isAuthorization(headers.get('authorization')),
      schema: notification,
      identityOf: ({ dossierId, processId, status }) => [dossierId, processId, status],
      succeed: () => new Response(null, { status: 200, headers: NO_STORE }),
      refuse: (status, word, headers = {}) =>
        Response.json({ code: word }, { status, headers: { ...NO_STORE, ...headers } }),
    },
    options,
  );
}
