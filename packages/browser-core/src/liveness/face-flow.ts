import { toCrop, toFrame, type CropRegion, type CropSampler } from '../face/crop-sampler.ts';
import { type FaceMesh, boxOfLandmarks, regionOfLandmarks } from '../face/face-mesh.ts';
import type { FaceFlow } from '../face/frame-measurement.ts';
import { followPatch, type FollowedEdge } from './follow-patch.ts';
import type { LumaPlane } from './luma-plane.ts';
import { residualOfPoints, rigidPoints, similarityOf, solve, type Points } from './planar-residual.ts';

/** Follows what is on the face and around it from frame to frame, by pixels and not by the mesh, which takes every face for a head. */
export interface FaceFlowMeasurer {
  /** Null as long as no frame is old enough to compare with. */
  measure(frame: CropSampler, mesh: FaceMesh, timestampMs: number): FaceFlow | null;
  /** The next frame has nothing to do with those before. */
  reset(): void;
}

/** Frames nearer than this show too little movement; those farther away too much of it to be followed. Guess. */
const BASELINE_MS = { least: 250, most: 700, wanted: 450 };
/** Frames are kept this far apart at least: at 30 a second a third of them is enough to compare with. */
const KEPT_EVERY_MS = 90;
const SIDE = 144;
/** Width of the crop over that of the face: a face is 60 px wide in it, and what is beside it is in it. */
const SPAN = 2.4;
const PIXELS_PER_FACE = SIDE / SPAN;
const HALF_PATCH = { around: 8, face: 5 };
/** Centres of the patches beside and above the face, face widths from its middle: beyond hair, above shoulders. */
const AROUND: Points = [-0.62, -0.4, -0.15, 0.1, 0.35]
  .flatMap((y): [number, number][] => [
    [-0.92, y],
    [-0.72, y],
    [0.72, y],
    [0.92, y],
  ])
  .concat([-0.45, -0.15, 0.15, 0.45].map((x): [number, number] => [x, -0.98]));
/** Fewer points cannot tell a plane from a head: a homography alone has eight unknowns. */
const FEW_POINTS = 12;
/** A shift, turn and scale has four unknowns. */
const FEW_EDGES = 10;

interface Kept {
  readonly timestampMs: number;
  readonly plane: LumaPlane;
  readonly region: CropRegion;
  readonly points: Points;
}

export function createFaceFlowMeasurer(): FaceFlowMeasurer {
  let kept: Kept[] = [];
  return {
    measure(frame, mesh, timestampMs) {
      const now = look(frame, mesh, timestampMs);
      kept = kept.filter((one) => timestampMs - one.timestampMs <= BASELINE_MS.most && one.timestampMs < timestampMs);
      const distance = (one: Kept): number => Math.abs(timestampMs - one.timestampMs - BASELINE_MS.wanted);
      const before = kept
        .filter((one) => timestampMs - one.timestampMs >= BASELINE_MS.least)
        .sort((a, b) => distance(a) - distance(b))[0];
      const last = kept.at(-1);
      if (last === undefined || timestampMs - last.timestampMs >= KEPT_EVERY_MS) kept.push(now);
      return before === undefined ? null : compare(before, now, frame);
    },
    reset() {
      kept = [];
    },
  };
}

function look(frame: CropSampler, { landmarks }: FaceMesh, timestampMs: number): Kept {
  const { angleRadians } = regionOfLandmarks(landmarks);
  const { x, y, width, height } = boxOfLandmarks(landmarks);
  const side = width * SPAN;
  const region = { centreX: x + width / 2, centreY: y + height / 2, width: side, height: side, angleRadians };
  const data = frame.sampleLuma(region, SIDE, SIDE, 'area');
  const plane = { data, width: SIDE, height: SIDE };
  return { timestampMs, plane, region, points: rigidPoints(landmarks) };
}

/** Where a point of the earlier crop lies in the later one, by the mesh, and how its pixels say that it went. */
interface Followed {
  readonly from: readonly [number, number];
  readonly carried: readonly [number, number];
  readonly edges: readonly FollowedEdge[];
}

