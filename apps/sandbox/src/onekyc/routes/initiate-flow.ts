import * as contract from '@bonafide/contracts/onekyc/validators';
import type { Transaction } from 'kysely';
import type * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { Database, FlowRow } from '../../database/schema.ts';
import type { SandboxClient } from '../../sandbox-options.ts';
import { addFaults, flowScope, isBeforeFlow, takeArmedScenario } from '../../scenarios/fault-store.ts';
import { parseScenario, SCENARIO_HEADER } from '../../scenarios/parse-scenario.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { authenticatePartner, failIfScripted } from '../authenticate-partner.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import { readJson } from '../../gateway/read-body.ts';
import { blank, forbidden, invalid, toScreamingSnake } from '../refusals.ts';
import { HostedCheckOverError, openHostedCheck } from '../../hosted/open-hosted-check.ts';
import { toHostedRequest } from '../to-hosted-request.ts';
import { requireHeader } from '../require-header.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';

/** Opens one verification of one user and answers with the token (or the page) that leads into it. */
export const initiateFlow = {
  operation: 'postInitiateFlow',
  path: '/coe-partner/v1/initiate-flow',
  response: contract.initiateFlowResponse,
  async handle(gateway, exchange) {
    const client = await authenticatePartner(gateway, exchange);
    const wanted = {
      onboarding_partner: requireHeader(exchange, 'x-onboarding-partner'),
      partner_user_id: requireHeader(exchange, 'x-partner-user-id'),
      partner_user_id_type: requireHeader(exchange, 'x-partner-user-id-type'),
      partner_session_id: requireHeader(exchange, 'x-partner-session-id'),
    };
    const body = await readRequest(exchange);
    if (!client.onboardingPartners.includes(wanted.onboarding_partner)) {
      throw forbidden('postInitiateFlow', 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT');
    }
    const scope = flowScope(client.clientId, wanted.partner_session_id);
    const scenario = readScenario(exchange);
    await addFaults(gateway.db, scope, scenario?.faults ?? []);
    await failIfScripted(gateway, exchange, scope);
    const origin = originOf(gateway, exchange.context);
    const { flow, launchUrl } = await gateway.db.transaction().execute(async (trx) => {
      const opened = await openFlow(trx, gateway, client, { ...wanted, body, scenario });
      return { flow: opened, launchUrl: await openPage(trx, gateway, origin, opened, body) };
    });
    exchange.notes.scripted = flow.scenario !== null;
    const { token, expirySeconds, expiresAt } = await gateway.tokens.issue({
      kind: 'user',
      clientId: client.clientId,
      flowId: flow.id,
      generation: flow.token_generation,
    });
    // The page has a secret of its own: a user token beside it would be a second way into the flow.
    const entry = launchUrl === null ? { token } : { launchUrl };
    return { success: true, data: { ...entry, expirySeconds: String(expirySeconds), expiresAt: String(expiresAt) } };
  },
} as const satisfies OperationDefinition<typeof contract.initiateFlowResponse>;

type InitiateFlowRequest = z.output<typeof contract.initiateFlowRequest>;

async function readRequest(exchange: Exchange): Promise<InitiateFlowRequest> {
  const value = await readJson(exchange.context);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('postInitiateFlow', 1539, 'INVALID_REQUEST_BODY');
  }
  const parsed = contract.initiateFlowRequest.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String) ?? [];
  const given = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  const name = path.join('_');
  if (given === undefined || given === null || given === '') throw blank('postInitiateFlow', name);
  throw invalid('postInitiateFlow', 1539, `INVALID_${toScreamingSnake(name)}`);
}

/** The address of the hosted page, where it draws the screens. */
async function openPage(
  trx: Transaction<Database>,
  gateway: Gateway,
  origin: string,
  flow: FlowRow,
  { source, theme, additionalDetails }: InitiateFlowRequest,
): Promise<string | null> {
  if (source === 'SDK') return null;
  const request = toHostedRequest(flow, {
    theme,
    locale: additionalDetails?.userLocale ?? 'id_ID',
    expiresAt: dateOf(gateway.clock, gateway.settings.userTokenSeconds * 1000),
  });
  const opened = await openHostedCheck(trx, gateway, origin, request).catch((error: unknown) => {
    throw error instanceof HostedCheckOverError ? used() : error;
  });
  return opened.launchUrl;
}

