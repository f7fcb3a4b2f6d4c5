import { Refusal, type RefusalStatus } from '../gateway/refusal.ts';

/** Answers of the platform that are not success. The vendor's form of them could not be found: these are ours. */
const refuse = (status: RefusalStatus, message: string): Refusal => new Refusal(status, '', message);

export const unauthorized = (): Refusal => refuse(401, 'The access token is not valid.');
export const noApiKey = (): Refusal => refuse(401, 'The API key is not valid.');
export const invalidRequest = (message: string): Refusal => refuse(400, message);
export const noFlow = (): Refusal => refuse(403, 'The client may not use this flow.');
export const noSession = (): Refusal => refuse(404, 'The session does not exist.');
export const noEntry = (): Refusal => refuse(404, 'The entry does not exist.');
export const noPlayer = (): Refusal => refuse(404, 'There is no such page, or no longer.');
export const failed = (): Refusal => refuse(500, 'The platform failed.');

/** A scripted failure. */
export function fault(status: number, retryAfterSeconds: number | null): Refusal {
  if (status === 429) return new Refusal(429, '', 'Too many requests.', { retryAfterSeconds: retryAfterSeconds ?? 1 });
  if (status === 503) return new Refusal(503, '', 'The service is unavailable.', { retryAfterSeconds });
  return failed();
}
