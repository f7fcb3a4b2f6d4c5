import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';
import { PICTURE_TIMEOUTS, toNamedPictures } from './named-pictures.ts';
import type { NamedPictures } from './named-pictures.ts';

/** Pictures of a process. */
export interface SetImages extends ProcessKey {
  readonly images: NamedPictures;
}

/** Sets pictures; one that is set again replaces the one before. */
export async function setImages(client: AssureClient, request: SetImages): Promise<void> {
  const { dossierId, processId } = request;
  const json = toNamedPictures(request.images, 'images');
  const names = { dossierId, processId };
  await client.call(
    { operation: 'setImages', path: PATHS.images, method: 'PUT', names, json, ...PICTURE_TIMEOUTS },
    request,
  );
}
