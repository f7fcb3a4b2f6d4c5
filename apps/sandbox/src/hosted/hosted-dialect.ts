import type { Refusal as RefusalBody, RefusalCode } from '@bonafide/contracts/capture-backend';
import * as contract from '@bonafide/contracts/capture-backend/validators';
import { Refusal, type RefusalStatus } from '../gateway/refusal.ts';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import type { Dialect } from '../gateway/serve-operation.ts';

const entry = (status: RefusalStatus, message: string, retryable = false) => ({ status, message, retryable }) as const;

/** Why a page is not served: for people who build it, never about the person. */
const REFUSALS = {
  'request-invalid': entry(400, 'The request is not understood.'),
  unauthorized: entry(401, 'Open the check by its address first.'),
  'origin-forbidden': entry(403, 'Only the hosted pages may ask.'),
  'not-found': entry(404, 'There is no such check.'),
  'document-unsupported': entry(422, 'This document cannot be used.'),
  'image-unsupported': entry(415, 'The picture cannot be used.'),
  'image-too-large': entry(413, 'The picture is too large.'),
  'images-missing': entry(409, 'A picture is missing.'),
  'evidence-mismatch': entry(409, 'The evidence is of another picture.'),
  'state-conflict': entry(409, 'This is not possible now.'),
  'rate-limited': entry(429, 'Too many requests.', true),
  'gateway-unavailable': entry(503, 'The check is not available right now.', true),
  internal: entry(500, 'Something went wrong.', true),
} as const satisfies Partial<Record<RefusalCode, ReturnType<typeof entry>>>;

type HostedRefusalCode = keyof typeof REFUSALS;

export function refuseHosted(code: HostedRefusalCode, retryAfterSeconds: number | null = null): Refusal {
  return new Refusal(REFUSALS[code].status, code, code, { retryAfterSeconds });
}

/** A scripted failure. */
export function hostedFault(status: number, retryAfterSeconds: number | null): Refusal {
  if (status === 429) return refuseHosted('rate-limited', retryAfterSeconds ?? 1);
  return refuseHosted(status === 503 ? 'gateway-unavailable' : 'internal', retryAfterSeconds);
}

/** The hosted pages' own interface: the words of `specs/capture-backend.yaml`. */
export const hostedDialect: Dialect = {
  base: '/hosted/api',
  notesOf: (context) => ({ submissionId: context.req.param('checkId') ?? null }),
  toRefusal: (_operation, error) => refuseHosted(isUnstorableText(error) ? 'request-invalid' : 'internal'),
  refuse(_exchange, { status, code }) {
    const known = REFUSALS[code as HostedRefusalCode];
    const body = {
      code: code as RefusalCode,
      message: known.message,
      retryable: known.retryable,
    } satisfies RefusalBody;
    return Response.json(contract.refusal.parse(body), { status });
  },
};
