/**
 * Several JPEG pictures in one file, as the Multi-Picture Format (CIPA DC-007) lays them out: the first picture with an index in
 * its APP2 segment, the others behind it. Whoever knows nothing of it sees the first picture.
 */

const SOI = 0xffd8;
const SOS = 0xda;
const APP2 = 0xe2;
/** `MPF` and a zero byte. */
const SIGNATURE = [0x4d, 0x50, 0x46, 0x00] as const;
const TAG = { version: 0xb000, count: 0xb001, entries: 0xb002 } as const;
const TYPE = { undefined: 7, long: 4 } as const;
const ENTRY_BYTES = 16;
/** Of the first entry: the representative picture, "baseline primary image". */
const PRIMARY = 0x2003_0000;
/** Byte order mark, 42, place of the directory; the directory's count, three entries and end; all before the list of pictures. */
const HEAD_BYTES = 8 + 2 + 3 * 12 + 4;
/** An APP2 segment is at most 65,535 bytes: some four thousand pictures. Far fewer are of use here. */
const MOST_PICTURES = 64;

/** Joins pictures into one file. Throws `TypeError` on what is no JPEG, on one that is a joined file already, and on too many. */
export function joinPictures(pictures: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [first, ...others] = pictures;
  if (first === undefined || pictures.length > MOST_PICTURES)
    throw new TypeError('from 1 to 64 pictures can be joined');
  for (const picture of pictures) if (!isJpeg(picture)) throw new TypeError('a picture is no JPEG');
  if (findIndex(first) !== null) throw new TypeError('the first picture is a joined file already');
  const segmentBytes = 2 + SIGNATURE.length + HEAD_BYTES + pictures.length * ENTRY_BYTES;
  const firstBytes = first.length + 2 + segmentBytes;
  const out = new Uint8Array(firstBytes + others.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(out.buffer);
  view.setUint16(0, SOI);
  view.setUint16(2, 0xff00 | APP2);
  view.setUint16(4, segmentBytes);
  out.set(SIGNATURE, 6);
  const base = 6 + SIGNATURE.length;
  writeDirectory(view, base, pictures.length);
  let at = firstBytes;
  for (const [i, { length }] of pictures.entries()) {
    const entry = base + HEAD_BYTES + i * ENTRY_BYTES;
    view.setUint32(entry, i === 0 ? PRIMARY : 0);
    view.setUint32(entry + 4, i === 0 ? firstBytes : length);
    // Places count from the byte order mark; the first picture's is zero by definition.
    view.setUint32(entry + 8, i === 0 ? 0 : at - base);
    if (i > 0) at += length;
  }
  out.set(first.subarray(2), 4 + segmentBytes);
  at = firstBytes;
  for (const other of others) {
    out.set(other, at);
    at += other.length;
  }
  return out;
}

function writeDirectory(view: DataView, base: number, count: number): void {
  view.setUint32(base, 0x4d4d_002a);
  view.setUint32(base + 4, 8);
  view.setUint16(base + 8, 3);
  const rows = [
    [TAG.version, TYPE.undefined, 4, 0x3031_3030],
    [TAG.count, TYPE.long, 1, count],
    [TAG.entries, TYPE.undefined, count * ENTRY_BYTES, HEAD_BYTES],
  ] as const;
  for (const [i, [tag, type, length, value]] of rows.entries()) {
    const row = base + 10 + i * 12;
    view.setUint16(row, tag);
    view.setUint16(row + 2, type);
    view.setUint32(row + 4, length);
    view.setUint32(row + 8, value);
  }
  view.setUint32(base + 10 + rows.length * 12, 0);
}

/**
 * The pictures of a file, each with its own bytes; one for a file that holds one. The views share the file's memory. Throws
 * `TypeError` on what is no JPEG, and on an index that does not cover the file exactly: nothing may lie between or behind.
 */
export function splitPictures(file: Uint8Array): Uint8Array[] {
  if (!isJpeg(file)) throw new TypeError('the file is no JPEG');
  const index = findIndex(file);
  if (index === null) return [file];
  const { view, base, littleEndian } = index;
  const read32 = (at: number): number => view.getUint32(at, littleEndian);
  const list = readList(index);
  const pictures: Uint8Array[] = [];
  let expected = 0;
  for (let i = 0; i < list.count; i += 1) {
    const entry = list.at + i * ENTRY_BYTES;
    const length = read32(entry + 4);
    const start = i === 0 ? 0 : base + read32(entry + 8);
    if (start !== expected || length < 4 || start + length > file.length) throw new TypeError('the index is wrong');
    const picture = file.subarray(start, start + length);
    if (!isJpeg(picture)) throw new TypeError('a picture is no JPEG');
    pictures.push(picture);
    expected = start + length;
  }
  if (expected !== file.length) throw new TypeError('something lies behind the last picture');
  return pictures;
}

interface Index {
  readonly view: DataView;
  /** Where the byte order mark lies, and the end of the segment. */
  readonly base: number;
  readonly end: number;
  readonly littleEndian: boolean;
}

/** The index of a joined file; null for a picture without one. Looks at the header's segments alone. */
function findIndex(file: Uint8Array): Index | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1];
    if (marker === SOS) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === APP2 && SIGNATURE.every((byte, i) => file[at + 4 + i] === byte)) {
      const base = at + 4 + SIGNATURE.length;
      if (end > file.length || base + 8 > end) throw new TypeError('the index is cut short');
      return { view, base, end, littleEndian: view.getUint16(base) === 0x4949 };
    }
    at = end;
  }
  return null;
}

function readList({ view, base, end, littleEndian }: Index): { readonly at: number; readonly count: number } {
  const read16 = (at: number): number => view.getUint16(at, littleEndian);
  const read32 = (at: number): number => view.getUint32(at, littleEndian);
  const directory = base + read32(base + 4);
  if (directory + 2 > end) throw new TypeError('the index is cut short');
  const rows = read16(directory);
  if (directory + 2 + rows * 12 > end) throw new TypeError('the index is cut short');
  for (let i = 0; i < rows; i += 1) {
    const row = directory + 2 + i * 12;
    if (read16(row) !== TAG.entries) continue;
    const [length, at] = [read32(row + 4), base + read32(row + 8)];
    const count = length / ENTRY_BYTES;
    if (!Number.isInteger(count) || count < 1 || count > MOST_PICTURES || at + length > end) break;
    return { at, count };
  }
  throw new TypeError('the index is wrong');
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
