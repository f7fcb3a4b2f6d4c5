import type { FindTarget } from '../callbacks/delivery-target.ts';

/** The address that came with the process, with the header value that the partner asked to be given back. */
export const notificationTarget: FindTarget = async ({ db }, delivery) => {
  const found = await db
    .selectFrom('process')
    .select(['dossier_id', 'notification_url', 'authorization_header'])
    .where('id', '=', delivery.process_id)
    .executeTakeFirst();
  if (found?.notification_url == null) return null;
  return {
    operation: 'postProcessNotification',
    url: found.notification_url,
    headers: found.authorization_header === null ? {} : { authorization: found.authorization_header },
    correlationId: found.dossier_id,
    isClients: false,
  };
};
