import { PATHS } from '@bonafide/contracts/mosaic';
import type {
  CreateFaceAuthenticationRequest,
  CreateVerificationRequest,
  VerificationResult,
} from '@bonafide/contracts/mosaic';
import { createFakeExchange } from './create-fake-exchange.ts';
import type { FakeExchange, FakeGatewayRequest } from './create-fake-exchange.ts';
import { createTokenSeries } from './create-token-series.ts';

export interface FakeMosaicOptions {
  /** Life of the tokens that it gives. Default: 3600. */
  readonly tokenLifetimeSeconds?: number;
  /** What the n-th session comes to, counted from 1. Default: its mock's recommendation, else `ALLOW`. */
  readonly result?: (serial: number) => Partial<VerificationResult>;
  /** How often a result is `processing` before it is there. Default: 0. */
  readonly looksUntilFinal?: number;
  /** Awaited before each answer, for latency and for races that a test settles itself. */
  readonly delay?: (path: string) => Promise<void>;
}

/** A session as the fake gateway keeps it. */
export interface FakeMosaicSession {
  readonly sessionId: string;
  readonly startToken: string;
  readonly request: CreateVerificationRequest | CreateFaceAuthenticationRequest;
}

/** Mosaic in one function, for tests of a backend. No network, nothing is looked at, and there is no hosted page. */
export interface FakeMosaic extends FakeExchange {
  /** Refuses, from now on, every token that it gave before. */
  revokeTokens(): void;
  /** Verifications and face authentications in the order in which they were created. What was deleted is gone. */
  readonly sessions: readonly FakeMosaicSession[];
  /** The address to which the browser of a verification would come back. */
  returnUrl(session: FakeMosaicSession): string;
}

interface MutableSession extends FakeMosaicSession {
  readonly serial: number;
  looks: number;
}

/** `/verify/api/v1/{verification|face-auth}/{id}[/{rest}]` */
const SESSION_PATH = /^\/verify\/api\/v1\/(verification|face-auth)\/([^/]+)(?:\/(.+))?$/;

/** A JPEG of one pixel's head: enough for a client that looks at what it gets. */
const PICTURE = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 0, 0xff, 0xd9,
]);

/** A gateway in one `fetch` function: counts requests, revokes tokens, and answers what a test scripts. */
export function createFakeMosaic(options: FakeMosaicOptions = {}): FakeMosaic {
  const { tokenLifetimeSeconds = 3_600, result = () => ({}), looksUntilFinal = 0, delay } = options;
  const tokens = createTokenSeries('access-token-');
  const sessions: MutableSession[] = [];
  let lastSerial = 0;

  function open(request: MutableSession['request']): MutableSession {
    const serial = (lastSerial += 1);
    const session = { sessionId: `session-${serial}`, startToken: `start-token-${serial}`, serial, request, looks: 0 };
    sessions.push(session);
    return session;
  }

  function toResult(session: MutableSession): VerificationResult {
    if ((session.looks += 1) <= looksUntilFinal) return { session_id: session.sessionId, status: 'processing' };
    const mock = 'mock_behavior' in session.request ? session.request.mock_behavior : undefined;
    const recommendation = mock?.recommendation ?? 'ALLOW';
    return { session_id: session.sessionId, status: 'complete', recommendation, ...result(session.serial) };
  }

  function answerSession(session: MutableSession, method: string, rest: string | undefined): Response {
    if (rest === undefined && method === 'DELETE') {
      sessions.splice(sessions.indexOf(session), 1);
      return new Response(null, { status: 204 });
    }
    const session_id = session.sessionId;
    if (rest === 'result') return Response.json(toResult(session));
    if (rest === 'status') return Response.json({ session_id, status: 'complete' });
    if (rest === 'consent') return Response.json({ session_id, consent_version: '1' });
    if (rest === 'images') return Response.json({ session_images: [{ id: 'image-1', type: 'selfie' }] });
    if (rest === 'images/image-1') return new Response(PICTURE, { headers: { 'content-type': 'image/jpeg' } });
    return refusal(404, 'not_found');
  }

  function answer({ method, path, headers, body }: FakeGatewayRequest): Response {
    if (path === PATHS.token) {
      const isClient = new URLSearchParams(String(body)).has('client_secret');
      if (!isClient) return Response.json({ error: 'invalid_client' }, { status: 401 });
      const token = { access_token: tokens.issue(), token_type: 'Bearer', expires_in: tokenLifetimeSeconds };
      return Response.json(token);
    }
    const { authorization = '' } = headers;
    if (!tokens.isGood(authorization.replace(/^Bearer /, ''))) return refusal(401, 'unauthorized');
    if (path === PATHS.verifications) {
      const { sessionId, startToken } = open(body as CreateVerificationRequest);
      const missing_images = ['document_front', 'document_back', 'selfie'];
      return Response.json({ start_token: startToken, session_id: sessionId, missing_images });
    }
    if (path === PATHS.faceAuthentications) {
      const { sessionId } = open(body as CreateFaceAuthenticationRequest);
      return Response.json({ device_session_id: sessionId, session_id: sessionId });
    }
    const [, , id, rest] = SESSION_PATH.exec(path) ?? [];
    const session = sessions.find(({ sessionId }) => sessionId === id);
    return session === undefined ? refusal(404, 'not_found') : answerSession(session, method, rest);
  }

  return {
    ...createFakeExchange(answer, delay),
    revokeTokens: () => tokens.revoke(),
    sessions,
    returnUrl({ sessionId, request }) {
      const { callback_url = '', state = '' } = 'reference' in request ? {} : request;
      const url = new URL(callback_url);
      url.searchParams.set('sessionId', sessionId);
      url.searchParams.set('state', state);
      return url.href;
    },
  };
}

function refusal(status: number, errorCode: string): Response {
  return Response.json({ error_code: errorCode }, { status });
}
