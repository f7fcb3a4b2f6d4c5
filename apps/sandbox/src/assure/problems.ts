import { Refusal, type RefusalStatus } from '../gateway/refusal.ts';

/** Answers of Assure that are not success. The code is ours; the vendor says the reason in words only. */
const client = (status: RefusalStatus, code: string | null, detail: string): Refusal =>
  new Refusal(status, code ?? '', detail);

export const unauthorized = (): Refusal => client(401, null, 'The access token is not valid.');
export const invalidRequest = (detail: string, code: string | null = null): Refusal => client(400, code, detail);
export const forbiddenProvider = (): Refusal => client(403, null, 'The account may not use this provider.');
export const noProvider = (): Refusal => client(404, null, 'The provider does not exist.');
export const noDossier = (): Refusal => client(404, null, 'The dossier does not exist.');
export const noProcess = (): Refusal => client(404, null, 'The process does not exist.');
export const noImage = (): Refusal => client(404, null, 'The image does not exist.');
export const noFiles = (): Refusal => client(404, null, 'The dossier has no files.');
export const noConfiguration = (): Refusal => client(404, null, 'The configuration does not exist.');
export const configurationExists = (): Refusal => client(409, null, 'The configuration exists.');
export const notEnded = (): Refusal => client(409, null, 'The process has not ended.');
export const tooMany = (retryAfterSeconds: number): Refusal =>
  new Refusal(429, '', 'Too many requests.', { retryAfterSeconds });
export const notPending = (): Refusal => client(409, 'process-not-pending', 'The verification has been started.');
export const ended = (): Refusal => client(409, 'process-ended', 'The process has ended.');

/** A scripted failure. */
export function fault(status: number, retryAfterSeconds: number | null): Refusal {
  if (status === 429) return tooMany(retryAfterSeconds ?? 1);
  if (status === 503) return new Refusal(503, '', 'The service is unavailable.', { retryAfterSeconds });
  return failed();
}

export const failed = (): Refusal => new Refusal(500, '', 'The gateway failed.');
