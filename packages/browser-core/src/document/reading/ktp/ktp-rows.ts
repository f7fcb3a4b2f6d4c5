import { editDistance } from '../edit-distance.ts';
import type { TextLine } from '../text-line.ts';

/** One printed row of the card's left part: what stands beside each other, left to right. */
export interface KtpRow {
  readonly text: string;
  readonly confidence: number;
  /** Left edge, a share of the width. */
  readonly x: number;
}

/** Right of it are the photo and what is printed under it (share of the width; the layout is the state's). */
const PHOTO_LEFT = 0.7;
/** Lower than this share of the usual height is ornament or dust. */
const MIN_HEIGHT_RATIO = 0.5;

/** Puts the parts of each row together, from the top to the bottom of the card. */
export function toKtpRows(lines: readonly TextLine[]): readonly KtpRow[] {
  const heights = lines.map(({ box }) => box.height).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const print = lines.filter(({ box }) => box.x < PHOTO_LEFT && box.height >= MIN_HEIGHT_RATIO * usual);
  const rows: TextLine[][] = [];
  for (const line of print.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isSame =
      first !== undefined && middleOf(line) - middleOf(first) < 0.6 * Math.max(first.box.height, line.box.height);
    if (row !== undefined && isSame) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => {
    const parts = row.toSorted((a, b) => a.box.x - b.box.x);
    return {
      text: parts.map(({ text }) => text).join(' '),
      // The label may be read badly: what counts is the value, which comes last.
      confidence: parts.at(-1)?.confidence ?? 0,
      x: parts[0]?.box.x ?? 0,
    };
  });
}

function middleOf({ box }: TextLine): number {
  return box.y + box.height / 2;
}

/** Labels begin at the left edge, some a little in (share of the width). */
const LABEL_RIGHT = 0.2;
/** More than this share of a label's letters misread is no match (guess); the order of the labels does the rest. */
const MAX_LABEL_ERRORS = 0.65;

/** What stands beside each label. */
export type KtpValues<Label extends string> = ReadonlyMap<
  Label,
  { readonly value: string; readonly confidence: number }
>;

/**
 * Which row belongs to which label. The card has its labels in one order, so that rows and labels are aligned as a whole:
 * a label that is hardly legible is known by the ones above and below it.
 */
export function alignLabels<Label extends string>(rows: readonly KtpRow[], labels: readonly Label[]): KtpValues<Label> {
  const matches = rows.map((row) => labels.map((label) => (row.x < LABEL_RIGHT ? matchLabel(row.text, label) : null)));
  const gain = (row: number, label: number) => MAX_LABEL_ERRORS - (matches[row]?.[label]?.share ?? Infinity);
  // best[r][l]: the most that the rows from r on and the labels from l on can gain together.
  const best = Array.from({ length: rows.length + 1 }, () => Array.from({ length: labels.length + 1 }, () => 0));
  const at = (row: number, label: number) => best[row]?.[label] ?? 0;
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let label = labels.length - 1; label >= 0; label -= 1) {
      const both = gain(row, label) + at(row + 1, label + 1);
      (best[row] ?? [])[label] = Math.max(at(row + 1, label), at(row, label + 1), both);
    }
  }
  const values = new Map<Label, { value: string; confidence: number }>();
  for (let row = 0, label = 0; row < rows.length && label < labels.length;) {
    const [name, match, confidence] = [labels[label], matches[row]?.[label], rows[row]?.confidence ?? 0];
    if (at(row, label) === at(row + 1, label)) row += 1;
    else if (at(row, label) === at(row, label + 1)) label += 1;
    else {
      if (name !== undefined && match != null && match.value !== '')
        values.set(name, { value: match.value, confidence });
      row += 1;
      label += 1;
    }
  }
  return values;
}

/** The share of a label's letters that is wrong where a row begins with it, and what comes after it. */
function matchLabel(text: string, label: string): { share: number; value: string } | null {
  const wanted = lettersOf(label);
  const shareOf = (seen: string) => editDistance(lettersOf(seen), wanted) / wanted.length;
  const colon = text.indexOf(':');
  if (colon > 0)
    return {
      share: shareOf(text.slice(0, colon)),
      value: text
        .slice(colon + 1)
        .replace(/^[\s:;.,]+/, '')
        .trim(),
    };
  // Without its colon, a label ends where a word does.
  const ends = Array.from(text.matchAll(/\S(?=\s|$)/g), ({ index }) => index + 1);
  const [best] = ends.map((end) => ({ end, share: shareOf(text.slice(0, end)) })).toSorted((a, b) => a.share - b.share);
  return best === undefined
    ? null
    : {
        share: best.share,
        value: text
          .slice(best.end)
          .replace(/^[\s;.,|=-]+/, '')
          .trim(),
      };
}

function lettersOf(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('1', 'I');
}
