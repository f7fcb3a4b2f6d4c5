import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import { FACE_OIDC_OPERATIONS, type Operation } from '../gateway/operation.ts';
import type { Scenario, ScenarioFault } from './scenario.ts';

/** A client's armed faults apply to the calls that come before a flow exists; a flow's to its own calls. */
export const clientScope = (clientId: string): string => `client:${clientId}`;
export const flowScope = (clientId: string, partnerSessionId: string): string => `flow:${clientId}:${partnerSessionId}`;
/** Those of a dossier apply to the creation of its next process; those of a process to the calls that name it. */
export const dossierScope = (dossierId: string): string => `dossier:${dossierId}`;
export const processScope = (processId: string): string => `process:${processId}`;
/** Those of a session apply to the calls that name it. */
export const sessionScope = (sessionId: string): string => `session:${sessionId}`;

/** Those of a Mosaic session apply to the calls that name it. */
export const verificationScope = (id: string): string => `verification:${id}`;

export const hostedScope = (checkId: string): string => `hosted:${checkId}`;

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

/** The field in which each gateway's scenarios order an end. */
const OWN_END = {
  onekyc: 'outcome',
  assure: 'process',
  mosaic: 'verification',
  'face-oidc': 'login',
  idnow: 'session',
} as const satisfies Record<string, keyof Scenario>;

function isForAnother(scenario: Scenario, by: keyof typeof OWN_END): boolean {
  return Object.entries(OWN_END).some(([gateway, end]) => gateway !== by && scenario[end] !== undefined);
}

/** Takes the armed scenario, so that it applies to one flow or process only. One that is for the other gateway stays. */
export async function takeArmedScenario(
  trx: Transaction<Database>,
  clientId: string,
  by: keyof typeof OWN_END,
): Promise<Scenario | null> {
  const armed = await trx
    .selectFrom('armed_scenario')
    .select('scenario')
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirst();
  if (armed === undefined || isForAnother(armed.scenario, by)) return null;
  await trx.deleteFrom('armed_scenario').where('client_id', '=', clientId).execute();
  return armed.scenario;
}

const BEFORE_FLOW: ReadonlySet<Operation> = new Set([
  'getPartnerToken',
  'getUserToken',
  'postInitiateFlow',
  'postToken',
  'createDossier',
  'getDossier',
  'deleteDossier',
  'getUserData',
  'setUserData',
  'setFiles',
  'getFiles',
  'deleteFiles',
  'startCapture',
  'getCaptureConfiguration',
  'createCaptureConfiguration',
  'updateCaptureConfiguration',
  'watermarkImage',
  'redactImage',
  'getDocumentTypes',
  'createProcess',
  'postMosaicToken',
  'createVerification',
  'createFaceAuthentication',
  ...FACE_OIDC_OPERATIONS,
  'postIdnowToken',
  'createIdnowSession',
]);

/** Calls that are made before there is a flow or a process to attach a fault to. */
export function isBeforeFlow({ operation }: ScenarioFault): boolean {
  return BEFORE_FLOW.has(operation);
}
