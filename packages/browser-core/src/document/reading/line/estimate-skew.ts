import { measureStrokes } from './stroke-energy.ts';
import type { WorkPlane } from './work-plane.ts';

/** Side of the cells whose strokes are summed, in pixels of the work plane: half a line of print or less. */
const CELL = 4;
const MAX_DEGREES = 44;
const STEP_DEGREES = 2;

/**
 * The angle at which lines of print run, in radians: seen along it, rows of strong strokes and empty rows alternate most.
 * Good to a degree or so; 0 where there is nothing to see.
 */
export function estimateSkew({ plane }: WorkPlane): number {
  const energy = measureStrokes(plane);
  const columns = Math.floor(plane.width / CELL);
  const rows = Math.floor(plane.height / CELL);
  const cells = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      cells[row * columns + column] = energy.mean(column * CELL, row * CELL, (column + 1) * CELL, (row + 1) * CELL);
  let best = 0;
  let bestContrast = contrastAt(cells, columns, rows, 0) * 1.1;
  for (let degrees = -MAX_DEGREES; degrees <= MAX_DEGREES; degrees += STEP_DEGREES) {
    const contrast = contrastAt(cells, columns, rows, (degrees * Math.PI) / 180);
    if (contrast > bestContrast) [best, bestContrast] = [degrees, contrast];
  }
  return (best * Math.PI) / 180;
}

/** Sum of the squared differences of neighbouring rows' strokes, seen at an angle. */
function contrastAt(cells: Float32Array, columns: number, rows: number, angle: number): number {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const shift = columns;
  const sums = new Float64Array(rows + 2 * columns + 2);
  for (let row = 0, at = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1, at += 1) {
      const bin = Math.round(row * cosine - column * sine) + shift;
      sums[bin] = (sums[bin] ?? 0) + (cells[at] ?? 0);
    }
  let contrast = 0;
  for (let i = 2; i < sums.length; i += 1) contrast += ((sums[i] ?? 0) - (sums[i - 2] ?? 0)) ** 2;
  return contrast;
}
