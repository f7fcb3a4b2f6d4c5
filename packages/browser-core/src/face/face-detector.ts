import type { CropRegion, CropSampler } from './crop-sampler.ts';
import { squareAround, toFrame } from './crop-sampler.ts';
import type { Network } from './network/network.ts';
import { toNetworkInput } from './network/network-input.ts';

/** One face as the detector sees it, in frame pixels. */
export interface DetectedFace {
  /** 0–1. */
  readonly score: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  /** Centres of the subject's own right and left eye. */
  readonly rightEye: readonly [number, number];
  readonly leftEye: readonly [number, number];
}

/** Finds all faces of a frame, the largest first. */
export type FaceDetector = (frame: CropSampler) => Promise<readonly DetectedFace[]>;

const SIDE = 128;
const VALUES = 17;
/** MediaPipe's own thresholds of the short-range detector (spec). */
const MIN_SCORE = 0.5;
const SAME_FACE_OVERLAP = 0.3;

/** Anchors of the short-range SSD head: 16×16 cells with 2 each, then 8×8 with 6 each; in 0–1. */
const ANCHORS: readonly (readonly [number, number])[] = [
  { grid: 16, each: 2 },
  { grid: 8, each: 6 },
].flatMap(({ grid, each }) =>
  Array.from({ length: grid * grid * each }, (_, index) => {
    const cell = Math.floor(index / each);
    return [((cell % grid) + 0.5) / grid, (Math.floor(cell / grid) + 0.5) / grid] as const;
  }),
);

/** The detector on the `candidates` network of `@bonafide/models`. */
export function createFaceDetector(network: Network): FaceDetector {
  const input = new Float32Array(SIDE * SIDE * 3);
  return async (frame) => {
    const region = squareAround(frame);
    toNetworkInput(frame.sample(region, SIDE, SIDE, 'nearest-four'), network.inputRange, input);
    const { candidates } = await network.run(input);
    if (candidates === undefined) throw new TypeError('the network has no candidates');
    return decodeFaces(candidates).map((box) => inFrame(box, region));
  };
}

/** Score, then centre x, centre y, width, height and six key points, all in 0–1 of the square. */
type Candidate = Float64Array;

/**
 * Weighted non-maximum suppression: candidates that overlap the best one are the same face and are averaged by score,
 * which steadies the box from frame to frame.
 */
export function decodeFaces(values: Float32Array): Candidate[] {
  let left: Candidate[] = [];
  for (const [index, anchor] of ANCHORS.entries()) {
    const score = sigmoid(values[index * VALUES] ?? -Infinity);
    if (score >= MIN_SCORE) left.push(decode(values.subarray(index * VALUES, (index + 1) * VALUES), anchor, score));
  }
  left.sort((a, b) => at(b, 0) - at(a, 0));
  const faces: Candidate[] = [];
  for (let best = left[0]; best !== undefined; best = left[0]) {
    const leader = best;
    const same = left.filter((other) => other === leader || overlap(leader, other) >= SAME_FACE_OVERLAP);
    left = left.filter((other) => !same.includes(other));
    faces.push(average(same, at(leader, 0)));
  }
  return faces.sort((a, b) => at(b, 3) * at(b, 4) - at(a, 3) * at(a, 4));
}

function decode(values: Float32Array, [anchorX, anchorY]: readonly [number, number], score: number): Candidate {
  const candidate = new Float64Array(VALUES);
  candidate[0] = score;
  for (let i = 1; i < VALUES; i += 1) {
    const isSize = i === 3 || i === 4;
    const origin = isSize ? 0 : i % 2 === 1 ? anchorX : anchorY;
    candidate[i] = at(values, i) / SIDE + origin;
  }
  return candidate;
}

function average(candidates: readonly Candidate[], score: number): Candidate {
  const result = new Float64Array(VALUES);
  const total = candidates.reduce((sum, candidate) => sum + at(candidate, 0), 0);
  for (const candidate of candidates) {
    for (let i = 1; i < VALUES; i += 1) result[i] = at(result, i) + (at(candidate, i) * at(candidate, 0)) / total;
  }
  result[0] = score;
  return result;
}

/** Intersection over union. */
function overlap(a: Candidate, b: Candidate): number {
  const length = (centre: number, size: number): number =>
    Math.max(
      0,
      Math.min(at(a, centre) + at(a, size) / 2, at(b, centre) + at(b, size) / 2) -
        Math.max(at(a, centre) - at(a, size) / 2, at(b, centre) - at(b, size) / 2),
    );
  const shared = length(1, 3) * length(2, 4);
  return shared / (at(a, 3) * at(a, 4) + at(b, 3) * at(b, 4) - shared);
}

function inFrame(box: Candidate, region: CropRegion): DetectedFace {
  const [centreX, centreY] = toFrame(region, 1, 1, at(box, 1), at(box, 2));
  return {
    score: at(box, 0),
    centreX,
    centreY,
    width: at(box, 3) * region.width,
    height: at(box, 4) * region.height,
    rightEye: toFrame(region, 1, 1, at(box, 5), at(box, 6)),
    leftEye: toFrame(region, 1, 1, at(box, 7), at(box, 8)),
  };
}

const at = (values: Float32Array | Float64Array, index: number): number => values[index] ?? 0;
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
