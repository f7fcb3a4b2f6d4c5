import { deadlineSignal, linkSignals } from '#wire/abort.js';
import { DEFAULT_POLL_POLICY, isFatalStatus, poll } from '#wire/poll.js';
import type { PollPolicy, PollStep } from '#wire/poll.js';
import { isPartnerServerError, PartnerServerError } from '../partner-server-error.ts';
import type { GatewaySettings } from './gateway-options.ts';

/** How long to wait for something to be over. */
export interface WaitSettings {
  /** Longest wait. */
  readonly timeoutMs: number;
  readonly policy?: Partial<PollPolicy>;
}

/** What was found, and the least that the server asks to wait before the next look. */
export interface Found<T> {
  readonly value: T;
  readonly retryAfterMs: number | undefined;
}

export interface WaitUntilOptions<T, Finished extends T> extends WaitSettings {
  readonly settings: Pick<GatewaySettings<string>, 'clock' | 'random'>;
  /** Looks once: the poll itself is the retry. */
  readonly look: (signal: AbortSignal) => Promise<Found<T>>;
  readonly isFinished: (value: T) => value is Finished;
  /** Whether to go on while the gateway knows nothing of it. */
  readonly untilItExists: boolean;
  /** What is waited for, in the words of the error. */
  readonly name: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Looks until it is over.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export async function waitUntil<T, Finished extends T>(options: WaitUntilOptions<T, Finished>): Promise<Finished> {
  const { timeoutMs, look, isFinished, untilItExists, name } = options;
  const { clock, random } = options.settings;
  if (!(timeoutMs > 0)) throw new TypeError('timeoutMs must be above 0');
  let lastError: unknown;

  async function ask(signal: AbortSignal): Promise<PollStep<Finished>> {
    try {
      const { value, retryAfterMs } = await look(signal);
      lastError = undefined;
      return isFinished(value) ? { kind: 'done', value } : { kind: 'pending', retryAfterMs };
    } catch (error) {
      lastError = error;
      if (!isPartnerServerError(error)) throw error;
      if (error.code === 'not-found' && untilItExists) return { kind: 'pending', retryAfterMs: error.retryAfterMs };
      if (error.code === 'network' || error.code === 'timeout') return { kind: 'failed' };
      if (error.status === undefined || !isPassing(error.status)) throw error;
      return { kind: 'failed', httpStatus: error.status, retryAfterMs: error.retryAfterMs };
    }
  }

  const deadline = deadlineSignal(clock, timeoutMs);
  const either = linkSignals(options.signal, deadline.signal);
  try {
    const policy = { ...DEFAULT_POLL_POLICY, ...options.policy };
    const end = await poll({ ask, policy, clock, random, timeoutMs, signal: either.signal });
    if (end.kind === 'done') return end.value;
    if (end.kind === 'fatal') throw lastError;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!deadline.signal.aborted) throw error;
  } finally {
    either.dispose();
    deadline.dispose();
  }
  const facts = lastError === undefined ? {} : { cause: lastError };
  throw new PartnerServerError('still-processing', `the ${name} is not finished after ${timeoutMs} ms`, facts);
}

/** An answer that cannot be understood (status 200) does not get better by asking again. */
function isPassing(status: number): boolean {
  return status >= 400 && !isFatalStatus(status);
}
