import { PATHS } from '@bonafide/contracts/mosaic';
import type { VerificationConsent } from '@bonafide/contracts/mosaic';
import { verificationConsent } from '@bonafide/contracts/mosaic/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import type { MosaicClient } from './mosaic-client.ts';
import { requireSame } from './require-same.ts';
import type { SessionKey } from './session-key.ts';

/** What the person agreed to. The vendor has the operation; its address and answer are ours (`specs/SOURCES.md`). */
export async function getConsent(client: MosaicClient, request: SessionKey): Promise<VerificationConsent> {
  const { sessionId } = request;
  const response = await client.call(
    { operation: 'getConsent', path: PATHS.verificationConsent, names: { sessionId } },
    request,
  );
  const consent = readAnswer(response, verificationConsent) as VerificationConsent;
  requireSame(consent.session_id, sessionId, response);
  return consent;
}
