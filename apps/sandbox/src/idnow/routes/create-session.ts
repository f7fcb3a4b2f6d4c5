import * as contract from '@bonafide/contracts/idnow/validators';
import type { Transaction } from 'kysely';
import type * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { Database, IdnowSessionRow } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';
import { createHostedSecret } from '../../hosted/hosted-secret.ts';
import type { SandboxClient } from '../../sandbox-options.ts';
import { addFaults, isBeforeFlow, sessionScope, takeArmedScenario } from '../../scenarios/fault-store.ts';
import { parseScenario, SCENARIO_HEADER } from '../../scenarios/parse-scenario.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { authenticate, environmentOf } from '../authenticate.ts';
import { type FlowId, isFlowId } from '../flows.ts';
import { isReturnAllowed } from '../is-return-allowed.ts';
import { invalidRequest, noFlow } from '../problems.ts';
import { toSession } from '../to-session.ts';

/** How long a session can be played. Source: guess; the vendor prints none. */
const LIFETIME_MS = 3_600_000;
/** Data blocks may hold pictures. */
const MAXIMUM_BYTES = 16 * 1024 * 1024;

type CreateSessionRequest = z.output<typeof contract.createSessionRequest>;

/** Opens one person's passage through a flow. What `input` holds is not kept: none of the flows here needs it. */
export const createSession = {
  operation: 'createIdnowSession',
  path: '/api/v1/flows/{flowId}/{environment}/sessions',
  status: 201,
  response: contract.createdSession,
  async handle(gateway, exchange) {
    const client = await authenticate(gateway, exchange);
    const flowId = exchange.context.req.param('flowId') ?? '';
    if (!isFlowId(flowId)) throw noFlow();
    environmentOf(exchange);
    const wanted = await readRequest(exchange);
    if (wanted.redirectUrl !== undefined && !isReturnAllowed(wanted.redirectUrl, client.idnow?.redirectUrls))
      throw invalidRequest('The redirect URL is not allowed.');
    const sent = readScenario(exchange);
    const { secret, hash } = createHostedSecret();
    const created = await gateway.db
      .transaction()
      .execute((trx) => insert(trx, gateway, exchange, { client, flowId, wanted, sent, hash }));
    exchange.notes.submissionId = created.id;
    exchange.notes.scripted = created.scenario !== null;
    const { sessionId, sessionStatus, createdAt, expiresAt, ...session } = toSession(created);
    return {
      flowId,
      flowVersion: session.flowVersion,
      environment: created.environment,
      sessionContext: { sessionId, sessionStatus, createdAt, expiresAt },
      playerUrl: `${originOf(gateway, exchange.context)}/idnow/player/${secret}`,
    };
  },
} as const satisfies OperationDefinition<typeof contract.createdSession>;

async function readRequest({ context }: Exchange): Promise<CreateSessionRequest> {
  const parsed = contract.createSessionRequest.safeParse(await readJson(context, { maximumBytes: MAXIMUM_BYTES }));
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw invalidRequest(path === '' ? 'The request is not valid.' : `The request is not valid at ${path}.`);
}

function readScenario({ context }: Exchange): Scenario | null {
  const text = context.req.header(SCENARIO_HEADER);
  if (text === undefined) return null;
  try {
    return parseScenario(text);
  } catch {
    throw invalidRequest(`The request is not valid at ${SCENARIO_HEADER}.`);
  }
}

async function insert(
  trx: Transaction<Database>,
  gateway: Gateway,
  exchange: Exchange,
  opened: {
    readonly client: SandboxClient;
    readonly flowId: FlowId;
    readonly wanted: CreateSessionRequest;
    readonly sent: Scenario | null;
    readonly hash: string;
  },
): Promise<IdnowSessionRow> {
  const { client, flowId, wanted, hash } = opened;
  const scenario = opened.sent ?? (await takeArmedScenario(trx, client.clientId, 'idnow'));
  const created = await trx
    .insertInto('idnow_session')
    .values({
      id: crypto.randomUUID(),
      client_id: client.clientId,
      flow_id: flowId,
      environment: environmentOf(exchange),
      subject_id: wanted.metadata.subjectId,
      locale: wanted.metadata.locale ?? null,
      redirect_url: wanted.redirectUrl ?? null,
      state: wanted.state ?? null,
      player_hash: hash,
      scenario: scenario === null ? null : JSON.stringify(scenario),
      status: 'CREATED',
      outcome: null,
      verdict: null,
      results: null,
      reason_code: null,
      retry_after_seconds: null,
      created_at: dateOf(gateway.clock),
      started_at: null,
      updated_at: dateOf(gateway.clock),
      completed_at: null,
      expires_at: dateOf(gateway.clock, LIFETIME_MS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const later = (scenario?.faults ?? []).filter((fault) => !isBeforeFlow(fault));
  await addFaults(trx, sessionScope(created.id), later);
  return created;
}
