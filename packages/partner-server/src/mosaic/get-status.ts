import { PATHS } from '@bonafide/contracts/mosaic';
import type { VerificationStatus } from '@bonafide/contracts/mosaic';
import { verificationStatus } from '@bonafide/contracts/mosaic/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import type { MosaicClient } from './mosaic-client.ts';
import { requireSame } from './require-same.ts';
import type { SessionKey } from './session-key.ts';

/** Where a session is. The vendor has the operation; its address and words are ours (`specs/SOURCES.md`). */
export async function getStatus(client: MosaicClient, request: SessionKey): Promise<VerificationStatus> {
  const { sessionId } = request;
  const response = await client.call(
    { operation: 'getStatus', path: PATHS.verificationStatus, names: { sessionId } },
    request,
  );
  const status = readAnswer(response, verificationStatus) as VerificationStatus;
  requireSame(status.session_id, sessionId, response);
  return status;
}
