import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';
import { unlessGone } from '../gateway/unless-gone.ts';

/** `DELETE /assure/dossiers/{dossierId}/processes/{processId}`. One that is gone is deleted. */
export async function deleteProcess(client: AssureClient, request: ProcessKey): Promise<void> {
  const { dossierId, processId } = request;
  const names = { dossierId, processId };
  await unlessGone(() =>
    client.call({ operation: 'deleteProcess', path: PATHS.process, method: 'DELETE', names }, request),
  );
}
