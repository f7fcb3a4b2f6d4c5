import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';
import { unlessGone } from '../gateway/unless-gone.ts';

/** `DELETE /assure/dossiers/{dossierId}`. One that is gone is deleted. */
export async function deleteDossier(client: AssureClient, request: DossierKey): Promise<void> {
  const { dossierId } = request;
  await unlessGone(() =>
    client.call({ operation: 'deleteDossier', path: PATHS.dossier, method: 'DELETE', names: { dossierId } }, request),
  );
}
