import type { Gateway } from '../gateway/gateway.ts';
import { forgetHostedChecksOf } from './forget-hosted-checks.ts';
import { dossierScope, processScope } from '../scenarios/fault-store.ts';

/** Deletes dossiers with everything in them: processes, pictures, answers, evidence, histories, notifications, faults. */
export async function forgetDossiers(gateway: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const processes = await gateway.db.selectFrom('process').select('id').where('dossier_id', 'in', ids).execute();
  await gateway.db.transaction().execute(async (trx) => {
    // Everything below a dossier goes with it: foreign keys cascade.
    await trx.deleteFrom('dossier').where('id', 'in', ids).execute();
    const scopes = [...ids.map(dossierScope), ...processes.map(({ id }) => processScope(id))];
    await trx.deleteFrom('fault').where('scope', 'in', scopes).execute();
  });
  await forgetHostedChecksOf(
    gateway,
    'assure',
    processes.map(({ id }) => id),
  );
  gateway.feed.forget(new Set(ids));
}

/** Deletes processes with everything in them; their dossiers stay. */
export async function forgetProcesses(gateway: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await gateway.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('process').where('id', 'in', ids).execute();
    await trx.deleteFrom('fault').where('scope', 'in', ids.map(processScope)).execute();
  });
  await forgetHostedChecksOf(gateway, 'assure', ids);
}
