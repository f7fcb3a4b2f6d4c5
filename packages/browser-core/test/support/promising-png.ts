import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A PNG of a few bytes whose header says that it is a square of this side. */
export async function promisingPng(side: number): Promise<Buffer> {
  const size = { width: 8, height: 8, channels: 3, background: '#000' } as const;
  const png = await sharp({ create: size }).png().toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  // With the right check sum: only the decoder can find out.
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
