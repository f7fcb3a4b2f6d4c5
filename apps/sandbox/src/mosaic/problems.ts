import { Refusal } from '../gateway/refusal.ts';

/** Answers of Mosaic that are not success. The words are ours: the vendor's could not be found. */
export const unauthorized = (): Refusal => new Refusal(401, 'unauthorized', 'The access token is not valid.');
export const invalidRequest = (why: string, code = 'invalid_request'): Refusal => new Refusal(400, code, why);
export const noSession = (): Refusal => new Refusal(404, 'not_found', 'The session does not exist.');
export const noImage = (): Refusal => new Refusal(404, 'not_found', 'The image does not exist.');
export const noConsent = (): Refusal => new Refusal(404, 'not_found', 'Nothing was agreed to.');
export const tooMany = (retryAfterSeconds: number): Refusal =>
  new Refusal(429, 'too_many_requests', 'Too many requests.', { retryAfterSeconds });
export const failed = (): Refusal => new Refusal(500, 'internal_error', 'The gateway failed.');

/** A scripted failure. */
export function fault(status: number, retryAfterSeconds: number | null): Refusal {
  if (status === 429) return tooMany(retryAfterSeconds ?? 1);
  return status === 503
    ? new Refusal(503, 'unavailable', 'The service is unavailable.', { retryAfterSeconds })
    : failed();
}
