import type { WireResponse } from '#wire/request.js';
import { PartnerServerError } from '../partner-server-error.ts';

/**
 * What is said of somebody else must never be taken for the answer to this question.
 * @throws {PartnerServerError} `invalid-response`
 */
export function requireSame(given: string | undefined, asked: string, { requestId }: WireResponse): void {
  if (given !== undefined && given !== asked)
    throw new PartnerServerError('invalid-response', 'the answer is about another session', { requestId });
}
