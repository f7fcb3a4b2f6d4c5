import type { FlowRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { forgetHostedChecksOf } from './forget-hosted-checks.ts';
import { flowScope } from '../scenarios/fault-store.ts';

/** Deletes flows with everything that hangs on them: submissions, pictures, evidence, histories, callbacks, faults. */
export async function forgetFlows(
  gateway: Gateway,
  flows: readonly Pick<FlowRow, 'id' | 'client_id' | 'partner_session_id'>[],
): Promise<void> {
  if (flows.length === 0) return;
  const { db, feed } = gateway;
  await forgetHostedChecksOf(
    gateway,
    'onekyc',
    flows.map(({ id }) => id),
  );
  const sessions = flows.flatMap(({ client_id, partner_session_id }) =>
    partner_session_id === null ? [] : [{ client_id, partner_session_id }],
  );
  await db.transaction().execute(async (trx) => {
    // Everything below a flow goes with it: foreign keys cascade.
    await trx
      .deleteFrom('flow')
      .where(
        'id',
        'in',
        flows.map(({ id }) => id),
      )
      .execute();
    const scopes = sessions.map(({ client_id, partner_session_id }) => flowScope(client_id, partner_session_id));
    if (scopes.length > 0) await trx.deleteFrom('fault').where('scope', 'in', scopes).execute();
  });
  feed.forget(new Set(sessions.map(({ partner_session_id }) => partner_session_id)));
}
