import type { CropSampler } from '../crop-sampler.ts';
import { toFrame } from '../crop-sampler.ts';
import type { FaceMesh } from '../face-mesh.ts';
import { MESH_SIDE } from '../face-mesh.ts';

const COLUMNS = 96;
const MAX_ROWS = 192;

/**
 * Variance of the 3×3 Laplacian over the face, brought to one size first so that it says the same near and far. A face
 * that is smaller than 96 px in the frame was enlarged, and rightly counts as less sharp.
 */
export function measureSharpness(frame: CropSampler, { crop: { points }, region }: FaceMesh): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i] ?? 0);
    right = Math.max(right, points[i] ?? 0);
    top = Math.min(top, points[i + 1] ?? 0);
    bottom = Math.max(bottom, points[i + 1] ?? 0);
  }
  const [centreX, centreY] = toFrame(region, MESH_SIDE, MESH_SIDE, (left + right) / 2, (top + bottom) / 2);
  const scale = region.width / MESH_SIDE;
  const [width, height] = [(right - left) * scale, (bottom - top) * scale];
  if (!(width > 0 && height > 0)) return 0;
  const rows = Math.min(MAX_ROWS, Math.max(3, Math.round((COLUMNS * height) / width)));
  const face = { centreX, centreY, width, height, angleRadians: region.angleRadians };
  return laplacianVariance(frame.sampleLuma(face, COLUMNS, rows, 'area'), COLUMNS, rows);
}

/** Variance of the 4-neighbour Laplacian, without the border. */
export function laplacianVariance(luma: Float32Array, columns: number, rows: number): number {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < rows - 1; y += 1) {
    for (let x = 1; x < columns - 1; x += 1) {
      const i = y * columns + x;
      const edge =
        (luma[i - 1] ?? 0) +
        (luma[i + 1] ?? 0) +
        (luma[i - columns] ?? 0) +
        (luma[i + columns] ?? 0) -
        4 * (luma[i] ?? 0);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = (columns - 2) * (rows - 2);
  return squares / count - (sum / count) ** 2;
}
