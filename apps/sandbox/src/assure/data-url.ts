import { mediaTypeOf } from '../gateway/media-type-of.ts';
import { invalidRequest } from './problems.ts';

const DATA_URL = /^data:(image\/(?:jpeg|png));base64,([A-Za-z0-9+/]*={0,2})$/;

export interface DecodedPicture {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The picture in a data URL: a JPEG or a PNG that is what it says. Throws the gateway's refusal. */
export function parseDataUrl(text: string, maximumBytes: number): DecodedPicture {
  const [, contentType, base64] = DATA_URL.exec(text) ?? [];
  const bytes = new Uint8Array(Buffer.from(base64 ?? '', 'base64'));
  if (bytes.byteLength > maximumBytes) throw invalidRequest('The image is too large.', 'image-too-large');
  if (contentType === undefined || mediaTypeOf(bytes) !== contentType) {
    throw invalidRequest('The image is not a JPEG or PNG picture.', 'image-unsupported');
  }
  return { contentType, bytes };
}

export function toDataUrl({ contentType, bytes }: DecodedPicture): string {
  return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}
