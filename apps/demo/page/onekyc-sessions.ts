import { CheckOverError } from '@bonafide/browser-core/identity';
import type { CheckEnd } from '@bonafide/browser-core/identity';
import type { SessionInit, SessionProvider } from '@bonafide/browser-core/session';
import type { Flow, SubmissionDetailsData } from '@bonafide/contracts/onekyc';
import type { CheckContext } from './check.ts';
import { getJson } from './get-json.ts';
import { showSubmission } from './show-details.ts';

/** The partner's backend, as a check on OneKYC needs it. */
export interface OneKycSessions {
  /** Address of the gateway. */
  readonly baseUrl: string;
  readonly first: SessionInit;
  readonly provider: SessionProvider;
  /** The page never decides: it asks its own backend, which asks the gateway. */
  readonly readDetails: () => Promise<void>;
}

/** What the backend answers: a check to go on with, or that the gateway has ended the one that was asked about. */
type Started =
  | (SessionInit & { readonly baseUrl: string })
  | { readonly correlationId: string; readonly ended: Pick<SubmissionDetailsData, 'status' | 'result'> };

/** What the page says of an end; the decision is the backend's. */
function toEnd({ status, result }: Pick<SubmissionDetailsData, 'status' | 'result'>): CheckEnd {
  if (status === 'ERROR') return { status: 'error', word: status };
  return { status: result === 'VALID' ? 'passed' : result === 'INVALID' ? 'failed' : 'review', word: status };
}

/** Asks the partner's backend to initiate the flow: now, and again when an element wants a new token. */
export async function startOneKycSessions(
  flow: Flow,
  { wishes, log, signal }: Pick<CheckContext, 'wishes' | 'log' | 'signal'>,
): Promise<OneKycSessions> {
  async function start(
    startSignal: AbortSignal,
    wish: { readonly scenario?: string; readonly correlationId?: string },
  ): Promise<SessionInit & { readonly baseUrl: string }> {
    log.add({ lane: 'page', what: 'Ask the partner backend to start a check', line: 'POST /api/sessions' });
    const answer = await getJson<Started>('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ flow, ...wish }),
      signal: startSignal,
    });
    if (!('ended' in answer)) return answer;
    correlationId = answer.correlationId;
    throw new CheckOverError(toEnd(answer.ended));
  }

  let correlationId = '';
  const { baseUrl, ...first } = await start(signal, wishes.scenario ? { scenario: wishes.scenario } : {});
  correlationId = first.correlationId;
  return {
    baseUrl,
    first,
    // A token that ran out, or went with the page, is replaced by one for the same check; a retry is a check of its own.
    async provider(reason, providerSignal, context) {
      const goesOn = reason === 'token-expired' || reason === 'resume';
      const { baseUrl: _, ...session } = await start(
        providerSignal,
        goesOn && context.correlationId !== null ? { correlationId: context.correlationId } : {},
      );
      correlationId = session.correlationId;
      return session;
    },
    async readDetails() {
      const path = `/api/submissions/${correlationId}`;
      log.add({ lane: 'page', what: 'Ask the partner backend for the decision', line: `GET ${path}` });
      showSubmission(await getJson<SubmissionDetailsData>(path, { signal }));
    },
  };
}
