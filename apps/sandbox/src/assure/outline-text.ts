// oxlint-disable-next-line typescript/triple-slash-reference -- an app that compiles this file with its own needs the types too, and an import would be one of a file that is not there at run time
/// <reference path="../../opentype.d.ts" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenType, PathCommand } from 'opentype.js';

const require = createRequire(import.meta.url);
const FONT_FILE = join(
  dirname(require.resolve('@fontsource/libre-franklin/package.json')),
  'files/libre-franklin-latin-600-normal.woff',
);
/** Of a line, over the size of its letters. */
const LINE_HEIGHT = 1.3;

/** Lines as one outline, of letters whose size is 100. */
export interface OutlinedText {
  /** Path data of SVG. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

let font: ReturnType<OpenType['parse']> | undefined;

/**
 * Lines, each centred, in Libre Franklin. Outlines, not text: a machine without fonts would draw nothing and say nothing. Null
 * where the font lacks a letter, for the same reason.
 */
export function outlineText(lines: readonly string[]): OutlinedText | null {
  // Node cannot see the named exports of this CommonJS file.
  font ??= (require('opentype.js') as OpenType).parse(new Uint8Array(readFileSync(FONT_FILE)).buffer);
  const { unitsPerEm } = font;
  const rows: { readonly width: number; readonly letters: readonly ((left: number, base: number) => string)[] }[] = [];
  for (const line of lines) {
    let width = 0;
    const letters: ((left: number, base: number) => string)[] = [];
    for (const character of line.normalize('NFC')) {
      const glyph = font.charToGlyph(character);
      if (glyph.index === 0) return null;
      const at = width;
      letters.push((left, base) => toPathData(glyph.getPath(left + at, base, SIZE).commands));
      width += ((glyph.advanceWidth ?? 0) * SIZE) / unitsPerEm;
    }
    rows.push({ width, letters });
  }
  const width = Math.max(...rows.map((row) => row.width));
  const path = rows
    .flatMap((row, index) =>
      row.letters.map((letter) => letter((width - row.width) / 2, (index + 1) * SIZE * LINE_HEIGHT)),
    )
    .join('');
  return { path, width, height: (rows.length + LINE_HEIGHT - 1) * SIZE * LINE_HEIGHT };
}

const SIZE = 100;

/** Written here, because the package's own shortening of paths loses curves. */
function toPathData(commands: readonly PathCommand[]): string {
  return commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const values = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return type + values.map((value) => value.toFixed(1)).join(' ');
    })
    .join('');
}
