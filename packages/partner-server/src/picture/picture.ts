import { PartnerServerError } from '../partner-server-error.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { readPictureSize } from './read-picture-size.ts';

/** Bytes of one picture. */
export type PictureBytes = Uint8Array | ArrayBuffer;

/**
 * The most that a picture may have. Source: documented for another service of the product (4 MB, 5000 pixels a side), taken
 * for the pictures of a process, whose limits are not printed.
 */
export const PICTURE_LIMITS = { bytes: 4_000_000, sidePixels: 5_000 } as const;

/**
 * What a picture is, by its own bytes and not by what anybody calls it.
 * @throws {PartnerServerError} `image-unsupported`, `image-too-large`
 */
export function checkPicture(given: PictureBytes, name: string): { bytes: Uint8Array; mediaType: string } {
  const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : given;
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`${name} must be the bytes of a picture`);
  if (bytes.length > PICTURE_LIMITS.bytes)
    throw new PartnerServerError('image-too-large', `${name} has more than ${PICTURE_LIMITS.bytes} bytes`);
  const size = readPictureSize(bytes);
  if (size === undefined)
    throw new PartnerServerError('image-unsupported', `${name} is not a JPEG or PNG picture, or its head is damaged`);
  if (Math.max(size.width, size.height) > PICTURE_LIMITS.sidePixels)
    throw new PartnerServerError('image-too-large', `${name} has more than ${PICTURE_LIMITS.sidePixels} pixels a side`);
  return { bytes, mediaType: size.mediaType };
}

/** @throws {PartnerServerError} `image-unsupported`, `image-too-large` */
export function toDataUrl(given: PictureBytes, name: string): string {
  const { bytes, mediaType } = checkPicture(given, name);
  return `data:${mediaType};base64,${toBase64(bytes)}`;
}

/** The bytes of a data URL, or undefined when it is none of a picture. */
export function fromDataUrl(url: string): { bytes: Uint8Array<ArrayBuffer>; mediaType: string } | undefined {
  const comma = url.indexOf(',');
  const [, mediaType] = /^data:(image\/(?:jpeg|png));base64,$/.exec(url.slice(0, comma + 1)) ?? [];
  const bytes = mediaType === undefined ? undefined : fromBase64(url.slice(comma + 1));
  return mediaType === undefined || bytes === undefined ? undefined : { bytes, mediaType };
}
