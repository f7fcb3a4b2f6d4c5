import { PATHS } from '@bonafide/contracts/assure';
import type { Depiction, ImageResponse } from '@bonafide/contracts/assure';
import { imageResponse } from '@bonafide/contracts/assure/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';
import { PICTURE_ANSWER_BYTES, readPicture } from './read-picture.ts';
import type { ProcessImage } from './read-picture.ts';

/** Which picture. With Onfido there is never a `PORTRAIT`. */
export interface GetImage extends ProcessKey {
  readonly depiction: Depiction;
}

/** `GET …/images/{depiction}`. */
export async function getImage(client: AssureClient, request: GetImage): Promise<ProcessImage> {
  const { dossierId, processId, depiction } = request;
  const response = await client.call(
    {
      operation: 'getImage',
      path: PATHS.image,
      names: { dossierId, processId, depiction },
      maxResponseBytes: PICTURE_ANSWER_BYTES,
    },
    request,
  );
  return readPicture((readAnswer(response, imageResponse) as ImageResponse).image, response);
}
