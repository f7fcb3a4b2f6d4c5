import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { fetchSubmissionDetails } from './get-submission-details.ts';
import type { GetSubmissionDetails, SubmissionDetails } from './get-submission-details.ts';
import type { OneKycClient } from './onekyc-client.ts';

/** Which submission, and how long to wait for its end. */
export type WaitForSubmission = GetSubmissionDetails &
  WaitSettings & {
    /**
     * Whether to go on while the gateway knows no such submission, which is so until the user uploads something.
     * Default: false.
     */
    readonly untilItExists?: boolean;
  };

/** Details whose status is final. */
export type FinishedSubmission = SubmissionDetails & { readonly status: 'COMPLETED' | 'ERROR' };

/**
 * Asks for details until processing is over. The callback is the faster way to know; this is for where there is none, and
 * for a callback that was lost.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export function waitForSubmission(client: OneKycClient, request: WaitForSubmission): Promise<FinishedSubmission> {
  const { timeoutMs, policy = {}, untilItExists = false, signal } = request;
  return waitUntil({
    settings: client.settings,
    name: 'submission',
    timeoutMs,
    policy,
    untilItExists,
    signal,
    look: async (lookSignal) => {
      const { details, retryAfterMs } = await fetchSubmissionDetails(client, { ...request, signal: lookSignal }, 1);
      return { value: details, retryAfterMs };
    },
    isFinished,
  });
}

function isFinished(details: SubmissionDetails): details is FinishedSubmission {
  return details.status !== 'IN_PROGRESS';
}
