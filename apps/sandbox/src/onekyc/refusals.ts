import type { Operation } from '../gateway/operation.ts';
import { Refusal } from '../gateway/refusal.ts';

/** Operations whose tables print the code as a number. */
const NUMERIC_CODES: ReadonlySet<Operation> = new Set(['getUserToken', 'getSubmissionDetails']);

/** `errors[].code` as the operation prints it. */
function codeOf(operation: Operation, code: number): string | number {
  return NUMERIC_CODES.has(operation) ? code : String(code);
}

/** A required header or field is blank: 400, 1539, `<NAME>_CAN_NOT_BE_EMPTY`. */
export function blank(operation: Operation, name: string): Refusal {
  return new Refusal(400, codeOf(operation, 1539), `${toScreamingSnake(name)}_CAN_NOT_BE_EMPTY`);
}

/** Something is there and not understood. */
export function invalid(operation: Operation, code: number, reason: string): Refusal {
  return new Refusal(400, codeOf(operation, code), reason);
}

export function unauthorized(operation: Operation): Refusal {
  return new Refusal(401, codeOf(operation, 110), 'UNAUTHORIZED');
}

export function forbidden(operation: Operation, reason = 'FORBIDDEN', code = 110): Refusal {
  return new Refusal(403, codeOf(operation, code), reason);
}

export function tooManyRequests(operation: Operation, retryAfterSeconds: number): Refusal {
  return new Refusal(429, codeOf(operation, 429), 'TOO_MANY_REQUESTS', { retryAfterSeconds });
}

/** The gateway's own failure, in the words of the operation's table. */
export function failed(operation: Operation): Refusal {
  const reason = operation === 'getUploadUrls' ? 'SOMETHING_WENT_WRONG' : 'GENERIC_SERVICE_ERROR';
  return new Refusal(500, codeOf(operation, 900), reason);
}

/** A scripted failure. */
export function fault(operation: Operation, status: number, retryAfterSeconds: number | null): Refusal {
  if (status === 429) return tooManyRequests(operation, retryAfterSeconds ?? 1);
  if (status !== 503) return failed(operation);
  return new Refusal(503, codeOf(operation, 903), 'SERVICE_UNAVAILABLE', { retryAfterSeconds });
}

/** `additionalDetails.userLocale` and `x-onboarding-partner` as the causes spell them. */
export function toScreamingSnake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