function readScenario({ context }: Exchange): Scenario | null {
  const text = context.req.header(SCENARIO_HEADER);
  if (text === undefined) return null;
  try {
    return parseScenario(text);
  } catch {
    throw invalid('postInitiateFlow', 1539, 'INVALID_X_BONAFIDE_SCENARIO');
  }
}

/**
 * A correlation id is new each time. Asking again with the same one is a repetition: the same user and flow get a new
 * token for the flow that is already open (and the old token ends), anything else is refused.
 */
async function openFlow(
  trx: Transaction<Database>,
  gateway: Gateway,
  client: SandboxClient,
  wanted: {
    readonly onboarding_partner: string;
    readonly partner_user_id: string;
    readonly partner_user_id_type: string;
    readonly partner_session_id: string;
    readonly body: InitiateFlowRequest;
    readonly scenario: Scenario | null;
  },
): Promise<FlowRow> {
  const { body, scenario: sent, ...keys } = wanted;
  const existing = await trx
    .selectFrom('flow')
    .selectAll()
    .where('client_id', '=', client.clientId)
    .where('partner_session_id', '=', keys.partner_session_id)
    .forUpdate()
    .executeTakeFirst();
  if (existing !== undefined) return renewFlow(trx, existing, { ...keys, flow: body.flow, source: body.source });
  const scenario = sent ?? (await takeArmedScenario(trx, client.clientId, 'onekyc'));
  const created = await trx
    .insertInto('flow')
    .values({
      id: crypto.randomUUID(),
      client_id: client.clientId,
      ...keys,
      flow: body.flow,
      source: body.source,
      reference_image_url: body.additionalDetails?.referenceImageUrl ?? null,
      ...returnAddressesOf(body),
      scenario: scenario === null ? null : JSON.stringify(scenario),
      attempts_allowed: scenario?.attempts ?? gateway.settings.attempts,
      created_at: dateOf(gateway.clock),
    })
    .onConflict((conflict) => conflict.columns(['client_id', 'partner_session_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  // Somebody else opened it between the question and the answer.
  if (created === undefined) throw used();
  if (sent === null) {
    const later = (scenario?.faults ?? []).filter((fault) => !isBeforeFlow(fault));
    await addFaults(trx, flowScope(client.clientId, keys.partner_session_id), later);
  }
  return created;
}

/** Where the browser is sent, so it must be an address that only leads somewhere. */
function returnAddressesOf(body: InitiateFlowRequest) {
  if (body.source === 'SDK') return { success_redirection_url: null, failure_redirection_url: null };
  for (const name of ['successRedirectionUrl', 'failureRedirectionUrl'] as const) {
    const { protocol } = new URL(body[name]);
    if (protocol === 'https:' || protocol === 'http:') continue;
    throw invalid('postInitiateFlow', 1539, `INVALID_${toScreamingSnake(name)}`);
  }
  return {
    success_redirection_url: body.successRedirectionUrl,
    failure_redirection_url: body.failureRedirectionUrl,
  };
}

async function renewFlow(
  trx: Transaction<Database>,
  existing: FlowRow,
  wanted: Pick<FlowRow, 'onboarding_partner' | 'partner_user_id' | 'partner_user_id_type' | 'flow' | 'source'>,
): Promise<FlowRow> {
  const isSame = (['onboarding_partner', 'partner_user_id', 'partner_user_id_type', 'flow', 'source'] as const).every(
    (key) => existing[key] === wanted[key],
  );
  const ended = await trx
    .selectFrom('submission')
    .select('id')
    .where('flow_id', '=', existing.id)
    .where('next_action', '=', 'EXIT')
    .executeTakeFirst();
  if (!isSame || ended !== undefined) throw used();
  return trx
    .updateTable('flow')
    .set({ token_generation: existing.token_generation + 1, token_expired: false, token_uses: 0 })
    .where('id', '=', existing.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function used() {
  return invalid('postInitiateFlow', 1539, 'X_PARTNER_SESSION_ID_HAS_BEEN_USED');
}
