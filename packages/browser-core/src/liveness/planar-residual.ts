/**
 * Landmarks that the face's bones carry: nose, forehead, temples, cheekbones, eye corners. Lips, lids, jaw and brows move
 * by themselves and would look like depth. Indices of the MediaPipe face mesh.
 */
export const RIGID_LANDMARKS: readonly number[] = [
  168, 6, 197, 195, 5, 4, 1, 48, 278, 98, 327, 33, 133, 362, 263, 10, 151, 9, 8, 67, 297, 109, 338, 116, 345, 123, 352,
  117, 346, 127, 356, 234, 454, 162, 389,
];

export interface PlanarResidual {
  /** What is left of the motion after the best shift, turn and scale, in face widths: how much shape changed. */
  readonly similarity: number;
  /** What is left after the best homography, the motion of a flat sheet, in face widths: how much of it was depth. */
  readonly homography: number;
}

/** Compares two frames' landmarks (`x, y, z` interleaved) by their rigid points; null when they cannot be fitted. */
export function planarResidual(before: Float32Array, after: Float32Array, faceWidth: number): PlanarResidual | null {
  if (!(faceWidth > 0)) return null;
  return residualOfPoints(rigidPoints(before), rigidPoints(after), faceWidth);
}

export type Points = readonly (readonly [number, number])[];

export function rigidPoints(landmarks: Float32Array): Points {
  return RIGID_LANDMARKS.map((index): [number, number] => [landmarks[3 * index] ?? 0, landmarks[3 * index + 1] ?? 0]);
}

/** The same for any points that were followed from one frame to another; null when they cannot be fitted. */
export function residualOfPoints(before: Points, after: Points, faceWidth: number): PlanarResidual | null {
  const from = centred(before, faceWidth);
  const to = centred(after, faceWidth);
  const homography = homographyResidual(from, to);
  return homography === null ? null : { similarity: similarityResidual(from, to), homography };
}

function centred(points: Points, faceWidth: number): Points {
  const [cx, cy] = centreOf(points);
  return points.map(([x, y]) => [(x - cx) / faceWidth, (y - cy) / faceWidth]);
}

function centreOf(points: Points): readonly [number, number] {
  const count = Math.max(1, points.length);
  return [points.reduce((sum, [x]) => sum + x, 0) / count, points.reduce((sum, [, y]) => sum + y, 0) / count];
}

function similarityResidual(from: Points, to: Points): number {
  const [a, b] = turnAndScale(from, to);
  return rootMeanSquare(from, to, (x, y) => [a * x - b * y, b * x + a * y]);
}

/** Least squares between centred points: cosine and sine of the turn, both times the scale. */
function turnAndScale(from: Points, to: Points): readonly [number, number] {
  let [dot, cross, size] = [0, 0, 0];
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    dot += x * u + y * v;
    cross += x * v - y * u;
    size += x * x + y * y;
  });
  return size > 0 ? [dot / size, cross / size] : [1, 0];
}

/** The shift, turn and scale that carry one frame's rigid points nearest to another's, as a function of any point. */
export function similarityOf(before: Points, after: Points): (x: number, y: number) => readonly [number, number] {
  const [fromX, fromY] = centreOf(before);
  const [toX, toY] = centreOf(after);
  const [a, b] = turnAndScale(centred(before, 1), centred(after, 1));
  return (x, y) => [a * (x - fromX) - b * (y - fromY) + toX, b * (x - fromX) + a * (y - fromY) + toY];
}

/** Least squares on the linearised equations; the points are centred and of size one, which keeps them well-behaved. */
function homographyResidual(from: Points, to: Points): number | null {
  const normal = Array.from({ length: 8 }, () => new Float64Array(9));
  const add = (row: readonly number[], target: number): void => {
    for (let i = 0; i < 8; i++) {
      const line = normal[i] ?? new Float64Array(9);
      for (let j = 0; j < 8; j++) line[j] = (line[j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
      line[8] = (line[8] ?? 0) + (row[i] ?? 0) * target;
    }
  };
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  });
  const h = solve(normal);
  if (h === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
  return rootMeanSquare(from, to, (x, y) => {
    const w = g * x + k * y + 1;
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
  });
}

function rootMeanSquare(from: Points, to: Points, map: (x: number, y: number) => readonly [number, number]): number {
  const sum = from.reduce((total, [x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    const [p, q] = map(x, y);
    return total + (p - u) ** 2 + (q - v) ** 2;
  }, 0);
  return Math.sqrt(sum / Math.max(1, from.length));
}

/** Gaussian elimination with row pivots on a square system with its right side in the last column. */
export function solve(rows: readonly Float64Array[]): readonly number[] | null {
  const matrix = rows.map((row) => Float64Array.from(row));
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    }
    const line = matrix[pivot];
    const other = matrix[column];
    const head = line?.[column] ?? 0;
    if (line === undefined || other === undefined || !(Math.abs(head) > 1e-12)) return null;
    matrix[pivot] = other;
    matrix[column] = line;
    for (let row = 0; row < size; row++) {
      const target = matrix[row];
      if (row === column || target === undefined) continue;
      const factor = (target[column] ?? 0) / head;
      for (let i = column; i <= size; i++) target[i] = (target[i] ?? 0) - factor * (line[i] ?? 0);
    }
  }
  return matrix.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
