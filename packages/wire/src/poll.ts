import { linkSignals } from './abort.ts';
import type { Clock } from './clock.ts';
import { sleep } from './sleep.ts';

/** How often to ask for something that takes its time. */
export interface PollPolicy {
  /** Wait after the first answer. */
  readonly firstDelayMs: number;
  /** Each wait is the one before times this. */
  readonly growth: number;
  readonly maxDelayMs: number;
  /** Share of a wait that is random, 0–1, so that many clients do not ask in step. */
  readonly jitter: number;
}

export const DEFAULT_POLL_POLICY: PollPolicy = { firstDelayMs: 1_000, growth: 1.5, maxDelayMs: 10_000, jitter: 0.2 };

/** What the last question came to. */
export type PollAnswer =
  | { readonly kind: 'pending'; readonly retryAfterMs?: number | undefined }
  /** No usable answer; without `httpStatus` it was lost on the way. */
  | { readonly kind: 'failed'; readonly httpStatus?: number | undefined; readonly retryAfterMs?: number | undefined };

export interface NextPollInput {
  /** Questions asked so far; at least 1. */
  readonly asked: number;
  readonly answer: PollAnswer;
  readonly hidden: boolean;
  readonly offline: boolean;
  /** Time left until the caller's deadline; `Infinity` for none. */
  readonly remainingMs: number;
  readonly random: () => number;
}

export type NextPoll =
  | { readonly kind: 'wait'; readonly delayMs: number }
  /** Ask nothing until the page is back; then ask at once. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'end'; readonly reason: 'fatal' | 'deadline' };

/** Client errors that may pass: timeout, conflict, too early, too many requests. Every other 4xx is final. */
const PASSING_CLIENT_ERRORS: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Whether asking again cannot help. */
export function isFatalStatus(httpStatus: number): boolean {
  return httpStatus >= 300 && httpStatus < 500 && !PASSING_CLIENT_ERRORS.has(httpStatus);
}

/**
 * When to ask again. `Retry-After` is the least that is waited; a wait that would outlast the deadline ends the poll at
 * the deadline instead of asking once more too late.
 */
export function nextPollDelay(policy: PollPolicy, input: NextPollInput): NextPoll {
  const { asked, answer, hidden, offline, remainingMs, random } = input;
  if (answer.kind === 'failed' && answer.httpStatus !== undefined && isFatalStatus(answer.httpStatus))
    return { kind: 'end', reason: 'fatal' };
  if (remainingMs <= 0) return { kind: 'end', reason: 'deadline' };
  if (hidden || offline) return { kind: 'pause' };
  const grownMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * policy.growth ** (asked - 1));
  const ownMs = grownMs * (1 - policy.jitter * random());
  const delayMs = Math.round(Math.max(ownMs, answer.retryAfterMs ?? 0));
  return delayMs < remainingMs ? { kind: 'wait', delayMs } : { kind: 'end', reason: 'deadline' };
}

/** What the page is going through. Servers have none. */
export interface PollEnvironment {
  readonly hidden: boolean;
  readonly offline: boolean;
  /** Calls on each change until the signal aborts. */
  watch(listener: () => void, signal: AbortSignal): void;
}

export type PollStep<T> = { readonly kind: 'done'; readonly value: T } | PollAnswer;

export type PollEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'fatal' | 'deadline'; readonly last: PollAnswer };

export interface PollOptions<T> {
  readonly ask: (signal: AbortSignal) => Promise<PollStep<T>>;
  readonly policy?: PollPolicy;
  readonly clock: Clock;
  readonly random: () => number;
  /** Whole time that it may take; pauses count. Default: no end but the signal's. */
  readonly timeoutMs?: number | undefined;
  readonly environment?: PollEnvironment | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks until it is done, fatal or too late. Rejects with the signal's reason, or with what `ask` throws. */
export async function poll<T>(options: PollOptions<T>): Promise<PollEnd<T>> {
  const { ask, policy = DEFAULT_POLL_POLICY, clock, random, timeoutMs = Infinity, environment } = options;
  const deadlineAtMs = clock.monotonicNow() + timeoutMs;
  const { signal, dispose } = linkSignals(options.signal);
  try {
    for (let asked = 1; ; asked += 1) {
      signal.throwIfAborted();
      const step = await ask(signal);
      if (step.kind === 'done') return step;
      const next = nextPollDelay(policy, {
        asked,
        answer: step,
        hidden: environment?.hidden ?? false,
        offline: environment?.offline ?? false,
        remainingMs: deadlineAtMs - clock.monotonicNow(),
        random,
      });
      if (next.kind === 'end') return { kind: next.reason, last: step };
      if (next.kind === 'wait') await waitForTurn(next.delayMs, clock, environment, signal);
      // Either paused from the start, or the page went away while waiting.
      while (isAway(environment) && clock.monotonicNow() < deadlineAtMs)
        await waitForTurn(deadlineAtMs - clock.monotonicNow(), clock, environment, signal);
      if (clock.monotonicNow() >= deadlineAtMs) return { kind: 'deadline', last: step };
    }
  } finally {
    dispose();
  }
}

function isAway(environment: PollEnvironment | undefined): boolean {
  return environment?.hidden === true || environment?.offline === true;
}

/** Ends after `waitMs`, or as soon as a page that was away is back: whoever comes back is not kept waiting. */
async function waitForTurn(
  waitMs: number,
  clock: Clock,
  environment: PollEnvironment | undefined,
  signal: AbortSignal,
): Promise<void> {
  let wasAway = isAway(environment);
  const turn = new AbortController();
  const { signal: either, dispose } = linkSignals(signal, turn.signal);
  environment?.watch(() => {
    const away = isAway(environment);
    if (wasAway && !away) turn.abort();
    wasAway = away;
  }, either);
  try {
    await (Number.isFinite(waitMs) ? sleep(waitMs, clock, either) : forever(either));
  } catch (error) {
    signal.throwIfAborted();
    if (!turn.signal.aborted) throw error;
  } finally {
    // Also ends the watch when the time simply ran out.
    turn.abort();
    dispose();
  }
}

function forever(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
