import { PATHS } from '@bonafide/contracts/mosaic';
import { unlessGone } from '../gateway/unless-gone.ts';
import type { MosaicClient } from './mosaic-client.ts';
import type { SessionKey } from './session-key.ts';

/** `DELETE /verify/api/v1/verification/{sessionId}`: pictures, findings and what was read. One that is gone is deleted. */
export async function deleteVerification(client: MosaicClient, request: SessionKey): Promise<void> {
  const { sessionId } = request;
  await unlessGone(() =>
    client.call(
      { operation: 'deleteVerification', path: PATHS.verification, method: 'DELETE', names: { sessionId } },
      request,
    ),
  );
}
