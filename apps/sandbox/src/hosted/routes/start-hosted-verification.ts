import * as contract from '@bonafide/contracts/capture-backend/validators';
import type { Transaction } from 'kysely';
import type * as z from 'zod';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { type Database, type HostedCheckRow, hostedSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';
import { createCaptureNonce } from '../../processing/create-capture-nonce.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticateProcess, holdHosted } from '../hosted-session.ts';
import { depictionsOf, toProcessState } from '../process-state.ts';

type Evidence = NonNullable<z.output<typeof contract.startVerification>['evidence']>;

/** All pictures are there: the attempt is handed in, and to the queue. Again while it is processed changes nothing. */
export const startHostedVerification = {
  operation: 'startHostedVerification',
  path: '/checks/{checkId}/processes/{processId}/verification',
  status: 202,
  response: contract.processState,
  async handle(gateway, exchange) {
    const { context } = exchange;
    const check = await authenticateProcess(gateway, exchange);
    const request = contract.startVerification.safeParse(await readJson(context));
    if (!request.success) throw refuseHosted('request-invalid');
    const handedIn = await gateway.db
      .transaction()
      .execute((trx) => handIn(trx, gateway, exchange, check.id, request.data.evidence ?? {}));
    return toProcessState(gateway, handedIn);
  },
} as const satisfies OperationDefinition<typeof contract.processState>;

async function handIn(
  trx: Transaction<Database>,
  gateway: Gateway,
  exchange: Exchange,
  checkId: string,
  evidence: Evidence,
): Promise<HostedCheckRow> {
  const check = await holdHosted(trx, gateway, exchange, checkId);
  if (check.state === 'processing') return check;
  if (check.state !== 'open') throw refuseHosted('state-conflict');
  await assertPictures(trx, check, evidence);
  const attempt = check.attempts_used + 1;
  await trx
    .insertInto('hosted_attempt')
    .values({
      id: crypto.randomUUID(),
      hosted_check_id: check.id,
      attempt,
      client_evidence: JSON.stringify({ ...(await lastClaims(trx, check)), ...evidence }),
      created_at: dateOf(gateway.clock),
    })
    .execute();
  const processing = await trx
    .updateTable('hosted_check')
    // The nonce is used up; what may be wanted again has another.
    .set({ state: 'processing', recapture: null, attempts_used: attempt, capture_nonce: createCaptureNonce() })
    .where('id', '=', check.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await addTimeline(trx, gateway.clock, hostedSubject(check.id), 'handed-in', { attempt });
  await gateway.queue.send(trx, 'check-hosted-attempt', { checkId }, check.scenario?.processingMs);
  return processing;
}

/** Every picture is there, none is one that was refused, and what the page says of one is of that one. */
async function assertPictures(trx: Transaction<Database>, check: HostedCheckRow, evidence: Evidence): Promise<void> {
  const rows = await trx
    .selectFrom('artefact')
    .select(['document_type', 'digest', 'status', 'erased_at'])
    .where('hosted_check_id', '=', check.id)
    .execute();
  const wanted = depictionsOf(check);
  for (const depiction of wanted) {
    const picture = rows.find(({ document_type }) => document_type === depiction.toUpperCase());
    const isThere = picture?.status === 'UPLOADED' && picture.erased_at === null;
    if (!isThere) throw refuseHosted('images-missing');
    const claimed = evidence[depiction]?.digest;
    if (claimed !== undefined && claimed !== picture.digest) throw refuseHosted('evidence-mismatch');
  }
  // A document was never chosen.
  if (wanted.length === 0) throw refuseHosted('images-missing');
}

/** What was claimed of a picture that stays, stays with it. */
async function lastClaims(trx: Transaction<Database>, check: HostedCheckRow): Promise<Record<string, unknown> | null> {
  const last = await trx
    .selectFrom('hosted_attempt')
    .select('client_evidence')
    .where('hosted_check_id', '=', check.id)
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  return last?.client_evidence ?? null;
}
