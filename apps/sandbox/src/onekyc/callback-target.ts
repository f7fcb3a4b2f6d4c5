import type { FindTarget } from '../callbacks/delivery-target.ts';
import { signCallback } from '../callbacks/sign-callback.ts';

/** The client's own callback address, with the gateway's credentials and a signature where the client has a secret. */
export const callbackTarget: FindTarget = async ({ clock, db, settings }, delivery) => {
  const client = settings.clients.get(delivery.client_id);
  if (client?.callbackUrl === undefined) return null;
  const flow = await db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .select('flow.partner_session_id')
    .where('submission.id', '=', delivery.submission_id)
    .executeTakeFirst();
  const credentials = client.iabCredentials ?? client;
  const message = { id: delivery.id, timestampSeconds: Math.floor(clock.now() / 1000), body: delivery.body };
  return {
    operation: 'postSubmissionCallback',
    url: client.callbackUrl,
    headers: {
      'client-id': credentials.clientId,
      'pass-key': credentials.passKey,
      ...(client.callbackSecret === undefined ? {} : signCallback(client.callbackSecret, message)),
    },
    correlationId: flow?.partner_session_id ?? null,
    isClients: true,
  };
};
