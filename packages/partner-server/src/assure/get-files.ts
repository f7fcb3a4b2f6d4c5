import { PATHS } from '@bonafide/contracts/assure';
import { dossierFiles } from '@bonafide/contracts/assure/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';
import { PICTURE_TIMEOUTS } from './named-pictures.ts';
import { PICTURE_ANSWER_BYTES, readPicture } from './read-picture.ts';
import type { ProcessImage } from './read-picture.ts';

/** The pictures of a dossier: personal data. */
export interface DossierPictures {
  readonly front?: ProcessImage;
  readonly back?: ProcessImage;
  readonly selfie?: ProcessImage;
  readonly portrait?: ProcessImage;
}

const NAMES = ['front', 'back', 'selfie', 'portrait'] as const;

/** `GET …/files`. */
export async function getFiles(client: AssureClient, request: DossierKey): Promise<DossierPictures> {
  const { dossierId } = request;
  const response = await client.call(
    {
      operation: 'getFiles',
      path: PATHS.files,
      names: { dossierId },
      maxResponseBytes: NAMES.length * PICTURE_ANSWER_BYTES,
      ...PICTURE_TIMEOUTS,
    },
    request,
  );
  const files = readAnswer(response, dossierFiles) as { readonly [name in (typeof NAMES)[number]]?: string };
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const url = files[name];
      return url === undefined ? [] : [[name, readPicture(url, response)]];
    }),
  );
}
