import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Operation } from '../onekyc/operation.ts';
import type { Scenario, ScenarioFault } from './scenario.ts';

/** A client's armed faults apply to the calls that come before a flow exists; a flow's to its own calls. */
export const clientScope = (clientId: string): string => `client:${clientId}`;
export const flowScope = (clientId: string, partnerSessionId: string): string => `flow:${clientId}:${partnerSessionId}`;

/** Remembers faults once for a scope; asking again for the same scope and operation changes nothing. */
export async function addFaults(
  db: Kysely<Database> | Transaction<Database>,
  scope: string,
  faults: readonly ScenarioFault[],
): Promise<void> {
  if (faults.length === 0) return;
  await db
    .insertInto('fault')
    .values(
      faults.map((fault) => ({
        scope,
        operation: fault.operation,
        remaining: fault.times,
        status: fault.status,
        retry_after_seconds: fault.retryAfterSeconds ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['scope', 'operation']).doNothing())
    .execute();
}

/** Takes one of the faults that remain for an operation, or null. Two requests never take the same one. */
export async function takeFault(
  db: Kysely<Database>,
  scope: string,
  operation: Operation,
): Promise<{ readonly status: number; readonly retryAfterSeconds: number | null } | null> {
  const taken = await db
    .updateTable('fault')
    .set({ remaining: sql<number>`remaining - 1` })
    .where('scope', '=', scope)
    .where('operation', '=', operation)
    .where('remaining', '>', 0)
    .returning(['status', 'retry_after_seconds'])
    .executeTakeFirst();
  return taken === undefined ? null : { status: taken.status, retryAfterSeconds: taken.retry_after_seconds };
}

/** Sets what the client's next initiate-flow will run under. Faults of calls that precede a flow are live at once. */
export async function armScenario(db: Kysely<Database>, clientId: string, scenario: Scenario | null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('armed_scenario').where('client_id', '=', clientId).execute();
    await trx.deleteFrom('fault').where('scope', '=', clientScope(clientId)).execute();
    if (scenario === null) return;
    await trx
      .insertInto('armed_scenario')
      .values({ client_id: clientId, scenario: JSON.stringify(scenario) })
      .execute();
    await addFaults(trx, clientScope(clientId), (scenario.faults ?? []).filter(isBeforeFlow));
  });
}

/** Takes the armed scenario, so that it applies to one flow only. */
export async function takeArmedScenario(trx: Transaction<Database>, clientId: string): Promise<Scenario | null> {
  const armed = await trx
    .deleteFrom('armed_scenario')
    .where('client_id', '=', clientId)
    .returning('scenario')
    .executeTakeFirst();
  return armed?.scenario ?? null;
}

/** Calls that are made before there is a flow to attach a fault to. */
export function isBeforeFlow(fault: ScenarioFault): boolean {
  return ['getPartnerToken', 'getUserToken', 'postInitiateFlow'].includes(fault.operation);
}
