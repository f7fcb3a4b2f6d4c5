import type { WireResponse } from '#wire/request.js';
import { PartnerServerError } from '../partner-server-error.ts';
import { fromDataUrl, PICTURE_LIMITS } from '../picture/picture.ts';

/** A picture as the gateway gives it: personal data. */
export interface ProcessImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Of an answer with one picture: base64 is a third longer, and something stands around it. */
export const PICTURE_ANSWER_BYTES = Math.ceil(PICTURE_LIMITS.bytes * 1.5);

/** @throws {PartnerServerError} `invalid-response` for what is no picture */
export function readPicture(dataUrl: string, { status, requestId }: WireResponse): ProcessImage {
  const picture = fromDataUrl(dataUrl);
  if (picture !== undefined) return picture;
  throw new PartnerServerError('invalid-response', 'the image is not a data URL of a picture', { status, requestId });
}
