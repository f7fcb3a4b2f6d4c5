import { PATHS } from '@bonafide/contracts/idnow';
import type { CreatedSession, CreateSessionRequest, SessionInput } from '@bonafide/contracts/idnow';
import { createdSession, createSessionRequest } from '@bonafide/contracts/idnow/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { IdnowClient } from './idnow-client.ts';

/** One person's passage through a flow. */
export interface CreateSession extends CallSettings {
  /** As the vendor named the flow. */
  readonly flowId: string;
  /** Your own name for the person; becomes `UserReference` of the steps. */
  readonly subjectId: string;
  /** For example `en`. */
  readonly locale?: string;
  /** Data blocks for the steps. Personal data. */
  readonly input?: SessionInput;
  /** Where the browser goes at the end; the vendor must have allowed it. */
  readonly redirectUrl?: string;
  /** Comes back with the browser; at most 2048 characters. Make it unguessable, and compare it. */
  readonly state?: string;
}

/** `POST /api/v1/flows/{flowId}/{environment}/sessions`. Tried again only when the platform certainly did not begin. */
export async function createSession(client: IdnowClient, request: CreateSession): Promise<CreatedSession> {
  const { flowId } = request;
  const response = await client.call(
    {
      operation: 'createSession',
      path: PATHS.sessions,
      names: { flowId, environment: client.settings.environment },
      method: 'POST',
      json: toBody(request),
    },
    request,
  );
  const session = readAnswer(response, createdSession) as CreatedSession;
  // The browser is sent there: nothing but a page may come of it.
  if (!isPage(session.playerUrl)) {
    const { status, requestId } = response;
    throw new PartnerServerError('invalid-response', 'the player is not a page', { status, requestId });
  }
  return session;
}

function toBody({ subjectId, locale, input, redirectUrl, state }: CreateSession): CreateSessionRequest {
  const body: CreateSessionRequest = {
    metadata: { subjectId, ...(locale === undefined ? {} : { locale }) },
    ...(input === undefined ? {} : { input }),
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
    ...(state === undefined ? {} : { state }),
  };
  // The field, and never its value.
  const wrong = createSessionRequest.safeParse(body).error?.issues[0]?.path;
  if (wrong !== undefined) throw new TypeError(`${wrong.map(String).join('.')} is not as the contract says`);
  return body;
}

function isPage(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
