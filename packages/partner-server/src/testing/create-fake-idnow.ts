import { PATHS } from '@bonafide/contracts/idnow';
import type { CreateSessionRequest, EventData, IdnowEnvironment, IdnowSession } from '@bonafide/contracts/idnow';
import { createEventSigner } from './create-event-signer.ts';
import type { EventSigner } from './create-event-signer.ts';
import { createFakeExchange } from './create-fake-exchange.ts';
import type { FakeExchange, FakeGatewayRequest } from './create-fake-exchange.ts';
import { createTokenSeries } from './create-token-series.ts';
import { toFakeEnding } from './idnow-blocks.ts';
import type { FakeIdnowEnd } from './idnow-blocks.ts';

export interface FakeIdnowOptions {
  /** Life of the tokens that it gives. Default: a day. */
  readonly tokenLifetimeSeconds?: number;
  /** How often a session that has ended is still `RUNNING` before it says so. Default: 0. */
  readonly looksUntilFinal?: number;
  /** Wall clock of what it signs, milliseconds since the epoch. Default: this machine's. */
  readonly now?: () => number;
  /** Awaited before each answer, for latency and for races that a test settles itself. */
  readonly delay?: (path: string) => Promise<void>;
}

/** A session as the fake platform keeps it. */
export interface FakeIdnowSession {
  readonly sessionId: string;
  readonly flowId: string;
  readonly environment: IdnowEnvironment;
  readonly request: CreateSessionRequest;
}

/** The platform and Keyless in one function, for tests of a backend. No network, and nobody is looked at. */
export interface FakeIdnow extends FakeExchange {
  readonly signer: EventSigner;
  /** In the order in which they were created. */
  readonly sessions: readonly FakeIdnowSession[];
  /** Refuses, from now on, every token that it gave before. */
  revokeTokens(): void;
  /** Ends a session. */
  end(sessionId: string, ending: FakeIdnowEnd): Promise<void>;
  /** The event that announces where a session is, as a request to your endpoint. */
  eventOf(sessionId: string, over?: Partial<EventData>): Promise<Request>;
}

interface MutableSession extends FakeIdnowSession {
  readonly serial: number;
  ending: ReturnType<typeof toFakeEnding> | undefined;
  looks: number;
}

const NOW = '2026-03-01T12:00:00.000Z';
const CREATE = /^\/api\/v1\/flows\/([^/]+)\/(live|staging)\/sessions$/;
const READ = /^\/api\/v1\/(live|staging)\/(sessions|vault)\/([^/]+)$/;

/** A platform in one `fetch` function: counts requests, revokes tokens, and answers what a test scripts. */
export function createFakeIdnow(options: FakeIdnowOptions = {}): FakeIdnow {
  const { tokenLifetimeSeconds = 86_400, looksUntilFinal = 0, now = Date.now, delay } = options;
  const tokens = createTokenSeries('access-token-');
  const signer = createEventSigner({ now });
  const sessions: MutableSession[] = [];
  const vault = new Map<string, string>();
  let keys: unknown;
  let publicKey: string | undefined;

  function create(flowId: string, environment: IdnowEnvironment, body: unknown): Response {
    const serial = sessions.length + 1;
    const sessionId = `session-${serial}`;
    const request = body as CreateSessionRequest;
    sessions.push({ serial, sessionId, flowId, environment, request, ending: undefined, looks: 0 });
    const sessionContext = { sessionId, sessionStatus: 'CREATED', createdAt: NOW };
    const playerUrl = `https://player.test/#/secret-${serial}`;
    return Response.json({ flowId, flowVersion: '1', environment, sessionContext, playerUrl }, { status: 201 });
  }

  function read(session: MutableSession): IdnowSession {
    const { sessionId, flowId, environment, request, ending } = session;
    const { redirectUrl, state } = request;
    const common: IdnowSession = {
      sessionId,
      sessionStatus: 'CREATED',
      flowId,
      environment,
      subjectId: request.metadata.subjectId,
      createdAt: NOW,
      ...(redirectUrl === undefined ? {} : { redirectUrl }),
      ...(state === undefined ? {} : { state }),
    };
    if (ending === undefined) return common;
    if ((session.looks += 1) <= looksUntilFinal) return { ...common, sessionStatus: 'RUNNING' };
    return { ...common, ...ending };
  }

  function answer({ method, path, headers, body }: FakeGatewayRequest): Response {
    if (path === PATHS.eventKeys) return Response.json(keys);
    if (path === PATHS.token)
      return Response.json({ access_token: tokens.issue(), token_type: 'Bearer', expires_in: tokenLifetimeSeconds });
    if (path === PATHS.transactionKey || path.startsWith('/users/')) {
      if (headers['x-api-key'] === undefined) return new Response(null, { status: 401 });
      return Response.json(method === 'DELETE' ? { success: true } : { result: publicKey });
    }
    if (!tokens.isGood(headers['authorization']?.replace(/^Bearer /, ''))) return problem(401, 'Unauthorized');
    const created = CREATE.exec(path);
    if (created !== null && method === 'POST')
      return create(decodeURIComponent(created[1] ?? ''), created[2] as IdnowEnvironment, body);
    const [, environment, kind, id = ''] = READ.exec(path) ?? [];
    const session = sessions.find((each) => each.sessionId === id && each.environment === environment);
    if (kind === 'sessions' && session !== undefined) return Response.json(read(session));
    const entry = kind === 'vault' ? vault.get(id) : undefined;
    if (entry !== undefined) return new Response(entry, { headers: { 'content-type': 'application/jwt' } });
    return problem(404, 'Not Found');
  }

  const exchange = createFakeExchange(answer, delay);
  return {
    ...exchange,
    async fetch(input, init) {
      // What is published is read when it is asked for, so that a test may rotate in between.
      keys = await signer.jwks();
      publicKey = await signer.publicKey();
      return await exchange.fetch(input, init);
    },
    signer,
    sessions,
    revokeTokens: () => tokens.revoke(),
    async end(sessionId, ending) {
      const session = sessions.find((each) => each.sessionId === sessionId);
      if (session === undefined) throw new TypeError('no such session');
      const { serial, request } = session;
      const { subjectId } = request.metadata;
      session.ending = toFakeEnding(ending, subjectId, serial);
      const claims = { sub: subjectId, jti: `transaction-${serial}`, iat: Math.floor(now() / 1000) };
      vault.set(`entry-${serial}`, await signer.sign(claims));
    },
    async eventOf(sessionId, over = {}) {
      const ending = sessions.find((each) => each.sessionId === sessionId)?.ending;
      const sessionStatus = ending?.sessionStatus ?? 'CREATED';
      const body = await signer.signEvent({ payload: { sessionId, sessionStatus }, ...over });
      const headers = { 'content-type': 'application/jwt' };
      return new Request('https://partner.test/callbacks/idnow', { method: 'POST', headers, body });
    },
  };
}

function problem(statusCode: number, error: string): Response {
  return Response.json({ statusCode, error }, { status: statusCode });
}
