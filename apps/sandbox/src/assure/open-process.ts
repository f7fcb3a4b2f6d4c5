import type * as contract from '@bonafide/contracts/assure/validators';
import type { Transaction } from 'kysely';
import type * as z from 'zod';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type DossierRow, type ProcessRow, processSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { isTargetAllowed } from '../outbound/guarded-fetch.ts';
import { addFaults, dossierScope, isBeforeFlow, processScope, takeArmedScenario } from '../scenarios/fault-store.ts';
import { readScenario } from '../scenarios/read-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { failIfScripted } from './authenticate.ts';
import type { Capture } from './capture.ts';
import { isDocumentType, PROCESS_TYPES, PROVIDER } from './document-types.ts';
import { forbiddenProvider, invalidRequest, noDossier } from './problems.ts';

type CreateProcessRequest = z.output<typeof contract.createProcessRequest>;

/** Refuses what can never become a process. What it lacks for being started is not asked for yet. */
export function checkProcessRequest(
  { settings }: Gateway,
  { provider, processType, documentType, notificationUrl }: CreateProcessRequest,
) {
  if (provider !== PROVIDER) throw forbiddenProvider();
  if (!PROCESS_TYPES.some((type) => type === processType)) {
    throw invalidRequest('The process type is not supported by the provider.');
  }
  if (documentType !== undefined && !isDocumentType(documentType)) {
    throw invalidRequest('The document type is not supported by the provider.');
  }
  if (notificationUrl !== undefined && !isTargetAllowed(notificationUrl, settings)) {
    throw invalidRequest('The notification URL is not allowed.', 'notification-url-not-allowed');
  }
}

/** The scenario that came with a request, whose faults before the process are answered at once. */
export async function takeSentScenario(
  gateway: Gateway,
  exchange: Exchange,
  dossier: DossierRow,
): Promise<Scenario | null> {
  const sent = readScenario(exchange, invalidRequest);
  await addFaults(gateway.db, dossierScope(dossier.id), (sent?.faults ?? []).filter(isBeforeFlow));
  await failIfScripted(gateway, exchange, dossierScope(dossier.id));
  return sent;
}

/** Opens one verification in a dossier, under the scenario that was sent or is armed. */
export async function openProcess(
  trx: Transaction<Database>,
  gateway: Gateway,
  dossier: DossierRow,
  wanted: CreateProcessRequest,
  sent: Scenario | null,
  capture: Capture | null = null,
): Promise<ProcessRow> {
  // The row is held, so that two processes at once do not count as the same attempt.
  const held = await trx
    .updateTable('dossier')
    .set({ updated_at: dateOf(gateway.clock) })
    .where('id', '=', dossier.id)
    .returning('id')
    .executeTakeFirst();
  if (held === undefined) throw noDossier();
  const latest = await trx
    .selectFrom('process')
    .select(['attempt', 'scenario'])
    .where('dossier_id', '=', dossier.id)
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  const armed = sent ?? (await takeArmedScenario(trx, dossier.client_id, 'assure'));
  // Whoever was asked for another picture goes on under the scenario that asked.
  const isRecapture = latest !== undefined && latest.attempt <= (latest.scenario?.recaptures ?? 0);
  const scenario = armed ?? (isRecapture ? latest.scenario : null);
  const created = await trx
    .insertInto('process')
    .values({
      id: crypto.randomUUID(),
      dossier_id: dossier.id,
      attempt: (latest?.attempt ?? 0) + 1,
      provider: wanted.provider,
      process_type: wanted.processType,
      document_type: wanted.documentType ?? null,
      notification_url: wanted.notificationUrl ?? null,
      authorization_header: wanted.authorizationHeader ?? null,
      parameters: JSON.stringify(wanted.processParameters ?? null),
      scenario: scenario === null ? null : JSON.stringify(scenario),
      capture: capture === null ? null : JSON.stringify(capture),
      client_evidence: null,
      status: 'pending',
      outcome: null,
      evidence: null,
      created_at: dateOf(gateway.clock),
      updated_at: dateOf(gateway.clock),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const later = (armed?.faults ?? []).filter((fault) => !isBeforeFlow(fault));
  await addFaults(trx, processScope(created.id), later);
  await addTimeline(trx, gateway.clock, processSubject(created.id), 'created', {
    type: created.process_type,
    document: created.document_type,
    scripted: scenario !== null,
  });
  return created;
}
