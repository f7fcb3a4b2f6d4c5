import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One picture of a folder under test. */
export interface LabelledPicture {
  /** Absolute. */
  readonly path: string;
  readonly source: string;
  readonly isLive: boolean;
  /** What kind of attack, in the folder's own words; empty for a bona fide presentation. */
  readonly attack: string;
}

/**
 * Reads `manifest.csv` of a folder. Columns are found by name: `path`, `label` (`live` or anything else), and, if there,
 * `source` and `attack`. Throws on a missing column.
 */
export function readPictureList(folder: string): readonly LabelledPicture[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(folder, 'manifest.csv'), 'utf8'));
  const column = (name: string): number => header.indexOf(name);
  for (const name of ['path', 'label']) if (column(name) < 0) throw new Error(`manifest.csv has no column '${name}'`);
  return rows.map((row) => {
    const cell = (name: string): string => row[column(name)] ?? '';
    const isLive = cell('label') === 'live';
    return {
      path: join(folder, cell('path')),
      source: cell('source') || 'all',
      isLive,
      attack: isLive ? '' : cell('attack') || 'unknown',
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
