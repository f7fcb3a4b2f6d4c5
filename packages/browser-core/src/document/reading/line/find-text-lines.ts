import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import type { LinePath } from './line-crop.ts';
import { traceLines } from './trace-lines.ts';
import { toWorkPlane } from './work-plane.ts';

/** A line or part of a line of print: columns of a form are parted. */
export interface FoundTextLine {
  readonly path: LinePath;
  /** Pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** One short word is a line, two blanks part two (guess). */
const TRACE = { minHeight: 6, minLengthHeights: 1, maxGapHeights: 1.3, windowHeights: 1.2 };
/** More than a document has: the rest is background. */
const MAX_LINES = 60;

/** Finds the printed lines of a document that lies level, in reading order. */
export function findTextLines(image: LumaPlane): readonly FoundTextLine[] {
  return traceLines(toWorkPlane(image, 0), TRACE)
    .slice(0, MAX_LINES)
    .map(({ path }) => ({ path, box: boxOf(path) }))
    .toSorted((a, b) => rowOf(a) - rowOf(b) || a.box.x - b.box.x);
}

function boxOf({ from, to, offset, slope, bend, capitalHeight }: LinePath): FoundTextLine['box'] {
  const middle = (from + to) / 2;
  const y = offset + slope * middle + bend * middle * middle;
  return { x: from, y: y - capitalHeight / 2, width: to - from, height: capitalHeight };
}

/** Lines whose middles are nearly level are one row. */
function rowOf({ box }: FoundTextLine): number {
  return Math.round((box.y + box.height / 2) / (box.height * 0.8)) * box.height * 0.8;
}
