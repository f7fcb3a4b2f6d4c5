import type { Context } from 'hono';
import { redactHeaders } from '../gateway/gateway-feed.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { readBody } from '../gateway/read-body.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Exchange, Notes } from '../gateway/serve-operation.ts';
import { clientScope } from '../scenarios/fault-store.ts';
import { askProvider } from './ask-provider.ts';
import type { FaceProviders } from './face-providers.ts';
import { holdPhoto } from './held-photo.ts';
import { FACE_OIDC_PREFIX, issuerOf } from './issuer.ts';
import type { FaceOidcRoute } from './operations.ts';
import { toProviderRequest } from './to-provider-request.ts';

/** Runs one operation of a tenant's bridge: faults, the provider, the contract, then log and feed. */
export async function serveFaceOidc(
  gateway: Gateway,
  providers: FaceProviders,
  route: FaceOidcRoute,
  context: Context,
): Promise<Response> {
  const { operation, path } = route;
  const startedAt = performance.now();
  const clientId = context.req.param('clientId') ?? '';
  const notes: Notes = { clientId, correlationId: null, submissionId: null, scripted: false, latencyMs: 0 };
  const exchange: Exchange = { operation, context, notes, headers: new Headers() };
  let response: Response;
  try {
    const fault = await scriptedFault(gateway, exchange, clientScope(clientId));
    response = fault === null ? await answer(gateway, providers, route, context, clientId) : toFault(fault);
  } catch (error) {
    gateway.log.error('operation-failed', error, { operation });
    response = refuse(500, 'server_error', 'the request could not be served');
  }
  const reason = await reasonOf(response);
  const durationMs = Math.round(performance.now() - startedAt);
  const { status } = response;
  const shown = { clientId, correlationId: null, submissionId: null, scripted: notes.scripted };
  gateway.log.info('request', { operation, status, reason, durationMs, ...shown });
  gateway.feed.publish({
    direction: 'inbound',
    operation,
    method: context.req.method,
    path: `${FACE_OIDC_PREFIX}/{clientId}${path}`,
    status,
    durationMs,
    headers: redactHeaders(context.req.raw.headers),
    reason,
    ...shown,
  });
  return response;
}

async function answer(
  gateway: Gateway,
  providers: FaceProviders,
  { maximumBytes, showsSecret, response: schema }: FaceOidcRoute,
  context: Context,
  clientId: string,
): Promise<Response> {
  const issuer = issuerOf(gateway, context, clientId);
  const provider = await providers.of(clientId, issuer);
  if (provider === null) return refuse(404, 'invalid_request', 'no such issuer');
  const bytes = context.req.method === 'POST' ? await readBody(context, maximumBytes) : new Uint8Array();
  if (bytes === null) return refuse(413, 'invalid_request', 'the request is too large');
  const given = new URL(context.req.url);
  const isForm = context.req.method === 'POST';
  const asked = isForm ? new URLSearchParams(new TextDecoder().decode(bytes)) : given.searchParams;
  const headers = new Headers(context.req.raw.headers);
  const { parameters, photo, authorization, refusal } = await toProviderRequest(
    asked,
    headers.get('authorization'),
    showsSecret,
  );
  if (refusal !== null && isForm) return refuse(400, 'invalid_request', 'login_hint has no photo that can be used');
  if (authorization !== null) headers.set('authorization', authorization);
  const url = new URL(given.pathname, issuer);
  url.search = (isForm ? given.searchParams : parameters).toString();
  const mountPath = new URL(issuer).pathname;
  const response = await askProvider(provider, {
    method: context.req.method,
    url,
    mountPath,
    headers,
    body: isForm ? parameters : null,
    photo,
  });
  // Whoever showed no header is asked for none (RFC 6749 §5.2).
  if (context.req.header('authorization') === undefined && showsSecret) response.headers.delete('www-authenticate');
  // Not before the client is known: nobody else's pictures are kept.
  if (photo !== null && response.status === 201) await holdPhoto(gateway, clientId, photo);
  if (schema !== null && response.ok && context.req.method !== 'OPTIONS') {
    schema.parse(await response.clone().json());
  }
  return response;
}

function toFault({
  status,
  retryAfterSeconds,
}: {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
}) {
  const error = status === 500 ? 'server_error' : 'temporarily_unavailable';
  const response = refuse(status, error, 'a scripted fault');
  if (retryAfterSeconds !== null) response.headers.set('retry-after', String(retryAfterSeconds));
  return response;
}

function refuse(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

/** The error's word: its description may quote what was sent. */
async function reasonOf(response: Response): Promise<string | null> {
  const location = response.headers.get('location');
  if (location !== null) return wordOf(URL.parse(location)?.searchParams.get('error'));
  if (response.status < 400) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return wordOf((body as { readonly error?: unknown } | null)?.error);
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : null;
}
