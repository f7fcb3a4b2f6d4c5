import { PATHS } from '@bonafide/contracts/mosaic';
import type { VerificationResult } from '@bonafide/contracts/mosaic';
import { verificationResult } from '@bonafide/contracts/mosaic/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { MosaicClient } from './mosaic-client.ts';
import { requireSame } from './require-same.ts';
import type { SessionKey } from './session-key.ts';
import { toVerifiedResult } from './verified-result.ts';
import type { VerifiedResult } from './verified-result.ts';

export interface ResultAnswer {
  readonly result: VerifiedResult;
  readonly retryAfterMs: number | undefined;
}

/** `GET /verify/api/v1/verification/{sessionId}/result`, with what the server says about asking again. */
export async function fetchResult(
  client: MosaicClient,
  request: SessionKey,
  maxAttempts?: number,
): Promise<ResultAnswer> {
  const { sessionId } = request;
  const response = await client.call(
    { operation: 'getResult', path: PATHS.verificationResult, names: { sessionId }, maxAttempts },
    request,
  );
  const body = readAnswer(response, verificationResult) as VerificationResult;
  requireSame(body.session_id, sessionId, response);
  const result = toVerifiedResult(sessionId, body);
  if (result !== undefined) return { result, retryAfterMs: response.retryAfterMs };
  const { status, requestId } = response;
  throw new PartnerServerError('invalid-response', 'the answer says two things of one person or document', {
    status,
    requestId,
  });
}
