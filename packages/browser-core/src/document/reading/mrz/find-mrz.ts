import type { LinePath } from '../line/line-crop.ts';
import type { TracedLine } from '../line/trace-lines.ts';

/** Lines that may be a machine-readable zone, from top to bottom. */
export type MrzCandidate = readonly LinePath[];

/** Distance of the lines of a zone, in heights of a capital: 4.23 over 2.4 mm by the standard, more and less in practice. */
const SPACING_RANGE = [1.2, 3] as const;
const USUAL_SPACING = 1.77;
/** How unlike in height and length lines of one zone may be. */
const MAX_HEIGHT_RATIO = 1.4;
const MIN_OVERLAP = 0.6;
/** A zone has at least 30 characters, nearly as wide as high each; part of a line may be lost in glare. */
const MIN_LENGTH_HEIGHTS = 16;
const MAX_CANDIDATES = 4;

/**
 * Groups lines into what may be machine-readable zones, the likeliest first: long parallel lines of one height, close to
 * each other. A line that stands alone gets the neighbours that it should have, in case print or light hid them.
 */
export function findMrz(lines: readonly TracedLine[]): readonly MrzCandidate[] {
  const long = lines.filter(({ path }) => lengthOf(path) >= MIN_LENGTH_HEIGHTS * path.capitalHeight);
  const groups: { readonly lines: LinePath[]; weight: number }[] = [];
  for (const line of long) {
    const members = [line];
    for (let grew = true; grew && members.length < 4;) {
      grew = false;
      for (const other of long) {
        if (members.includes(other) || !members.some((member) => belongTogether(member.path, other.path))) continue;
        members.push(other);
        grew = true;
      }
    }
    const paths = members.map(({ path }) => path).toSorted((a, b) => middleOf(a) - middleOf(b));
    const weight =
      members.reduce((sum, { path, weight }) => sum + weight * likeness(path), 0) / Math.max(1, members.length - 2);
    const isKnown = groups.some(
      (group) => group.lines.length === paths.length && group.lines.every((path, i) => path === paths[i]),
    );
    if (!isKnown) groups.push({ lines: paths, weight });
  }
  return groups
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_CANDIDATES)
    .map(({ lines }) => (lines.length === 1 && lines[0] !== undefined ? withNeighbours(lines[0]) : ofOneHeight(lines)));
}

/** How much a line's length is that of a zone's: 30 to 44 characters, with print beside it or a part lost. */
function likeness(path: LinePath): number {
  const heights = lengthOf(path) / path.capitalHeight;
  return heights < 24 || heights > 56 ? 0.3 : 1;
}

const lengthOf = ({ from, to }: LinePath): number => to - from;

function acrossAt({ offset, slope, bend }: LinePath, along: number): number {
  return offset + slope * along + bend * along * along;
}

function middleOf(path: LinePath): number {
  return acrossAt(path, (path.from + path.to) / 2);
}

function belongTogether(a: LinePath, b: LinePath): boolean {
  const ratio = a.capitalHeight / b.capitalHeight;
  if (ratio > MAX_HEIGHT_RATIO || ratio < 1 / MAX_HEIGHT_RATIO) return false;
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  if (to - from < MIN_OVERLAP * Math.max(lengthOf(a), lengthOf(b))) return false;
  const along = (from + to) / 2;
  const distance = Math.abs(acrossAt(a, along) - acrossAt(b, along)) / ((a.capitalHeight + b.capitalHeight) / 2);
  return distance >= SPACING_RANGE[0] && distance <= SPACING_RANGE[1];
}

/** A zone is printed in one size; each line's own measure of it errs. */
function ofOneHeight(lines: readonly LinePath[]): MrzCandidate {
  const heights = lines.map((path) => path.capitalHeight).toSorted((a, b) => a - b);
  const capitalHeight = heights[Math.floor(heights.length / 2)] ?? 0;
  return lines.map((path) => ({ ...path, capitalHeight: (capitalHeight + path.capitalHeight) / 2 }));
}

function withNeighbours(path: LinePath): MrzCandidate {
  return [-1, 0, 1].map((place) => ({ ...path, offset: path.offset + place * USUAL_SPACING * path.capitalHeight }));
}
