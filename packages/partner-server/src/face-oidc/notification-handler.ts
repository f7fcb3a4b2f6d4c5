import type { BackchannelNotification } from '@bonafide/contracts/face-oidc';
import { backchannelNotification } from '@bonafide/contracts/face-oidc/validators';
import { requireText } from '../gateway/header-text.ts';
import { createTextCheck } from '../webhook/create-text-check.ts';
import { createDeliveryHandler } from '../webhook/delivery-handler.ts';
import type { Delivery, DeliverySettings } from '../webhook/delivery-handler.ts';

/** Which login is over. What it came to is asked, not told. */
export type FaceNotification = Pick<BackchannelNotification, 'auth_req_id'>;
export type FaceNotificationDelivery = Delivery<FaceNotification>;

export interface FaceNotificationHandlerOptions extends DeliverySettings<FaceNotification> {
  /** The `notificationToken` of your logins; several while it changes. */
  readonly notificationToken: string | readonly string[];
}

const NO_STORE = { 'cache-control': 'no-store' } as const;

/**
 * The endpoint that the provider tells of the end of a login by CIBA ("ping"; CIBA §10.2). Then ask `fetchBackchannelLogin`:
 * the bearer token does not cover the body, so that nothing else in it is believed, tokens included.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function faceNotificationHandler(
  options: FaceNotificationHandlerOptions,
): (request: Request) => Promise<Response> {
  const accepted = [options.notificationToken].flat();
  if (accepted.length === 0) throw new TypeError('notificationToken is needed: the handler does not believe everybody');
  for (const value of accepted) requireText(value, 'notificationToken');
  const isAuthorization = createTextCheck(accepted.map((token) => `Bearer ${token}`));
  return createDeliveryHandler<FaceNotification>(
    {
      isGateway: (headers) => isAuthorization(headers.get('authorization')),
      schema: backchannelNotification.pick({ auth_req_id: true }),
      identityOf: ({ auth_req_id }) => [auth_req_id],
      succeed: () => new Response(null, { status: 204, headers: NO_STORE }),
      refuse: (status, word, headers = {}) =>
        Response.json({ error: word }, { status, headers: { ...NO_STORE, ...headers } }),
    },
    options,
  );
}
