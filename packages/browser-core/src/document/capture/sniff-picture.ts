import { BrowserCoreError } from '../../browser-core-error.ts';

/** What a picture file says of itself before anything is decoded. */
export interface SniffedPicture {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  /** As it is shown: EXIF's turns are in. */
  readonly width: number;
  readonly height: number;
}

/**
 * The kind and size of a picture by its bytes, never by its name or type.
 * Errors: `file-unsupported` for anything but JPEG, PNG and WebP, `file-damaged` for one of these that is cut off or has
 * no size.
 */
export function sniffPicture(bytes: Uint8Array): SniffedPicture {
  if (bytes.length === 0) throw damaged('the file is empty');
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return sniffJpeg(bytes);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return sniffPng(bytes);
  if (textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP') return sniffWebp(bytes);
  throw new BrowserCoreError('file-unsupported', 'the file is no JPEG, PNG or WebP picture');
}

/** Markers up to the end of the image; in the entropy-coded data 0xff is always followed by 0 or a restart. */
function sniffJpeg(bytes: Uint8Array): SniffedPicture {
  let size: readonly [number, number] | null = null;
  let isTurned = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) {
      if (size === null) break;
      return { type: 'image/jpeg', ...toSize(size, isTurned) };
    }
    if (marker === 0 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = uint16(bytes, at + 2);
    // Frames of any coding, not the tables that share their range.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      size ??= [uint16(bytes, at + 7), uint16(bytes, at + 5)];
    }
    if (marker === 0xe1 && textAt(bytes, at + 4) === 'Exif')
      isTurned = isTurnedByExif(bytes.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  throw damaged('the JPEG ends before its picture does');
}

/** Whether the orientation is one of the four that swap width and height. */
function isTurnedByExif(tiff: Uint8Array): boolean {
  const isLittle = tiff[0] === 0x49;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return false;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return false;
  const entries = view.getUint16(directory, isLittle);
  for (let i = 0; i < entries; i += 1) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > view.byteLength) return false;
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle) >= 5;
  }
  return false;
}

function sniffPng(bytes: Uint8Array): SniffedPicture {
  const size = [uint32(bytes, 16), uint32(bytes, 20)] as const;
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (textAt(bytes, at + 4) === 'IEND') return { type: 'image/png', ...toSize(size, false) };
    at += 12 + uint32(bytes, at);
  }
  throw damaged('the PNG ends before its picture does');
}

function sniffWebp(bytes: Uint8Array): SniffedPicture {
  if (8 + littleEndian(bytes, 4, 4) > bytes.length) throw damaged('the WebP ends before its picture does');
  const kind = textAt(bytes, 12);
  if (kind === 'VP8X') {
    return { type: 'image/webp', ...toSize([1 + littleEndian(bytes, 24, 3), 1 + littleEndian(bytes, 27, 3)], false) };
  }
  if (kind === 'VP8L') {
    const packed = littleEndian(bytes, 21, 4);
    return { type: 'image/webp', ...toSize([1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)], false) };
  }
  if (kind === 'VP8 ') {
    return {
      type: 'image/webp',
      ...toSize([littleEndian(bytes, 26, 2) & 0x3fff, littleEndian(bytes, 28, 2) & 0x3fff], false),
    };
  }
  throw damaged('the WebP holds no picture');
}

function toSize([width, height]: readonly [number, number], isTurned: boolean): { width: number; height: number } {
  if (width === 0 || height === 0) throw damaged('the picture has no size');
  return isTurned ? { width: height, height: width } : { width, height };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = count - 1; i >= 0; i -= 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

function damaged(message: string): BrowserCoreError {
  return new BrowserCoreError('file-damaged', message);
}
