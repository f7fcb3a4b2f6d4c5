import sharp from 'sharp';
import type { FaceLoginRow } from '../database/schema.ts';
import { mediaTypeOf } from '../gateway/media-type-of.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { UnreadablePictureError, type SelfieInspection } from '../processing/selfie-inspection.ts';
import { methodOf } from './face-claims.ts';

/**
 * Margin around the box of the landmarks, as a share of the larger side of it: above it hair, below it the neck, so that the
 * cut is "somewhat similar to a passport photo" (documented). The share is a guess.
 */
const MARGIN = 0.45;
const JPEG_QUALITY = 92;

/**
 * The face as it was captured, as a data URL: cropped around the face with Dynamic, the whole picture with Express
 * (documented). Null where there is none.
 */
export async function toPortrait(
  processor: PictureProcessor,
  { portrait, scope }: Pick<FaceLoginRow, 'portrait' | 'scope'>,
  signal: AbortSignal,
): Promise<string | null> {
  if (portrait === null) return null;
  const inspection = methodOf(scope) === 'dynamic' ? await inspect(processor, portrait, signal) : null;
  const box = inspection?.faceBox ?? null;
  const bytes = inspection === null || box === null ? portrait : await crop(portrait, box, inspection);
  return `data:${mediaTypeOf(bytes) ?? 'image/jpeg'};base64,${Buffer.from(bytes).toString('base64')}`;
}

async function inspect(
  processor: PictureProcessor,
  portrait: Uint8Array,
  signal: AbortSignal,
): Promise<SelfieInspection | null> {
  return processor.inspect(portrait, signal).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
}

function crop(
  bytes: Uint8Array,
  box: NonNullable<SelfieInspection['faceBox']>,
  { width, height }: SelfieInspection,
): Promise<Buffer> {
  const margin = MARGIN * Math.max(box.width, box.height);
  const left = Math.max(0, Math.floor(box.left - margin));
  const top = Math.max(0, Math.floor(box.top - margin));
  const right = Math.min(width, Math.ceil(box.left + box.width + margin));
  const bottom = Math.min(height, Math.ceil(box.top + box.height + margin));
  return sharp(bytes)
    .autoOrient()
    .extract({ left, top, width: right - left, height: bottom - top })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}
