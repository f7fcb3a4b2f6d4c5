import { PATHS } from '@bonafide/contracts/mosaic';
import type { SessionImage, SessionImages } from '@bonafide/contracts/mosaic';
import { sessionImages } from '@bonafide/contracts/mosaic/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { readPictureSize } from '../picture/read-picture-size.ts';
import type { MosaicClient } from './mosaic-client.ts';
import type { SessionKey } from './session-key.ts';

/** Which picture, as the list names it. */
export interface GetImage extends SessionKey {
  readonly imageId: string;
}

/** A picture of a session: personal data. */
export interface VerificationImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** What a phone's camera makes of a document. The vendor's limit is not printed. Source: guess. */
const MAX_IMAGE_BYTES = 16 * 1_048_576;

/** `GET …/images`. Source: observed. */
export async function getImages(client: MosaicClient, request: SessionKey): Promise<readonly SessionImage[]> {
  const { sessionId } = request;
  const response = await client.call({ operation: 'getImages', path: PATHS.images, names: { sessionId } }, request);
  return (readAnswer(response, sessionImages) as SessionImages).session_images;
}

/** `GET …/images/{imageId}`. Source: observed. What it is follows from its bytes, whatever the gateway calls it. */
export async function getImage(client: MosaicClient, request: GetImage): Promise<VerificationImage> {
  const { sessionId, imageId } = request;
  const chunks: Uint8Array[] = [];
  const { status, requestId } = await client.call(
    {
      operation: 'getImage',
      path: PATHS.image,
      names: { sessionId, imageId },
      accept: 'image/jpeg, image/png',
      maxResponseBytes: MAX_IMAGE_BYTES,
      receive: (chunk) => void chunks.push(chunk),
    },
    request,
  );
  const bytes = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  const mediaType = readPictureSize(bytes)?.mediaType;
  if (mediaType !== undefined) return { bytes, mediaType };
  throw new PartnerServerError('invalid-response', 'the image is no JPEG or PNG picture', { status, requestId });
}
