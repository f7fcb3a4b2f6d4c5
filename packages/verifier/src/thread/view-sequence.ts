import type { CropSampler, FrameAnalyser, FrameMeasurement } from '@bonafide/browser-core/vision';
import { createRgbaSampler } from '@bonafide/browser-core/vision';
import { decodePicture } from '../decode-picture.ts';
import type { PictureLimits } from '../picture-limits.ts';
import type { SequenceInspection } from '../selfie-inspection.ts';
import { isVerifierError } from '../verifier-error.ts';
import type { FrameSequence } from './protocol.ts';

/** A still that was looked at. */
export interface LookedAt {
  readonly frame: CropSampler;
  readonly measurement: FrameMeasurement;
}

/** What a sequence came to, with the measurements to fuse: those of the frames and of the still, in time order. */
export interface SequenceView {
  readonly inspection: SequenceInspection;
  readonly measurements: readonly FrameMeasurement[];
}

/** A still and the frame of the same moment are at most this far apart: the page keeps a frame every 200 ms, if it keeps up. */
const NEAR_MS = 1000;
/** Side of the pictures of the face that are compared. */
const COMPARED_SIDE = 24;
/** How far around the face box the comparison looks. */
const SURROUNDINGS = 1.3;

/**
 * Looks at the frames around a still as the page did. Small frames say little about texture, so the still's own measures stand for
 * all; the model's score and everything that moves is each frame's own. A frame that cannot be read shows no face.
 */
export async function viewSequence(
  still: LookedAt,
  { stillAtMs, frames }: FrameSequence,
  analyser: FrameAnalyser,
  limits: PictureLimits,
): Promise<SequenceView> {
  const texture = still.measurement.liveness;
  const looks: LookedAt[] = [];
  for (const { bytes, atMs } of frames) {
    // One after the other: they share a track.
    const picture = await readable(() => decodePicture(bytes, limits));
    if (picture === null) continue;
    const frame = createRgbaSampler(picture.pixels);
    const measurement = await analyser.analyse(frame, atMs, { liveness: true });
    const { liveness } = measurement;
    const known =
      liveness === null || texture === null
        ? liveness
        : { ...texture, modelScore: liveness.modelScore, modelScores: liveness.modelScores };
    looks.push({ frame, measurement: { ...measurement, liveness: known } });
  }
  const all = [...looks.map((look) => look.measurement), { ...still.measurement, timestampMs: stillAtMs }];
  return {
    inspection: {
      frameCount: frames.length,
      faceCount: looks.filter(({ measurement }) => measurement.faceCount === 1 && measurement.face !== null).length,
      stillLikeness: likeness(still, looks, stillAtMs),
    },
    measurements: all.sort((a, b) => a.timestampMs - b.timestampMs),
  };
}

async function readable<T>(decode: () => Promise<T>): Promise<T | null> {
  try {
    return await decode();
  } catch (error) {
    if (isVerifierError(error) && error.code.startsWith('image-')) return null;
    throw error;
  }
}

function likeness(still: LookedAt, looks: readonly LookedAt[], stillAtMs: number): number | null {
  const apart = ({ measurement }: LookedAt): number => Math.abs(measurement.timestampMs - stillAtMs);
  const [nearest] = looks
    .filter((look) => look.measurement.face !== null && apart(look) <= NEAR_MS)
    .sort((a, b) => apart(a) - apart(b));
  const [a, b] = [faceLuma(still), nearest === undefined ? null : faceLuma(nearest)];
  return a === null || b === null ? null : correlation(a, b);
}

/** A small grey picture of the face; null without one. */
function faceLuma({ frame, measurement: { face } }: LookedAt): readonly number[] | null {
  if (face === null) return null;
  const { x, y, width, height } = face.box;
  const region = {
    centreX: x + width / 2,
    centreY: y + height / 2,
    width: width * SURROUNDINGS,
    height: height * SURROUNDINGS,
    angleRadians: 0,
  };
  const rgba = frame.sample(region, COMPARED_SIDE, COMPARED_SIDE, 'area');
  return Array.from(
    { length: COMPARED_SIDE ** 2 },
    (_, i) => 0.299 * (rgba[i * 4] ?? 0) + 0.587 * (rgba[i * 4 + 1] ?? 0) + 0.114 * (rgba[i * 4 + 2] ?? 0),
  );
}

/** Pearson's, −1 to 1; 0 where one of the pictures is a plain surface. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (const [i, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[i] ?? 0) - meanB];
    both += da * db;
    onlyA += da * da;
    onlyB += db * db;
  }
  return onlyA === 0 || onlyB === 0 ? 0 : both / Math.sqrt(onlyA * onlyB);
}
