import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';
import { PICTURE_TIMEOUTS, toNamedPictures } from './named-pictures.ts';
import type { NamedPictures } from './named-pictures.ts';

/** Pictures of a dossier. A portrait is never sent: the gateway can only copy it. */
export interface SetFiles extends DossierKey {
  readonly files: NamedPictures;
}

/** `POST …/files`. Tried again: keeping the same pictures twice is keeping them once. */
export async function setFiles(client: AssureClient, request: SetFiles): Promise<void> {
  const { dossierId } = request;
  const json = toNamedPictures(request.files, 'files');
  await client.call(
    {
      operation: 'setFiles',
      path: PATHS.files,
      method: 'POST',
      names: { dossierId },
      json,
      idempotent: true,
      ...PICTURE_TIMEOUTS,
    },
    request,
  );
}
