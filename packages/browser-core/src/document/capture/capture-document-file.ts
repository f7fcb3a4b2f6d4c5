import { BrowserCoreError } from '../../browser-core-error.ts';
import type { DocumentMeasurement, SeenDocument } from '../document-measurement.ts';
import { createDocumentPolicy } from '../gate/document-policy.ts';
import { judgeDocumentStill } from '../gate/judge-document-still.ts';
import { BROWSER_DEVELOP_PORTS, developDocument, type DevelopPorts } from './develop-document.ts';
import type { CaptureDocumentFileOptions, FileLimits } from './document-capture-options.ts';
import type { DocumentCaptureResult } from './document-capture-result.ts';
import { sniffPicture, type SniffedPicture } from './sniff-picture.ts';

export interface DocumentFilePorts extends DevelopPorts {
  /** Decodes upright, at most so many pixels on the long side. */
  readonly decode: (file: Blob, sniffed: SniffedPicture, longestSide: number) => Promise<ImageBitmap>;
  readonly copy: (bitmap: ImageBitmap) => Promise<ImageBitmap>;
}

const BROWSER_PORTS: DocumentFilePorts = {
  decode,
  copy: (bitmap) => createImageBitmap(bitmap),
  ...BROWSER_DEVELOP_PORTS,
};

/** Guesses: a phone's JPEG has 3 to 12 MB and 12 to 50 million pixels, which decode to 200 MB for a moment. */
const DEFAULT_LIMITS: Required<FileLimits> = {
  maximumBytes: 15_000_000,
  maximumPixels: 52_000_000,
  minimumLongSidePixels: 600,
};
/** Decoded no larger: a card at half of it has 385 dpi. */
const LONGEST_SIDE = 2560;

/**
 * Takes a picture file for one side of a document: finds the document, judges the side, cuts it out and reads it. What is
 * only badly lit or blurred comes back with its `problems`; what cannot be a picture of this side is an error.
 * Errors: `file-unsupported`, `file-too-large`, `file-damaged`, `image-too-small`, `document-not-found`,
 * `document-wrong-side`, `document-unsupported`, and the vision's own.
 */
export async function captureDocumentFile(
  file: Blob,
  options: CaptureDocumentFileOptions,
  ports: DocumentFilePorts = BROWSER_PORTS,
): Promise<DocumentCaptureResult> {
  const policy = createDocumentPolicy(options.policy);
  const { vision, signal, side, expected = null } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  signal.throwIfAborted();
  const sniffed = await checkedPicture(file, limits);
  signal.throwIfAborted();
  const bitmap = await decoded(file, sniffed, ports);
  let isHandedOn = false;
  try {
    signal.throwIfAborted();
    vision.reset();
    const measurement = await vision.analyse(await ports.copy(bitmap), 0, { side, expected, isStill: true });
    vision.reset();
    signal.throwIfAborted();
    const { problems, summary } = judgeDocumentStill(measurement, { side, expected }, policy);
    const { quad, format } = acceptable(measurement, options.isLenient === true ? [] : problems, limits);
    isHandedOn = true;
    return await developDocument({ bitmap, quad, format, quality: summary, problems }, 'upload', options, ports);
  } finally {
    if (!isHandedOn) bitmap.close();
  }
}

/** By its bytes and header alone: nothing that would be refused is decoded. */
async function checkedPicture(
  file: Blob,
  { maximumBytes, maximumPixels }: Required<FileLimits>,
): Promise<SniffedPicture> {
  if (file.size > maximumBytes) {
    throw new BrowserCoreError('file-too-large', `the file has ${file.size} bytes, ${maximumBytes} are allowed`);
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // Moved, deleted, or on a drive that is gone.
    throw new BrowserCoreError('file-damaged', 'the file cannot be read', { cause });
  }
  const sniffed = sniffPicture(bytes);
  if (sniffed.width * sniffed.height > maximumPixels) {
    throw new BrowserCoreError('file-too-large', `the picture has more than ${maximumPixels} pixels`);
  }
  return sniffed;
}

async function decoded(file: Blob, sniffed: SniffedPicture, ports: DocumentFilePorts): Promise<ImageBitmap> {
  try {
    return await ports.decode(file, sniffed, LONGEST_SIDE);
  } catch (cause) {
    throw new BrowserCoreError('file-damaged', 'the picture cannot be decoded', { cause });
  }
}

function acceptable(
  { document }: DocumentMeasurement,
  problems: readonly string[],
  { minimumLongSidePixels }: Required<FileLimits>,
): SeenDocument {
  if (document === null || problems.includes('no-document')) {
    throw new BrowserCoreError('document-not-found', 'the picture shows no document');
  }
  if (problems.includes('wrong-side')) {
    throw new BrowserCoreError('document-wrong-side', 'the picture shows the other side of the document');
  }
  if (problems.includes('unsupported-document')) {
    throw new BrowserCoreError('document-unsupported', 'the picture shows a document of another kind');
  }
  if (document.longSidePixels < minimumLongSidePixels) {
    throw new BrowserCoreError('image-too-small', `the document is less than ${minimumLongSidePixels} pixels wide`);
  }
  return document;
}

async function decode(file: Blob, { type, width, height }: SniffedPicture, longestSide: number): Promise<ImageBitmap> {
  // The type that the bytes have, whatever the file is called.
  const picture = file.type === type ? file : new Blob([file], { type });
  const options: ImageBitmapOptions = { imageOrientation: 'from-image', resizeQuality: 'high' };
  if (Math.max(width, height) > longestSide) {
    // The other side follows from the proportions.
    if (width >= height) options.resizeWidth = longestSide;
    else options.resizeHeight = longestSide;
  }
  return createImageBitmap(picture, options);
}
