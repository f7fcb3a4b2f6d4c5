import type { Refusal, RefusalCode } from '@bonafide/contracts/capture-backend';
import { isWireError } from '#wire/wire-error.js';
import { isPartnerServerError } from '../partner-server-error.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';

const entry = (status: number, message: string, retryable = false) => ({ status, message, retryable }) as const;

/** What the page is told: never about the person, never why in the gateway's words. */
const REFUSALS: Readonly<Record<RefusalCode, ReturnType<typeof entry>>> = {
  'request-invalid': entry(400, 'The request is not understood.'),
  unauthorized: entry(401, 'Sign in first.'),
  'origin-forbidden': entry(403, 'Only the backend’s own pages may ask.'),
  'not-found': entry(404, 'There is no such check.'),
  'method-not-allowed': entry(405, 'This method is not served here.'),
  'consent-required': entry(422, 'The person’s consent is needed first.'),
  'consent-outdated': entry(422, 'Another version of the consent is in force.'),
  'location-required': entry(422, 'The country of residence is needed.'),
  'document-unsupported': entry(422, 'This document cannot be used.'),
  'image-unsupported': entry(415, 'The picture cannot be used.'),
  'image-too-large': entry(413, 'The picture is too large.'),
  'images-missing': entry(409, 'A picture is missing.'),
  'evidence-mismatch': entry(409, 'The evidence is of another picture.'),
  'state-conflict': entry(409, 'This is not possible now.'),
  'handover-unconfirmed': entry(403, 'The phone has to be confirmed first.', true),
  'handover-claimed': entry(409, 'The link was used before.'),
  'handover-expired': entry(410, 'The hand-over’s time is over.'),
  'handover-revoked': entry(410, 'The hand-over was taken back.'),
  busy: entry(409, 'The check is busy.', true),
  'rate-limited': entry(429, 'Too many requests.', true),
  'gateway-refused': entry(502, 'The check is not available.'),
  'gateway-unavailable': entry(503, 'The check is not available right now.', true),
  internal: entry(500, 'Something went wrong.', true),
};

/** Failures of the gateway that have a word of their own on the page; every other is `gateway-refused`. */
const CODES: Partial<Record<PartnerServerErrorCode, RefusalCode>> = {
  'location-required': 'location-required',
  'consent-required': 'consent-required',
  'image-unsupported': 'image-unsupported',
  'image-too-large': 'image-too-large',
  'not-found': 'not-found',
  'rate-limited': 'gateway-unavailable',
  server: 'gateway-unavailable',
  network: 'gateway-unavailable',
  timeout: 'gateway-unavailable',
  'store-unavailable': 'gateway-unavailable',
};

/** The least that a page waits before it looks again. Source: guess. */
export const LOOK_AFTER = { 'retry-after': '2' } as const;

const NO_STORE = { 'cache-control': 'no-store' } as const;
/** How long to wait where nobody said. Source: guess. */
const RETRY_AFTER_SECONDS: Partial<Record<RefusalCode, number>> = { busy: 1, 'gateway-unavailable': 5 };

/** Why a request of the page is not served. Thrown inside, and answered. */
export class CaptureRefusal extends Error {
  override readonly name = 'CaptureRefusal';
  readonly code: RefusalCode;
  /** Where it is another than the code's usual one. */
  readonly status: number | undefined;

  constructor(code: RefusalCode, status?: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

/** An answer with a body that the contract describes, or none. */
export function answer(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { ...NO_STORE, ...headers };
  return body === undefined
    ? new Response(null, { status, headers: all })
    : Response.json(body, { status, headers: all });
}

/** The answer to what went wrong. */
export function answerFailure(error: unknown): Response {
  const { code, status, retryAfterMs } = toRefused(error);
  const { message, retryable, ...usual } = REFUSALS[code];
  const seconds = retryAfterMs === undefined ? RETRY_AFTER_SECONDS[code] : Math.ceil(retryAfterMs / 1000);
  return answer(
    status ?? usual.status,
    { code, message, retryable } satisfies Refusal,
    seconds === undefined || !retryable ? {} : { 'retry-after': String(seconds) },
  );
}

/** Whether somebody who runs the backend should hear of it: not of what a page merely asked or showed wrongly. */
export function isWorthHearing(error: unknown): boolean {
  const isOfThePage = isPartnerServerError(error) && error.userAction === 'ask-user' && error.status === undefined;
  return !isOfThePage && !(error instanceof CaptureRefusal);
}

interface Refused {
  readonly code: RefusalCode;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

function toRefused(error: unknown): Refused {
  if (error instanceof CaptureRefusal) return error;
  if (!isPartnerServerError(error)) return isWireError(error) ? { code: 'request-invalid' } : { code: 'internal' };
  return { code: CODES[error.code] ?? 'gateway-refused', retryAfterMs: error.retryAfterMs };
}