function compare(before: Kept, now: Kept, frame: CropSampler): FaceFlow {
  const carry = similarityOf(before.points, now.points);
  const inNow = (x: number, y: number): readonly [number, number] => toCrop(now.region, SIDE, SIDE, x, y);
  const face = before.points.map(([x, y]): Followed => {
    const from = toCrop(before.region, SIDE, SIDE, x, y);
    const [carried, stayed] = [inNow(...carry(x, y)), inNow(x, y)];
    const edges = followPatch(before.plane, now.plane, from, carried, [carried, stayed], HALF_PATCH.face);
    return { from, carried, edges };
  });
  const correct = correction(face);
  return { surroundings: correct === null ? null : surroundings(before, now, frame, correct), relief: relief(face) };

  function surroundings(
    { plane, region }: Kept,
    later: Kept,
    { width, height }: Pick<CropSampler, 'width' | 'height'>,
    corrected: (at: readonly [number, number]) => readonly [number, number],
  ): FaceFlow['surroundings'] {
    let [apart, moved, count] = [0, 0, 0];
    const margin = ((HALF_PATCH.around + 1) * region.width) / SIDE;
    for (const [x, y] of AROUND) {
      const from: [number, number] = [SIDE / 2 + x * PIXELS_PER_FACE, SIDE / 2 + y * PIXELS_PER_FACE];
      const place = toFrame(region, SIDE, SIDE, ...from);
      // What lies outside the frame is black in the crop, and its edge would be followed.
      if (!(Math.min(place[0], width - place[0], place[1], height - place[1]) > margin)) continue;
      const carried = corrected(inNow(...carry(...place)));
      const stayed = inNow(...place);
      const between: [number, number] = [(carried[0] + stayed[0]) / 2, (carried[1] + stayed[1]) / 2];
      const found = followPatch(plane, later.plane, from, carried, [carried, stayed, between], HALF_PATCH.around);
      for (const { direction, shift } of found) {
        const still = (stayed[0] - carried[0]) * direction[0] + (stayed[1] - carried[1]) * direction[1];
        apart += Math.abs(shift);
        moved += Math.max(Math.abs(shift), Math.abs(still));
        count += 1;
      }
    }
    const scale = 1 / (PIXELS_PER_FACE * Math.max(1, count));
    return count === 0 ? null : { apart: apart * scale, moved: moved * scale };
  }
}

/**
 * The mesh trembles on a face that stands still, and what does not tremble with it would seem to move. The face's own edges say
 * where it truly went: least squares of a further shift, turn and scale, twice, the second time without edges that were mistaken.
 */
function correction(face: readonly Followed[]): ((at: readonly [number, number]) => readonly [number, number]) | null {
  const rows = face.flatMap(({ carried: [x, y], edges }) =>
    edges.map(({ direction: [dx, dy], shift }) => {
      const [u, v] = [(x - SIDE / 2) / PIXELS_PER_FACE, (y - SIDE / 2) / PIXELS_PER_FACE];
      return { row: [dx, dy, dx * u + dy * v, dy * u - dx * v], shift };
    }),
  );
  let kept = rows;
  let fitted: readonly number[] = [0, 0, 0, 0];
  for (let round = 0; round < 2; round++) {
    if (kept.length < FEW_EDGES) return null;
    const normal = Array.from({ length: 4 }, (_, i) =>
      Float64Array.from({ length: 5 }, (_unused, j) =>
        kept.reduce((sum, { row, shift }) => sum + (row[i] ?? 0) * (j === 4 ? shift : (row[j] ?? 0)), 0),
      ),
    );
    const solved = solve(normal);
    if (solved === null) return null;
    fitted = solved;
    const errors = rows.map(({ row, shift }) =>
      Math.abs(row.reduce((sum, each, i) => sum + each * (solved[i] ?? 0), 0) - shift),
    );
    const usual = errors.toSorted((a, b) => a - b)[Math.floor(errors.length / 2)] ?? 0;
    kept = rows.filter((_, i) => (errors[i] ?? 0) <= 3 * usual + 0.05);
  }
  const [tx = 0, ty = 0, a = 0, b = 0] = fitted;
  return ([x, y]) => {
    const [u, v] = [(x - SIDE / 2) / PIXELS_PER_FACE, (y - SIDE / 2) / PIXELS_PER_FACE];
    return [x + tx + a * u - b * v, y + ty + b * u + a * v];
  };
}

/** How the face's own surface moved, where it has structure in both directions. */
function relief(face: readonly Followed[]): FaceFlow['relief'] {
  const [from, to]: [[number, number][], [number, number][]] = [[], []];
  for (const { from: at, carried, edges } of face) {
    const [first, second] = edges;
    if (first === undefined || second === undefined) continue;
    from.push([at[0], at[1]]);
    to.push([
      carried[0] + first.shift * first.direction[0] + second.shift * second.direction[0],
      carried[1] + first.shift * first.direction[1] + second.shift * second.direction[1],
    ]);
  }
  if (from.length < FEW_POINTS) return null;
  const residual = residualOfPoints(from, to, PIXELS_PER_FACE);
  if (residual === null) return null;
  // A model with more unknowns fits noise better: both are brought to what no unknowns would leave.
  const freed = (unknowns: number): number => Math.sqrt((2 * from.length) / (2 * from.length - unknowns));
  return { similarity: residual.similarity * freed(4), homography: residual.homography * freed(8) };
}
