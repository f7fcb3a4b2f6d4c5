import { readLoginHint } from '@bonafide/contracts/face-oidc';
import sharp from 'sharp';
import { mediaTypeOf } from '../gateway/media-type-of.ts';

/** The most that a photo in `login_hint` may have: what the verifier decodes. Ours; the vendor prints no limit. */
export const PHOTO_LIMITS = { bytes: 4_000_000, sidePixels: 5_000, pixels: 16_000_000 } as const;

/** Base64, and the words around it. */
export const MAXIMUM_HINT_LENGTH = Math.ceil(PHOTO_LIMITS.bytes / 3) * 4 + 64;

/** Whether a `login_hint` begins like a photo, right or wrong. */
export function isPhotoHint(hint: string): boolean {
  return hint.startsWith('face:') && readLoginHint(hint)?.mode !== 'liveness';
}

/**
 * The photo in a `login_hint`, or why there is none. Looks at its head only: a picture that would unpack to more than
 * anybody needs is refused before a single pixel is decoded.
 */
export async function readPhotoHint(hint: string): Promise<Uint8Array | 'not-a-jpeg' | 'too-large'> {
  if (hint.length > MAXIMUM_HINT_LENGTH) return 'too-large';
  const read = readLoginHint(hint);
  if (read?.mode !== 'photo') return 'not-a-jpeg';
  const text = read.dataUrl.slice(read.dataUrl.indexOf(',') + 1);
  const bytes = Buffer.from(text, 'base64');
  // Buffer skips what is no base64, so that only text which says it back is taken.
  if (bytes.toString('base64') !== text || mediaTypeOf(bytes) !== 'image/jpeg') return 'not-a-jpeg';
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (head === null || head.format !== 'jpeg') return 'not-a-jpeg';
  const { width, height } = head;
  const isTooLarge = Math.max(width, height) > PHOTO_LIMITS.sidePixels || width * height > PHOTO_LIMITS.pixels;
  return isTooLarge || bytes.byteLength > PHOTO_LIMITS.bytes ? 'too-large' : new Uint8Array(bytes);
}
