import { deadlineSignal, linkSignals } from '#wire/abort.js';
import { DEFAULT_POLL_POLICY, isFatalStatus, poll } from '#wire/poll.js';
import type { PollPolicy, PollStep } from '#wire/poll.js';
import { isPartnerServerError, PartnerServerError } from '../partner-server-error.ts';
import type { GatewayClient } from './gateway-client.ts';
import { fetchSubmissionDetails } from './get-submission-details.ts';
import type { GetSubmissionDetails, SubmissionDetails } from './get-submission-details.ts';

/** Which submission, and how long to wait for its end. */
export type WaitForSubmission = GetSubmissionDetails & {
  /** Longest wait. */
  readonly timeoutMs: number;
  /**
   * Whether to go on while the gateway knows no such submission, which is so until the user uploads something.
   * Default: false.
   */
  readonly untilItExists?: boolean;
  readonly policy?: Partial<PollPolicy>;
};

/** Details whose status is final. */
export type FinishedSubmission = SubmissionDetails & { readonly status: 'COMPLETED' | 'ERROR' };

/**
 * Asks for details until processing is over. The callback is the faster way to know; this is for where there is none, and
 * for a callback that was lost.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export async function waitForSubmission(
  client: GatewayClient,
  request: WaitForSubmission,
): Promise<FinishedSubmission> {
  const { timeoutMs, untilItExists = false } = request;
  const { clock, random } = client.settings;
  if (!(timeoutMs > 0)) throw new TypeError('timeoutMs must be above 0');
  let lastError: unknown;

  async function ask(signal: AbortSignal): Promise<PollStep<FinishedSubmission>> {
    try {
      // One attempt: the poll itself is the retry.
      const { details, retryAfterMs } = await fetchSubmissionDetails(client, { ...request, signal }, 1);
      lastError = undefined;
      return isFinished(details) ? { kind: 'done', value: details } : { kind: 'pending', retryAfterMs };
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
  const either = linkSignals(request.signal, deadline.signal);
  try {
    const policy = { ...DEFAULT_POLL_POLICY, ...request.policy };
    const end = await poll({ ask, policy, clock, random, timeoutMs, signal: either.signal });
    if (end.kind === 'done') return end.value;
    if (end.kind === 'fatal') throw lastError;
  } catch (error) {
    request.signal?.throwIfAborted();
    if (!deadline.signal.aborted) throw error;
  } finally {
    either.dispose();
    deadline.dispose();
  }
  const facts = lastError === undefined ? {} : { cause: lastError };
  throw new PartnerServerError('still-processing', `the submission is not finished after ${timeoutMs} ms`, facts);
}

/** An answer that cannot be understood (status 200) does not get better by asking again. */
function isPassing(status: number): boolean {
  return status >= 400 && !isFatalStatus(status);
}

function isFinished(details: SubmissionDetails): details is FinishedSubmission {
  return details.status !== 'IN_PROGRESS';
}
