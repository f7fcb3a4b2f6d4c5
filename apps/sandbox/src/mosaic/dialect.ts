import * as contract from '@bonafide/contracts/mosaic/validators';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import { NOTICE_TYPE, noticePage } from '../gateway/notice-page.ts';
import type { Refusal } from '../gateway/refusal.ts';
import type { Dialect } from '../gateway/serve-operation.ts';
import { failed, invalidRequest } from './problems.ts';

/** Where Mosaic lies in the sandbox; at the vendor it has a host of its own. */
export const MOSAIC_BASE = '/mosaic';

/** Mosaic's problems, OAuth's errors where a token is asked for, and a page where a person asks. */
export const mosaicDialect: Dialect = {
  base: MOSAIC_BASE,
  notesOf: (context) => {
    const sessionId = context.req.param('sessionId') ?? null;
    return { correlationId: sessionId, submissionId: sessionId };
  },
  toRefusal: (_, error) => (isUnstorableText(error) ? invalidRequest('A character that no text may have.') : failed()),
  refuse({ operation }, refusal) {
    if (operation === 'postMosaicToken') return oauthError(refusal);
    if (operation === 'getHostedPage') return page(refusal);
    const { status, code, reason } = refusal;
    return Response.json(contract.problem.parse({ error_code: String(code), message: reason }), { status });
  },
};

/** RFC 6749 §5.2. A failure of the gateway has no word there; `server_error` is that of the authorisation endpoint. */
function oauthError({ status, code, reason }: Refusal): Response {
  const error = status >= 500 ? 'server_error' : status === 429 ? 'temporarily_unavailable' : String(code);
  return Response.json(contract.tokenError.parse({ error, error_description: reason }), { status });
}

function page({ status }: Refusal): Response {
  const says = status === 404 ? 'This link is not valid any more.' : 'Something went wrong. Please try again.';
  const html = noticePage({ title: 'Identity check', text: says });
  return new Response(html, { status, headers: { 'content-type': NOTICE_TYPE } });
}
