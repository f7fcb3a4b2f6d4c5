import * as contract from '@bonafide/contracts/assure/validators';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import type { Refusal, RefusalStatus } from '../gateway/refusal.ts';
import type { Dialect, Exchange } from '../gateway/serve-operation.ts';
import { failed, invalidRequest } from './problems.ts';

const TITLES: Readonly<Record<RefusalStatus, string>> = {
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

/** Assure's problems, and OAuth's errors where a token is asked for. */
export const assureDialect: Dialect = {
  base: '',
  notesOf: (context) => ({
    correlationId: context.req.param('dossierId') ?? null,
    submissionId: context.req.param('processId') ?? null,
  }),
  toRefusal: (_, error) => (isUnstorableText(error) ? invalidRequest('A character that no text may have.') : failed()),
  refuse: (exchange, refusal) =>
    exchange.operation === 'postToken' ? oauthError(refusal) : problem(exchange, refusal),
};

function problem({ context }: Exchange, { status, code, reason }: Refusal): Response {
  const body = contract.problem.parse({
    type: status >= 500 ? 'base:server-problem' : 'base:client-problem',
    title: TITLES[status],
    status,
    detail: reason,
    method: context.req.method,
    instance: context.req.path,
    traceId: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    ...(code === '' ? {} : { code }),
  });
  return Response.json(body, { status });
}

/** RFC 6749 §5.2. A failure of the gateway has no word there; `server_error` is that of the authorisation endpoint. */
function oauthError({ status, code, reason }: Refusal): Response {
  const error = status >= 500 ? 'server_error' : code === '' ? 'temporarily_unavailable' : String(code);
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="assure"' } : {};
  return Response.json(contract.tokenError.parse({ error, error_description: reason }), { status, headers: challenge });
}
