import { mediaTypeOf } from '../gateway/media-type-of.ts';
import { invalidRequest } from './problems.ts';

const CONTENT = /^(?:data:image\/(?:jpeg|png);base64,)?([A-Za-z0-9+/]+={0,2})$/;

/** A reference of a face authentication: base64 or a data URL of a JPEG or PNG. Throws the gateway's refusal. */
export function parseReference(content: string, maximumBytes: number): Uint8Array {
  const [, base64 = ''] = CONTENT.exec(content) ?? [];
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (bytes.byteLength > maximumBytes) throw invalidRequest('The reference is too large.', 'image_too_large');
  const type = mediaTypeOf(bytes);
  if (type === null || type === 'image/webp')
    throw invalidRequest('The reference is not a JPEG or PNG picture.', 'image_unsupported');
  return bytes;
}
