import * as contract from '@bonafide/contracts/idnow/validators';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import { type Notice, NOTICE_TYPE, noticePage } from '../gateway/notice-page.ts';
import type { Refusal, RefusalStatus } from '../gateway/refusal.ts';
import type { Dialect } from '../gateway/serve-operation.ts';
import { failed, invalidRequest } from './problems.ts';

const WORDS: Readonly<Record<RefusalStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The platform's problems, OAuth's errors where a token is asked for, and a page where a person looks. */
export const idnowDialect: Dialect = {
  base: '/idnow',
  // Only what has the form of an id of ours: in the player's address the same place holds a secret.
  notesOf: (context) => ({ submissionId: UUID.exec(context.req.param('sessionId') ?? '')?.[0] ?? null }),
  toRefusal: (_, error) => (isUnstorableText(error) ? invalidRequest('A character that no text may have.') : failed()),
  refuse({ operation }, refusal) {
    if (operation === 'postIdnowToken') return oauthError(refusal);
    if (operation === 'getIdnowPlayer')
      return toPage(refusal.status, { title: 'Identity check', text: refusal.reason });
    return problem(refusal);
  },
};

function problem({ status, reason }: Refusal): Response {
  const body = contract.problem.parse({ statusCode: status, error: WORDS[status], message: reason });
  return Response.json(body, { status });
}

/** RFC 6749 §5.2. A failure of the gateway has no word there; `server_error` is that of the authorisation endpoint. */
function oauthError({ status, code, reason }: Refusal): Response {
  const error = status >= 500 ? 'server_error' : code === '' ? 'temporarily_unavailable' : String(code);
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="idnow"' } : {};
  return Response.json(contract.tokenError.parse({ error, error_description: reason }), { status, headers: challenge });
}

/** What whoever looks is told. @param language BCP 47, of the words. */
export function toPage(status: number, notice: Notice, language?: string): Response {
  const page = noticePage(notice, language);
  return new Response(page, { status, headers: { 'content-type': NOTICE_TYPE } });
}
