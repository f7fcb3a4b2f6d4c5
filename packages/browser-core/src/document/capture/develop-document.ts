import { digestOf, encodePicture, encodePixels, type EncodedPicture } from '../../capture/encode-picture.ts';
import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { DocumentFormat } from '../document-format.ts';
import type { DocumentQualitySummary } from '../document-quality-summary.ts';
import type { DocumentContext, DocumentRead, DocumentVision } from '../document-vision.ts';
import { scaleQuad, type Quad } from '../quad.ts';
import type { DocumentReading } from '../reading/document-reading.ts';
import type { DocumentCaptureResult } from './document-capture-result.ts';

/** What turns pixels into files. */
export interface DevelopPorts {
  readonly encodePicture: (bitmap: ImageBitmap, longestSide: number) => Promise<EncodedPicture>;
  readonly encodePixels: (image: RgbaImage) => Promise<EncodedPicture>;
  readonly digestOf: (blob: Blob) => Promise<string>;
}

export const BROWSER_DEVELOP_PORTS: DevelopPorts = { encodePicture, encodePixels, digestOf };

/** One picture that may be submitted: who makes it closes the bitmap unless it is developed, which closes it. */
export interface DocumentExposure {
  readonly bitmap: ImageBitmap;
  readonly quad: Quad;
  readonly format: DocumentFormat | null;
  readonly quality: DocumentQualitySummary;
  readonly problems: DocumentCaptureResult['problems'];
}

/** The evidence keeps the frame's own pixels up to here: what a server looks at again. */
const LONGEST_FRAME_SIDE = 1920;

/** Reads a picture and makes the files of it. Closes its bitmap, also when it fails. */
export async function developDocument(
  exposure: DocumentExposure,
  origin: DocumentCaptureResult['origin'],
  {
    vision,
    side,
    expected = null,
    signal,
  }: DocumentContext & { readonly vision: DocumentVision; readonly signal: AbortSignal },
  ports: DevelopPorts,
): Promise<DocumentCaptureResult> {
  const { bitmap, quad, format, quality, problems } = exposure;
  const scaleOf = (encoded: EncodedPicture): number => encoded.width / Math.max(1, bitmap.width);
  let frame: EncodedPicture;
  let scale: number;
  let read: DocumentRead;
  try {
    frame = await ports.encodePicture(bitmap, LONGEST_FRAME_SIDE);
    signal.throwIfAborted();
    scale = scaleOf(frame);
    read = await vision.read(bitmap, { quad, format, side, expected });
  } finally {
    bitmap.close();
  }
  signal.throwIfAborted();
  const image = await ports.encodePixels(read.image);
  const [digest, frameDigest] = await Promise.all([ports.digestOf(image.image), ports.digestOf(frame.image)]);
  signal.throwIfAborted();
  return {
    side,
    ...image,
    digest,
    frame: frame.image,
    frameWidth: frame.width,
    frameHeight: frame.height,
    frameDigest,
    quad: scaleQuad(read.quad, scale),
    format,
    quality,
    problems,
    reading: read.reading,
    origin,
  };
}

/** Whether something that checks itself was read. */
export function isConvincing({ mrz, barcodes, ktp }: DocumentReading): boolean {
  return mrz?.valid === true || barcodes.length > 0 || ktp?.nikValid === true;
}
