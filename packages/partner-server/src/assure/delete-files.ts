import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';
import { unlessGone } from '../gateway/unless-gone.ts';

/** `DELETE …/files`. */
export async function deleteFiles(client: AssureClient, request: DossierKey): Promise<void> {
  const { dossierId } = request;
  const names = { dossierId };
  await unlessGone(() =>
    client.call({ operation: 'deleteFiles', path: PATHS.files, method: 'DELETE', names }, request),
  );
}
