import type { AssureProcess } from '@bonafide/contracts/assure';
import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import type { AssureClient } from './assure-client.ts';
import { fetchProcess } from './get-process.ts';
import type { ProcessKey } from './get-process.ts';

/** Which process, and how long to wait for its end. */
export type WaitForProcess = ProcessKey & WaitSettings;

/** A process whose status is final. */
export type FinishedProcess = AssureProcess & {
  readonly status: Exclude<AssureProcess['status'], 'pending' | 'processing'>;
};

/**
 * Asks for a process until it is over. The notification is the faster way to know; this is for where there is none, and
 * for a notification that was lost. One whose verification has not been started stays `pending`.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export function waitForProcess(client: AssureClient, request: WaitForProcess): Promise<FinishedProcess> {
  const { timeoutMs, policy = {}, signal } = request;
  return waitUntil({
    settings: client.settings,
    name: 'process',
    timeoutMs,
    policy,
    untilItExists: false,
    signal,
    look: async (lookSignal) => {
      const { process, retryAfterMs } = await fetchProcess(client, { ...request, signal: lookSignal }, 1);
      return { value: process, retryAfterMs };
    },
    isFinished: isFinishedProcess,
  });
}

/** Whether nothing more comes of a process. */
export function isFinishedProcess(process: AssureProcess): process is FinishedProcess {
  return process.status !== 'pending' && process.status !== 'processing';
}
