import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { SubmissionDetailsData } from '@bonafide/contracts/onekyc';

export interface FakeGatewayOptions {
  /** Life of the tokens that it gives. Default: 3600. */
  readonly tokenLifetimeSeconds?: number;
  /** What a submission comes to. Default: completed and valid. */
  readonly details?: Partial<SubmissionDetailsData>;
  /** Awaited before each answer, for latency and for races that a test settles itself. */
  readonly delay?: (path: string) => Promise<void>;
}

/** A request as the fake gateway received it. */
export interface FakeGatewayRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A OneKYC gateway in one function, for tests of a partner's backend. No network. */
export interface FakeGateway {
  /** Give this to `createOneKyc`. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly requests: readonly FakeGatewayRequest[];
  /** How many requests went to a path, for example `PATHS.partnerToken`. */
  countOf(path: string): number;
  /** Refuses, from now on, every token that it gave before. */
  revokeTokens(): void;
  /** Answers the next request to `path` with `answer` instead; several queue up. */
  next(path: string, answer: () => Response | Promise<Response>): void;
}

/** A gateway in one `fetch` function: counts requests, revokes tokens, and answers what a test scripts. */
export function createFakeGateway(options: FakeGatewayOptions = {}): FakeGateway {
  const { tokenLifetimeSeconds = 3_600, details = {}, delay } = options;
  const requests: FakeGatewayRequest[] = [];
  const scripted = new Map<string, (() => Response | Promise<Response>)[]>();
  let serial = 0;
  let oldestGood = 1;

  function answer({ path, headers }: FakeGatewayRequest): Response {
    if (path === PATHS.partnerToken) {
      serial += 1;
      return ok({
        token: `partner-token-${serial}`,
        expiry_seconds: String(tokenLifetimeSeconds),
        expires_at: String(Math.floor(Date.now() / 1000) + tokenLifetimeSeconds),
      });
    }
    const token = /^partner-token-(\d+)$/.exec(headers[HEADERS.token] ?? '');
    if (token === null || Number(token[1]) < oldestGood) return refusal(401, 'UNAUTHORIZED');
    const correlationId = headers[HEADERS.partnerSessionId] ?? 'correlation-1';
    if (path === PATHS.initiateFlow)
      return ok({ token: 'user-token-1', expirySeconds: '5184000', expiresAt: '1799999999' });
    if (path === PATHS.submissionDetails) {
      return ok({
        status: 'COMPLETED',
        submissionId: headers[HEADERS.submissionId] ?? 'submission-1',
        flow: 'STANDALONE_LIVENESS',
        partnerSessionId: correlationId,
        result: 'VALID',
        ...details,
      });
    }
    return refusal(404, 'NOT_FOUND');
  }

  return {
    async fetch(input, init) {
      const { method = 'GET', body } = init;
      const request: FakeGatewayRequest = {
        method,
        path: new URL(input).pathname,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
      };
      requests.push(request);
      await delay?.(request.path);
      init.signal?.throwIfAborted();
      return await (scripted.get(request.path)?.shift() ?? (() => answer(request)))();
    },
    requests,
    countOf: (path) => requests.filter((request) => request.path === path).length,
    revokeTokens() {
      oldestGood = serial + 1;
    },
    next(path, respond) {
      scripted.set(path, [...(scripted.get(path) ?? []), respond]);
    },
  };
}

function ok(data: unknown): Response {
  return Response.json({ success: true, data });
}

function refusal(status: number, cause: string): Response {
  return Response.json({ success: false, data: null, errors: [{ code: '110', cause }] }, { status });
}
