// Prevents: specimen documents that look different on every machine, because they are set in whatever fonts it has, and
// letters whose origin nobody can prove. Takes the outlines of the letters that the specimens use out of the fonts named
// below and writes them to src/specimens/typefaces/. Debian's packages fonts-ocr-a and fonts-ocr-b must be installed.
//
// Usage: node extract-glyphs.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenType, PathCommand } from 'opentype.js';

const require = createRequire(import.meta.url);
// Node cannot see the named exports of this CommonJS file.
const opentype = require('opentype.js') as OpenType;
const LIBRE_FRANKLIN = join(dirname(require.resolve('@fontsource/libre-franklin/package.json')), 'files');
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
const LATIN_1 = Array.from({ length: 64 }, (_, index) => String.fromCodePoint(0xc0 + index)).join('');

const TYPEFACES = [
  {
    file: 'ocr-b',
    constant: 'OCR_B',
    font: '/usr/share/fonts/opentype/ocr-b/OCRB.otf',
    characters: `${CAPITALS}${DIGITS}<-./ `,
    origin: 'OCR-B by Norbert Schwarz and Matthew Skala (free to use, modify and distribute without limitation)',
  },
  {
    file: 'ocr-a',
    constant: 'OCR_A',
    font: '/usr/share/fonts/truetype/ocr-a/OCRA.ttf',
    characters: DIGITS,
    origin: 'OCR-A by John Sauter (public domain)',
  },
  {
    file: 'sans',
    constant: 'SANS',
    font: join(LIBRE_FRANKLIN, 'libre-franklin-latin-400-normal.woff'),
    characters: `${PRINTABLE}${LATIN_1}·–’`,
    origin: 'Libre Franklin Regular by The Libre Franklin Project Authors (OFL-1.1, assets/LibreFranklin-OFL.txt)',
  },
  {
    file: 'sans-semibold',
    constant: 'SANS_SEMIBOLD',
    font: join(LIBRE_FRANKLIN, 'libre-franklin-latin-600-normal.woff'),
    characters: `${PRINTABLE}${LATIN_1}·–’`,
    origin: 'Libre Franklin SemiBold by The Libre Franklin Project Authors (OFL-1.1, assets/LibreFranklin-OFL.txt)',
  },
];

for (const { file, constant, font: path, characters, origin } of TYPEFACES) {
  const bytes = readFileSync(path);
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const perThousand = 1000 / font.unitsPerEm;
  const glyphs = [...new Set(characters)].map((character) => {
    const glyph = font.charToGlyph(character);
    if (glyph.index === 0) throw new Error(`${path} has no '${character}'`);
    // At a size of 1000 on the baseline y = 0, which points down as in SVG.
    const outline = toPathData(glyph.getPath(0, 0, 1000).commands);
    return `    ${JSON.stringify(character)}: [${Math.round((glyph.advanceWidth ?? 0) * perThousand)}, '${outline}'],`;
  });
  const lines = [
    `// Written by extract-glyphs.ts. Outlines of ${origin}.`,
    `import type { Typeface } from './typeface.ts';`,
    '',
    `export const ${constant}: Typeface = {`,
    `  glyphs: {`,
    ...glyphs,
    '  },',
    '};',
    '',
  ];
  writeFileSync(join(import.meta.dirname, `src/specimens/typefaces/${file}.ts`), lines.join('\n'));
}

/** Written here, because the package's own shortening of paths loses curves. */
function toPathData(commands: readonly PathCommand[]): string {
  return commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const values = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return type + values.map((value) => Math.round(value)).join(' ');
    })
    .join('');
}
