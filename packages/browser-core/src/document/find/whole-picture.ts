import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { FORMATS_OF_TYPE, type ExpectedDocument } from '../expected-document.ts';
import { aspectOf, type DocumentFormat } from '../document-format.ts';
import { areaOf, type Quad } from '../quad.ts';
import type { FoundDocument } from './find-document.ts';
import { SAMPLES_A_SIDE } from './refine-quad.ts';
import { uprightQuad } from './upright-quad.ts';

/** How far the picture's proportions may be from a format's: somebody cut it out by hand. Guess. */
const ASPECT_TOLERANCE = 0.05;
/** An outline inside that is smaller than this, or less sure, is a portrait or a frame in print. Guess. */
const LEAST_AREA_RATIO = 0.35;
const SURE = 0.7;
/** What such a picture is believed: its proportions are all there is. Guess. */
const CONFIDENCE = 0.55;

/** A scan, or a picture that was cut at the document's edges: all of it is the document. Null when its shape is not. */
export function wholePicture(
  image: RgbaImage,
  found: FoundDocument | null,
  expected: ExpectedDocument | null,
): FoundDocument | null {
  const { width, height } = image;
  if (found !== null && found.confidence >= SURE && areaOf(found.quad) >= LEAST_AREA_RATIO * width * height)
    return null;
  const aspect = Math.max(width, height) / Math.min(width, height);
  const formats: readonly DocumentFormat[] =
    expected === null ? ['id-1', 'id-3'] : FORMATS_OF_TYPE[expected.documentType];
  const format = formats.find((one) => Math.abs(Math.log(aspect / aspectOf(one))) < ASPECT_TOLERANCE);
  if (format === undefined) return null;
  const corners: Quad = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const edges = [0, 1, 2, 3].map(() => Array.from({ length: SAMPLES_A_SIDE }, () => true));
  return { quad: uprightQuad(corners, image), format, confidence: CONFIDENCE, edges };
}
