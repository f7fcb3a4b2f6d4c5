import type { SetImagesRequest } from '@bonafide/contracts/assure';
import { toDataUrl } from '../picture/picture.ts';
import type { PictureBytes } from '../picture/picture.ts';

/** Pictures by what they show, as bytes of JPEG or PNG files of at most 4 MB and 5000 pixels a side. */
export interface NamedPictures {
  readonly front?: PictureBytes;
  readonly back?: PictureBytes;
  readonly selfie?: PictureBytes;
}

/** For one attempt and in all: pictures take longer than words. Source: guess. */
export const PICTURE_TIMEOUTS = { timeoutMs: 30_000, totalTimeoutMs: 60_000 } as const;

/**
 * As the gateway takes them.
 * @throws {TypeError} where there is none
 * @throws {PartnerServerError} `image-unsupported`, `image-too-large`
 */
export function toNamedPictures(pictures: NamedPictures, field: string): SetImagesRequest {
  const body: SetImagesRequest = {};
  for (const name of ['front', 'back', 'selfie'] as const) {
    const bytes = pictures[name];
    if (bytes !== undefined) body[name] = toDataUrl(bytes, name);
  }
  if (Object.keys(body).length === 0) throw new TypeError(`${field} needs at least one of front, back and selfie`);
  return body;
}
