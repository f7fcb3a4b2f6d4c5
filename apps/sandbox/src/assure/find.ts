import type { Kysely, Transaction } from 'kysely';
import type { Database, DossierRow, ProcessRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { processScope } from '../scenarios/fault-store.ts';
import { authenticate, authenticateApp, failIfScripted } from './authenticate.ts';
import { noDossier, noProcess } from './problems.ts';

/** The dossier of the path. Another client's is answered like one that does not exist. */
export async function findDossier(gateway: Gateway, exchange: Exchange): Promise<DossierRow> {
  return dossierOf(gateway, exchange, await authenticate(gateway, exchange));
}

async function dossierOf(gateway: Gateway, exchange: Exchange, { clientId }: SandboxClient): Promise<DossierRow> {
  const dossier = await gateway.db
    .selectFrom('dossier')
    .selectAll()
    .where('id', '=', exchange.context.req.param('dossierId') ?? '')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (dossier === undefined) throw noDossier();
  return dossier;
}

/** The process of the path, which must lie in the dossier of the path. */
export async function findProcess(gateway: Gateway, exchange: Exchange): Promise<ProcessRow> {
  return processIn(gateway, exchange, await findDossier(gateway, exchange));
}

/** The same, also for the app of the person whose pictures it takes. */
export async function findProcessToFill(gateway: Gateway, exchange: Exchange): Promise<ProcessRow> {
  return processIn(gateway, exchange, await dossierOf(gateway, exchange, await authenticateApp(gateway, exchange)));
}

async function processIn(gateway: Gateway, exchange: Exchange, dossier: DossierRow): Promise<ProcessRow> {
  const found = await gateway.db
    .selectFrom('process')
    .selectAll()
    .where('id', '=', exchange.context.req.param('processId') ?? '')
    .where('dossier_id', '=', dossier.id)
    .executeTakeFirst();
  if (found === undefined) throw noProcess();
  exchange.notes.scripted = found.scenario !== null;
  exchange.notes.latencyMs = found.scenario?.latencyMs ?? 0;
  await failIfScripted(gateway, exchange, processScope(found.id));
  return found;
}

/** The same row again, held until the transaction ends: it may have moved on, or gone, in the meantime. */
export async function lockProcess(trx: Kysely<Database> | Transaction<Database>, id: string): Promise<ProcessRow> {
  const found = await trx.selectFrom('process').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (found === undefined) throw noProcess();
  return found;
}
