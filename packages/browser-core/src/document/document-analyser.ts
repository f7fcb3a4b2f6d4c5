import type { FaceDetector } from '../face/face-detector.ts';
import { createRgbaSampler, type RgbaImage } from '../face/rgba-sampler.ts';
import type { DocumentFeatures, DocumentMeasurement } from './document-measurement.ts';
import type { AnalyseDocumentOptions } from './document-vision.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { findDocument, type FoundDocument } from './find/find-document.ts';
import { turnFound } from './find/turn-found.ts';
import { wholePicture } from './find/whole-picture.ts';
import { measureDocument } from './measure/measure-document.ts';
import { cornerDistance, longSidePixelsOf, type Quad } from './quad.ts';
import { rectifyDocument } from './rectify.ts';

export interface DocumentAnalyserOptions {
  /** Finds the portrait; absent, `features.portrait` is null. */
  readonly detectFace?: FaceDetector | undefined;
  /** Milliseconds on any monotonic clock; default `performance.now`. */
  readonly now?: () => number;
}

/** Measures frame after frame of one source. One call at a time. */
export interface DocumentAnalyser {
  analyse(image: RgbaImage, timestampMs: number, options: AnalyseDocumentOptions): Promise<DocumentMeasurement>;
  /** Forgets the document: call it when the source changes. */
  reset(): void;
}

/** What is known of the document that is followed. */
interface Followed {
  readonly quad: Quad;
  /** Frames since its layout was looked at. */
  readonly age: number;
  readonly features: DocumentFeatures;
  /** Whether it lies the other way up than its outline alone tells. */
  readonly isTurned: boolean;
}

/** A layout is looked at on the first frame and on every so many: it changes only with the document. Guess. */
const LAYOUT_EVERY = 5;
/** The same document moves no further than this between frames, over its long side. Guess. */
const SAME_DISTANCE = 0.35;

export function createDocumentAnalyser(options: DocumentAnalyserOptions = {}): DocumentAnalyser {
  const { detectFace, now = () => performance.now() } = options;
  let followed: Followed | null = null;
  return {
    async analyse(image, timestampMs, { expected = null, isStill = false }) {
      const startMs = now();
      const previous = isStill ? null : (followed?.quad ?? null);
      const outline = findDocument(image, { expected, previous });
      const found = (isStill ? wholePicture(image, outline, expected) : null) ?? outline;
      const before = found !== null && previous !== null && isSame(previous, found) ? followed : null;
      const isDue = before === null || before.age + 1 >= LAYOUT_EVERY;

      const seen = found === null ? null : await lookAt(found, image, expected, before, isDue);
      const known = isDue ? { portrait: seen?.portrait ?? null } : (before?.features ?? {});
      const measurement = measureDocument(image, seen?.found ?? null, {
        timestampMs,
        expected,
        previous,
        features: known,
      });
      const { document } = measurement;
      followed =
        document === null || isStill
          ? null
          : {
              quad: document.quad,
              age: isDue ? 0 : (before?.age ?? 0) + 1,
              features: document.features,
              isTurned: seen?.isTurned ?? false,
            };
      return { ...measurement, costMs: now() - startMs };
    },
    reset() {
      followed = null;
    },
  };

  /** Where its portrait is, and so which way up it lies; what was known stays known between looks. */
  async function lookAt(
    found: FoundDocument,
    image: RgbaImage,
    expected: ExpectedDocument | null,
    before: Followed | null,
    isDue: boolean,
  ): Promise<{ found: FoundDocument; isTurned: boolean; portrait: boolean | null }> {
    const likely = before?.isTurned === true ? turnFound(found) : found;
    const kept = { found: likely, isTurned: before?.isTurned ?? false, portrait: before?.features.portrait ?? null };
    if (!isDue || detectFace === undefined) return kept;
    if (await showsPortrait(detectFace, image, likely, expected)) return { ...kept, portrait: true };
    const other = turnFound(likely);
    if (before?.features.portrait !== true && (await showsPortrait(detectFace, image, other, expected))) {
      return { found: other, isTurned: !kept.isTurned, portrait: true };
    }
    return { ...kept, portrait: false };
  }
}

function isSame(previous: Quad, { quad }: FoundDocument): boolean {
  return cornerDistance(previous, quad) < SAME_DISTANCE * longSidePixelsOf(quad);
}

/** Pixels of the long side that a portrait is looked for in, and the part of the document that holds one. */
const PORTRAIT_SIDE = 400;
const PART_WIDTH = 0.46;
/** A portrait's face is upright and this high at least, over the document's height: a ghost image is smaller. Guess. */
const LEAST_FACE_HEIGHT = 0.16;

/** The usual side first: on the left, except on an Indonesian card. */
async function showsPortrait(
  detectFace: FaceDetector,
  image: RgbaImage,
  { quad, format }: FoundDocument,
  expected: ExpectedDocument | null,
): Promise<boolean> {
  const [left, right] = [0, 1 - PART_WIDTH];
  for (const start of expected?.documentType === 'ktp' ? [right, left] : [left, right]) {
    const part = { left: start, top: 0, width: PART_WIDTH, height: 1 };
    const piece = rectifyDocument(image, quad, format, { longSide: PORTRAIT_SIDE, part });
    const faces = await detectFace(createRgbaSampler(piece));
    const isUpright = ({ rightEye, leftEye }: (typeof faces)[number]): boolean =>
      leftEye[0] - rightEye[0] > Math.abs(leftEye[1] - rightEye[1]);
    if (faces.some((face) => face.height >= LEAST_FACE_HEIGHT * piece.height && isUpright(face))) return true;
  }
  return false;
}
