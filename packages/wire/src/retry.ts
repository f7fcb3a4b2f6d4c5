import { sleep } from './sleep.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { RetryBudget } from './retry-budget.ts';

/** How often and how long to try again. */
export interface RetryPolicy {
  /** Calls in all, the first included. 1: never again. */
  readonly maxAttempts: number;
  /** Upper bound of the first backoff. */
  readonly baseMs: number;
  /** Upper bound of the first backoff after a 429, which says that the server is busy rather than broken. */
  readonly throttleBaseMs: number;
  /** Upper bound of every backoff. */
  readonly capMs: number;
  /** A longer `Retry-After` than this is not waited for: the caller hears of the failure instead. */
  readonly maxRetryAfterMs: number;
}

/** Base, throttle base and cap follow the AWS SDKs' standard mode (spec); attempts and the last are guesses. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 3,
  baseMs: 50,
  throttleBaseMs: 1_000,
  capMs: 20_000,
  maxRetryAfterMs: 30_000,
};

/** What a failure says about trying again. */
export interface RetryableFailure {
  readonly cause: 'failure' | 'throttle';
  /** From `Retry-After`: the least that the server asks us to wait. */
  readonly retryAfterMs?: number | undefined;
}

export interface NextRetryInput {
  /** Calls made so far, the one that failed included; 1 for the first. */
  readonly attempts: number;
  readonly failure: RetryableFailure;
  /** Time left until the caller's deadline; `Infinity` for none. */
  readonly remainingMs: number;
  readonly random: () => number;
}

/** How long to wait before the next attempt, or undefined to give up. Never waits past the deadline only to fail there. */
export function nextRetry(policy: RetryPolicy, input: NextRetryInput): number | undefined {
  const { attempts, failure, remainingMs, random } = input;
  if (attempts >= policy.maxAttempts) return undefined;
  const baseMs = failure.cause === 'throttle' ? policy.throttleBaseMs : policy.baseMs;
  const jitterMs = backoffMs(attempts - 1, { baseMs, capMs: policy.capMs, random });
  const askedMs = failure.retryAfterMs ?? 0;
  if (askedMs > policy.maxRetryAfterMs) return undefined;
  const delayMs = Math.max(jitterMs, askedMs);
  return delayMs < remainingMs ? delayMs : undefined;
}

export interface RetryOptions<T> {
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly random: () => number;
  readonly budget?: RetryBudget | undefined;
  /** `clock.monotonicNow()` by which everything must be over. */
  readonly deadlineAtMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What an outcome says about trying again; undefined: it is final. */
  readonly judge: (outcome: Outcome<T>) => RetryableFailure | undefined;
  /** Whether a final value earns budget. Default: yes. */
  readonly isSuccess?: (value: T) => boolean;
  readonly onRetry?: ((retry: { readonly attempts: number; readonly delayMs: number }) => void) | undefined;
}

export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Calls `attempt` until its outcome is final, the policy gives up, or the budget is spent; then returns or throws the
 * last outcome. Rejects with the signal's reason as soon as it aborts.
 */
export async function retry<T>(attempt: (attempts: number) => Promise<T>, options: RetryOptions<T>): Promise<T> {
  const {
    policy,
    clock,
    random,
    budget,
    deadlineAtMs = Infinity,
    signal,
    judge,
    isSuccess = () => true,
    onRetry,
  } = options;
  let spent = 0;
  for (let attempts = 1; ; attempts += 1) {
    signal?.throwIfAborted();
    const outcome = await settle(() => attempt(attempts));
    signal?.throwIfAborted();
    const failure = judge(outcome);
    if (failure === undefined) {
      if ('value' in outcome && isSuccess(outcome.value)) budget?.succeed(spent);
      return unwrap(outcome);
    }
    const remainingMs = deadlineAtMs - clock.monotonicNow();
    const delayMs = nextRetry(policy, { attempts, failure, remainingMs, random });
    if (delayMs === undefined || budget?.take(failure.cause) === false) return unwrap(outcome);
    spent += budget?.costOf[failure.cause] ?? 0;
    onRetry?.({ attempts, delayMs });
    await sleep(delayMs, clock, signal);
  }
}

async function settle<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await call() };
  } catch (error) {
    return { error };
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
