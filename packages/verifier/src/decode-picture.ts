import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { PictureLimits } from './picture-limits.ts';
import { VerifierError } from './verifier-error.ts';

/** A decoded picture, upright, in sRGB. */
export interface DecodedPicture {
  readonly format: PictureFormat;
  /** Size of the upright picture as it was sent. */
  readonly width: number;
  readonly height: number;
  /** RGBA for the analysis, shrunk to `maxAnalysisSide`. */
  readonly pixels: { readonly data: Uint8Array; readonly width: number; readonly height: number };
}

export type PictureFormat = 'jpeg' | 'png' | 'webp';

/**
 * Decodes one picture within limits. The format is told by its first bytes, so that no decoder for other formats is ever
 * reached; size is checked before pixels are decoded. EXIF orientation is applied; metadata goes no further.
 * Errors: `image-unsupported`, `image-too-large`, `image-undecodable`.
 */
export async function decodePicture(bytes: Uint8Array, limits: PictureLimits): Promise<DecodedPicture> {
  if (bytes.byteLength > limits.maxBytes) {
    throw new VerifierError('image-too-large', `the picture has more than ${limits.maxBytes} bytes`);
  }
  const format = formatOf(bytes);
  if (format === undefined) throw new VerifierError('image-unsupported', 'the picture is no JPEG, PNG or WebP');

  const open = (): Sharp => sharp(bytes, { failOn: 'error', limitInputPixels: limits.maxPixels, pages: 1 });
  const { width, height } = await undecodable(async () => {
    const { autoOrient } = await open().metadata();
    return autoOrient;
  });
  if (width * height > limits.maxPixels) {
    throw new VerifierError('image-too-large', `the picture has more than ${limits.maxPixels} pixels`);
  }
  if (Math.min(width, height) < limits.minSide) {
    throw new VerifierError('image-undecodable', `the picture has a side under ${limits.minSide} pixels`);
  }
  const { data, info } = await undecodable(() =>
    open()
      .autoOrient()
      .resize({
        width: limits.maxAnalysisSide,
        height: limits.maxAnalysisSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  return { format, width, height, pixels: { data, width: info.width, height: info.height } };
}

function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  return undefined;
}

async function undecodable<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof Error && /pixel limit/i.test(cause.message)) {
      throw new VerifierError('image-too-large', 'the picture has more pixels than the limit', { cause });
    }
    throw new VerifierError('image-undecodable', 'the picture cannot be decoded', { cause });
  }
}
