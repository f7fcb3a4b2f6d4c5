import type { RgbaImage } from '../face/rgba-sampler.ts';
import { sha256Hex } from '../sha256.ts';

/** Longest side of a submitted picture, pixels: a face of 300 px survives, an upload stays under about 300 kB. */
const LONGEST_SIDE = 1280;
/** JPEG quality. Under 0.9 the texture that a server judges begins to change. Guess. */
const JPEG_QUALITY = 0.92;

export interface EncodedPicture {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
}

/** JPEG of a bitmap, unmirrored, shrunk to 1280 px or so where it is longer. The bitmap stays the caller's. */
export async function encodePicture(bitmap: ImageBitmap, longestSide: number = LONGEST_SIDE): Promise<EncodedPicture> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const draw: Draw = (context) => context.drawImage(bitmap, 0, 0, width, height);
  return { image: await encode(width, height, draw), width, height };
}

/** JPEG of raw pixels, at their own size. */
export async function encodePixels({ data, width, height }: RgbaImage): Promise<EncodedPicture> {
  const pixels = new ImageData(new Uint8ClampedArray(data), width, height);
  return { image: await encode(width, height, (context) => context.putImageData(pixels, 0, 0)), width, height };
}

/** SHA-256 of a blob's bytes, lower-case hex. */
export async function digestOf(blob: Blob): Promise<string> {
  return sha256Hex(await blob.arrayBuffer());
}

type Draw = (context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D) => void;

async function encode(width: number, height: number, draw: Draw): Promise<Blob> {
  return typeof OffscreenCanvas === 'function'
    ? encodeOffscreen(width, height, draw)
    : encodeOnPage(width, height, draw);
}

async function encodeOffscreen(width: number, height: number, draw: Draw): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  try {
    const context = canvas.getContext('2d', { alpha: false });
    if (context !== null) draw(context);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } finally {
    release(canvas);
  }
}

async function encodeOnPage(width: number, height: number, draw: Draw): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  try {
    const context = canvas.getContext('2d', { alpha: false });
    if (context !== null) draw(context);
    return await new Promise((resolve, reject) => {
      const done = (blob: Blob | null): void =>
        blob === null ? reject(new Error('The canvas gave no picture.')) : resolve(blob);
      canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY);
    });
  } finally {
    release(canvas);
  }
}

/** Safari keeps a canvas's pixels until it is collected, unless it is made empty. */
function release(canvas: { width: number; height: number }): void {
  canvas.width = 0;
  canvas.height = 0;
}
