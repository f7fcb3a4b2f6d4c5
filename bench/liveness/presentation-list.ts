import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One presentation of a folder under test: a picture, or a video of somebody before the camera. */
export interface Presentation {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'picture' | 'video';
  readonly source: string;
  readonly isLive: boolean;
  /** What kind of attack, in the folder's own words; empty for a bona fide presentation. */
  readonly attack: string;
}

const VIDEOS = new Set(['.mp4', '.m4v', '.mov', '.avi', '.mkv', '.webm', '.mjpeg', '.mpg', '.3gp']);

/**
 * Reads `manifest.csv` of a folder. Columns are found by name: `path`, `label` (`live` or `bona fide`, in any case; everything else
 * is an attack), and, if there, `source` and `attack`. Throws on a missing column, and on a folder with nothing in it.
 */
export function readPresentationList(folder: string): readonly Presentation[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(folder, 'manifest.csv'), 'utf8'));
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^\uFEFF/, ''),
  );
  for (const name of ['path', 'label'])
    if (!names.includes(name)) throw new Error(`manifest.csv has no column '${name}'`);
  if (rows.length === 0) throw new Error('manifest.csv names nothing');
  return rows.map((row) => {
    const cell = (name: string): string => (row[names.indexOf(name)] ?? '').trim();
    const isLive = /^(?:live|bona ?fide|real|genuine)$/i.test(cell('label'));
    return {
      path: join(folder, cell('path')),
      kind: VIDEOS.has(extname(cell('path')).toLowerCase()) ? 'video' : 'picture',
      source: cell('source') || 'all',
      isLive,
      // Where the label itself says which attack it is, that is its kind.
      attack: isLive ? '' : cell('attack').replace(/^-$/, '') || cell('label') || 'unknown',
    };
  });
}

/** RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
