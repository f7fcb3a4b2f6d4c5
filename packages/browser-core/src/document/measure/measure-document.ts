import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { aspectOf } from '../document-format.ts';
import type { DocumentFeatures, DocumentMeasurement, SeenDocument } from '../document-measurement.ts';
import type { ExpectedDocument } from '../expected-document.ts';
import type { FoundDocument } from '../find/find-document.ts';
import { turnFound } from '../find/turn-found.ts';
import { rotationOf } from '../find/upright-quad.ts';
import { homographyOf } from '../homography.ts';
import { poseOf } from '../pose.ts';
import { centreOf, cornerDistance, longSidePixelsOf, type Quad } from '../quad.ts';
import { rectifyDocument } from '../rectify.ts';
import { rectifyLuma } from '../rectify-luma.ts';
import type { DocumentPart } from '../rectify-plan.ts';
import { hasBarcodeTexture } from './barcode-texture.ts';
import { borderColours } from './border-colours.ts';
import { coveredShareOf, measureCovering } from './covering.ts';
import { measureLight } from './document-light.ts';
import { edgeSharpness } from './edge-sharpness.ts';
import { lumaOf, quantileOf } from './luma-patch.ts';
import { measureOriginality } from './originality.ts';
import { findPrintBands } from './print-bands.ts';

export interface MeasureDocumentOptions {
  readonly timestampMs: number;
  readonly expected?: ExpectedDocument | null;
  /** Outline in the frame before, for the motion between the two. */
  readonly previous?: Quad | null;
  /** Known from elsewhere (a face detector, an earlier frame); what is absent is looked for, a portrait is not. */
  readonly features?: Partial<DocumentFeatures>;
}

/** Widths of the document laid flat: for light and layout, and for print. */
const LAYOUT_WIDTH = 320;
const PRINT_WIDTH = 640;
/** Where sharpness is looked for: the middle of every document is printed. */
const SHARP_PART: DocumentPart = { left: 0.28, top: 0.14, width: 0.6, height: 0.62 };
/** A portrait's place over the document's width and height: left, except on an Indonesian card. */
const PORTRAIT_LEFT: DocumentPart = { left: 0.03, top: 0.2, width: 0.33, height: 0.62 };
const PORTRAIT_RIGHT: DocumentPart = { left: 0.66, top: 0.15, width: 0.32, height: 0.65 };
const COVERED_SHARE = 0.06;

/** Measures a document that was found in a frame; without one, only the frame's light. The cost is the caller's to add. */
export function measureDocument(
  image: RgbaImage,
  found: FoundDocument | null,
  options: MeasureDocumentOptions,
): Omit<DocumentMeasurement, 'costMs'> {
  const { timestampMs, previous = null } = options;
  return {
    timestampMs,
    width: image.width,
    height: image.height,
    document: found === null ? null : seenDocument(image, found, options),
    luminanceMean0to255: meanLuma(image),
    motionRatio:
      found === null || previous === null ? null : cornerDistance(previous, found.quad) / longSidePixelsOf(found.quad),
  };
}

function seenDocument(image: RgbaImage, found: FoundDocument, options: MeasureDocumentOptions): SeenDocument {
  const { expected = null, features = {} } = options;
  const { format, confidence } = found;
  const layout = rectifyDocument(image, found.quad, format, { longSide: LAYOUT_WIDTH });
  const luma = lumaOf(layout);
  const paper = quantileOf(luma, 0.6);
  const bands = findPrintBands(luma, paper);
  // Rows for machines are at the lower edge: seen at the upper one, the document is upside down.
  const { quad, edges } = bands === 'top' ? turnFound(found) : found;
  const upright = bands === 'top' ? turned(layout) : layout;

  const homography = homographyOf(quad);
  const border = homography === null ? [] : borderColours(image, homography, format === null ? 1.5 : aspectOf(format));
  const covering = measureCovering(edges, border);
  const portraitPart = expected?.documentType === 'ktp' ? PORTRAIT_RIGHT : PORTRAIT_LEFT;
  const print = rectifyLuma(image, quad, format, { longSide: PRINT_WIDTH, part: SHARP_PART });
  return {
    quad,
    format,
    confidence,
    ...framingOf(quad, image),
    rotationDegrees: rotationOf(quad),
    tiltDegrees: poseOf(quad, image)?.tiltDegrees ?? 90,
    ...measureLight(upright, luma, paper),
    sharpness: edgeSharpness(print),
    occlusionRatio: covering.occlusionRatio,
    isPortraitCovered: coveredShareOf(upright, covering, portraitPart) >= COVERED_SHARE,
    ...measureOriginality(image, quad, upright, quantileOf(luma, 0.5), border),
    features: {
      portrait: features.portrait ?? null,
      mrz: features.mrz ?? bands !== 'none',
      barcode: features.barcode ?? findBarcode(image, quad, format),
    },
  };
}

function findBarcode(image: RgbaImage, quad: Quad, format: SeenDocument['format']): boolean {
  return hasBarcodeTexture(rectifyLuma(image, quad, format, { longSide: PRINT_WIDTH }));
}

function framingOf(
  quad: Quad,
  { width, height }: RgbaImage,
): Pick<SeenDocument, 'spanRatio' | 'longSidePixels' | 'edgeGapRatio' | 'centreOffsetRatio'> {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const short = Math.min(width, height);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const centre = centreOf(quad);
  return {
    spanRatio: Math.max((right - left) / width, (bottom - top) / height),
    longSidePixels: longSidePixelsOf(quad),
    edgeGapRatio: Math.min(left, top, width - right, height - bottom) / short,
    centreOffsetRatio: Math.hypot(centre.x - width / 2, centre.y - height / 2) / short,
  };
}

/** By a half turn. */
function turned({ data, width, height }: RgbaImage): RgbaImage {
  const out = new Uint8ClampedArray(data.length);
  for (let from = 0, to = data.length - 4; from < data.length; from += 4, to -= 4) {
    for (let channel = 0; channel < 4; channel += 1) out[to + channel] = data[from + channel] ?? 0;
  }
  return { data: out, width, height };
}

/** Of every eighth pixel each way. */
function meanLuma({ data, width, height }: RgbaImage): number {
  let sum = 0;
  let count = 0;
  for (let y = 4; y < height; y += 8) {
    for (let x = 4; x < width; x += 8, count += 1) {
      const at = 4 * (y * width + x);
      sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    }
  }
  return count === 0 ? 0 : sum / count;
}
