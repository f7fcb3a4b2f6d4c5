import { FINAL_STATUSES } from '@bonafide/contracts/idnow';
import type { IdnowSession } from '@bonafide/contracts/idnow';
import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { fetchSession } from './get-session.ts';
import type { SessionKey } from './get-session.ts';
import type { IdnowClient } from './idnow-client.ts';

/** Which session, and how long to wait for its end. */
export type WaitForSession = SessionKey & WaitSettings;

/** A session at which nothing more comes. `COMPLETED` is no decision: read `outcome`. */
export type FinishedSession = IdnowSession & { readonly sessionStatus: (typeof FINAL_STATUSES)[number] };

/**
 * Asks for a session until it is over. The event is the faster way to know; this is for where there is none, and for one that
 * was lost.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export function waitForSession(client: IdnowClient, request: WaitForSession): Promise<FinishedSession> {
  const { timeoutMs, policy = {}, signal } = request;
  return waitUntil({
    settings: client.settings,
    name: 'session',
    timeoutMs,
    policy,
    untilItExists: false,
    signal,
    look: async (lookSignal) => {
      const { session, retryAfterMs } = await fetchSession(client, { ...request, signal: lookSignal }, 1);
      return { value: session, retryAfterMs };
    },
    isFinished: isFinishedSession,
  });
}

function isFinishedSession(session: IdnowSession): session is FinishedSession {
  return FINAL_STATUSES.some((status) => status === session.sessionStatus);
}
