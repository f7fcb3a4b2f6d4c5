import { PATHS } from '@bonafide/contracts/idnow';
import type { IdnowSession } from '@bonafide/contracts/idnow';
import { session } from '@bonafide/contracts/idnow/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { IdnowClient } from './idnow-client.ts';

/** Which session. */
export interface SessionKey extends CallSettings {
  readonly sessionId: string;
}

export interface SessionAnswer {
  readonly session: IdnowSession;
  readonly retryAfterMs: number | undefined;
}

/** `GET /api/v1/{environment}/sessions/{sessionId}`, with what the server says about asking again. */
export async function fetchSession(
  client: IdnowClient,
  request: SessionKey,
  maxAttempts?: number,
): Promise<SessionAnswer> {
  const { sessionId } = request;
  const { environment } = client.settings;
  const response = await client.call(
    { operation: 'getSession', path: PATHS.session, names: { environment, sessionId }, maxAttempts },
    request,
  );
  const answer = readAnswer(response, session) as IdnowSession;
  // The decision about somebody else must never be taken for the answer to this question; nor one of the other environment,
  // where it decides nothing.
  if (answer.sessionId !== sessionId || (answer.environment ?? environment) !== environment) {
    const { requestId } = response;
    throw new PartnerServerError('invalid-response', 'the answer is about another session', { requestId });
  }
  return { session: answer, retryAfterMs: response.retryAfterMs };
}
