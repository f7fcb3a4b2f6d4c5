import { EVENT_ATTEMPTS, type EventData } from '@bonafide/contracts/idnow';
import * as contract from '@bonafide/contracts/idnow/validators';
import type { FindTarget } from '../callbacks/delivery-target.ts';
import { signWith } from './signing-keys.ts';

/** Who signs the events of this sandbox; the audience is the client's id. */
export const EVENT_ISSUER = 'https://idnow.sandbox.bonafide.example';

const LIFETIME_SECONDS = 300;

/** The client's endpoint, and the event signed anew: each attempt has another `eventDeliverId`, and its own times. */
export const eventTarget: FindTarget = async ({ db, clock, settings }, delivery) => {
  const url = settings.clients.get(delivery.client_id)?.idnow?.eventUrl;
  if (url === undefined) return null;
  const event = JSON.parse(delivery.body) as EventData;
  const issuedAt = Math.floor(clock.now() / 1000);
  const claims = contract.eventClaims.parse({
    iss: EVENT_ISSUER,
    aud: delivery.client_id,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    data: { ...event, eventDeliverId: crypto.randomUUID() },
  });
  return {
    operation: 'postEvent',
    url,
    headers: { 'content-type': 'application/jwt' },
    body: await signWith(db, clock, 'idnow-events', claims),
    retryDelaysMs: settings.callbackRetryDelaysMs.slice(0, EVENT_ATTEMPTS - 1),
    correlationId: event.payload.sessionId,
    isClients: true,
  };
};
