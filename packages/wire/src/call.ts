import { request } from './request.ts';
import type { RequestOptions, WireResponse } from './request.ts';
import { retry } from './retry.ts';
import type { Outcome, RetryableFailure, RetryPolicy } from './retry.ts';
import type { RetryBudget } from './retry-budget.ts';
import { isWireError, WireError } from './wire-error.ts';

export interface CallOptions extends RequestOptions {
  readonly policy: RetryPolicy;
  readonly random: () => number;
  readonly budget?: RetryBudget | undefined;
  /** For all attempts and the waits between them. */
  readonly totalTimeoutMs: number;
  /**
   * Whether making the call twice does no harm. Default: GET, HEAD, PUT, DELETE do none. A call that may do harm is only
   * tried again after a 429, which says that it was not even begun.
   */
  readonly idempotent?: boolean;
  readonly onRetry?: ((retry: { readonly attempts: number; readonly delayMs: number }) => void) | undefined;
}

const IDEMPOTENT_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const RETRYABLE_CLIENT_ERRORS: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * An exchange with retries: connection failures, timeouts, 408, 425, 429 and 5xx are tried again when that does no
 * harm. Resolves with the last answer, whatever its status.
 * @throws {WireError} when there is no answer that can be read; the caller's `signal.reason` when the caller aborts
 */
export async function call(url: string, options: CallOptions): Promise<WireResponse> {
  const { clock, policy, random, budget, totalTimeoutMs, signal, onRetry } = options;
  const idempotent = options.idempotent ?? IDEMPOTENT_METHODS.has(options.method ?? 'GET');
  const deadlineAtMs = clock.monotonicNow() + totalTimeoutMs;
  let hasReceived = false;
  const receive = options.receive && {
    receive: (chunk: Uint8Array) => {
      hasReceived = true;
      return options.receive?.(chunk);
    },
  };
  return await retry(
    async () => {
      const leftMs = deadlineAtMs - clock.monotonicNow();
      if (leftMs <= 0) throw new WireError('timeout', `no answer within ${totalTimeoutMs} ms`);
      return await request(url, { ...options, ...receive, timeoutMs: Math.min(options.timeoutMs, leftMs) });
    },
    {
      policy,
      clock,
      random,
      budget,
      deadlineAtMs,
      signal,
      onRetry,
      judge(outcome) {
        // What has been passed on cannot be taken back.
        if (hasReceived) return undefined;
        const failure = judgeOutcome(outcome);
        return idempotent || failure?.cause === 'throttle' ? failure : undefined;
      },
      isSuccess: ({ status }) => status < 500,
    },
  );
}

/** What an outcome says about trying again; undefined: it is final. */
function judgeOutcome(outcome: Outcome<WireResponse>): RetryableFailure | undefined {
  if ('error' in outcome)
    return isWireError(outcome.error) && outcome.error.retryable ? { cause: 'failure' } : undefined;
  const { status, retryAfterMs } = outcome.value;
  if (status < 500 && !RETRYABLE_CLIENT_ERRORS.has(status)) return undefined;
  return { cause: status === 429 ? 'throttle' : 'failure', retryAfterMs };
}
