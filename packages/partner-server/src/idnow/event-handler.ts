import type { EventClaims } from '@bonafide/contracts/idnow';
import { createDeliveryHandler } from '../webhook/delivery-handler.ts';
import type { Delivery, DeliverySettings } from '../webhook/delivery-handler.ts';
import { createEventVerifier } from './event-verifier.ts';
import type { EventVerifierOptions } from './event-verifier.ts';

/** An authentic event, handed over once; `event.data` says which session, and never what it came to. */
export type IdnowDelivery = Delivery<EventClaims>;

export interface IdnowEventHandlerOptions extends EventVerifierOptions, Omit<DeliverySettings<EventClaims>, 'clock'> {}

const NO_STORE = { 'cache-control': 'no-store' } as const;

/**
 * The endpoint that the platform's webhooks lead to. It reads nothing by itself: the event says that there is something to
 * read, and `getSession` what. An event is handled once, by its `eventId`, also where it is delivered again under another
 * `eventDeliverId`. Answers as `callbackHandler` does.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function idnowEventHandler(options: IdnowEventHandlerOptions): (request: Request) => Promise<Response> {
  const verifier = createEventVerifier(options);
  return createDeliveryHandler<EventClaims>(
    {
      open: async (bytes) => {
        const event = await verifier.verify(bytes);
        return { event, id: `idnow:${event.data.eventId}` };
      },
      succeed: () => new Response(null, { status: 200, headers: NO_STORE }),
      refuse: (status, word, headers = {}) =>
        Response.json({ code: word }, { status, headers: { ...NO_STORE, ...headers } }),
    },
    options,
  );
}
