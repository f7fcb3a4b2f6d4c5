/** What the head of a picture says. */
export interface PictureSize {
  readonly mediaType: 'image/jpeg' | 'image/png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = [0xff, 0xd8, 0xff];

/** Reads a JPEG's or PNG's size without decoding it; undefined for what is neither, or is damaged before its size. */
export function readPictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startsWith = (signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
  const size = startsWith(PNG_SIGNATURE) ? readPng(view) : startsWith(JPEG_START) ? readJpeg(view) : undefined;
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The first chunk is the header (PNG specification §11.2.2). */
function readPng(view: DataView): PictureSize | undefined {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49_48_44_52) return undefined;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments up to the frame header (ITU-T T.81 §B.2.2). */
function readJpeg(view: DataView): PictureSize | undefined {
  for (let offset = 2; offset + 9 <= view.byteLength;) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      // A fill byte.
      offset += 1;
      continue;
    }
    if (isFrameHeader(marker))
      return { mediaType: 'image/jpeg', height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    // From the start of the scan on, there is no frame header any more.
    if (marker === 0xda || marker === 0xd9) return undefined;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** SOF0 to SOF15, without the tables that share their range (DHT, JPG, DAC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
