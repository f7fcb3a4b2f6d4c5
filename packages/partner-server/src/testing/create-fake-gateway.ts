import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { SubmissionDetailsData } from '@bonafide/contracts/onekyc';
import { createFakeExchange } from './create-fake-exchange.ts';
import type { FakeExchange, FakeGatewayRequest } from './create-fake-exchange.ts';
import { createTokenSeries } from './create-token-series.ts';

export interface FakeGatewayOptions {
  /** Life of the tokens that it gives. Default: 3600. */
  readonly tokenLifetimeSeconds?: number;
  /** What a submission comes to. Default: completed and valid. */
  readonly details?: Partial<SubmissionDetailsData>;
  /** Awaited before each answer, for latency and for races that a test settles itself. */
  readonly delay?: (path: string) => Promise<void>;
}

/** A OneKYC gateway in one function, for tests of a partner's backend. No network. */
export interface FakeGateway extends FakeExchange {
  /** Refuses, from now on, every token that it gave before. */
  revokeTokens(): void;
}

/** A gateway in one `fetch` function: counts requests, revokes tokens, and answers what a test scripts. */
export function createFakeGateway(options: FakeGatewayOptions = {}): FakeGateway {
  const { tokenLifetimeSeconds = 3_600, details = {}, delay } = options;
  const tokens = createTokenSeries('partner-token-');

  function answer({ path, headers }: FakeGatewayRequest): Response {
    if (path === PATHS.partnerToken) {
      return ok({
        token: tokens.issue(),
        expiry_seconds: String(tokenLifetimeSeconds),
        expires_at: String(Math.floor(Date.now() / 1000) + tokenLifetimeSeconds),
      });
    }
    if (!tokens.isGood(headers[HEADERS.token])) return refusal(401, 'UNAUTHORIZED');
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

  return { ...createFakeExchange(answer, delay), revokeTokens: () => tokens.revoke() };
}

function ok(data: unknown): Response {
  return Response.json({ success: true, data });
}

function refusal(status: number, cause: string): Response {
  return Response.json({ success: false, data: null, errors: [{ code: '110', cause }] }, { status });
}
