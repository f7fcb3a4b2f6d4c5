import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffPicture } from './sniff-picture.ts';

const picture = (width = 120, height = 80) => sharp({ create: { width, height, channels: 3, background: '#8899aa' } });
const bytesOf = async (image: Sharp): Promise<Uint8Array> => new Uint8Array(await image.toBuffer());

describe('sniffPicture', () => {
  it.each([
    ['image/jpeg', (image: Sharp) => image.jpeg()],
    ['image/jpeg', (image: Sharp) => image.jpeg({ progressive: true })],
    ['image/png', (image: Sharp) => image.png()],
    ['image/webp', (image: Sharp) => image.webp()],
    ['image/webp', (image: Sharp) => image.webp({ lossless: true })],
  ] as const)('tells %s and its size, and that it is cut off', async (type, encode) => {
    const bytes = await bytesOf(encode(picture()));
    expect(sniffPicture(bytes)).toEqual({ type, width: 120, height: 80 });
    for (const share of [0.3, 0.6, 0.95]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(() => sniffPicture(cut)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
    }
  });

  it('tells the extended kind of WebP', async () => {
    const bytes = await bytesOf(picture().ensureAlpha(0.5).withMetadata({ density: 72 }).webp());
    expect(sniffPicture(bytes)).toEqual({ type: 'image/webp', width: 120, height: 80 });
  });

  it.each([
    [1, 120, 80],
    [3, 120, 80],
    [6, 80, 120],
    [8, 80, 120],
  ])('turns the size as orientation %i says', async (orientation, width, height) => {
    const bytes = await bytesOf(picture().withMetadata({ orientation }).jpeg());
    expect(sniffPicture(bytes)).toMatchObject({ width, height });
  });

  it('bears what a camera writes after the picture', async () => {
    const bytes = await bytesOf(picture().jpeg());
    expect(sniffPicture(new Uint8Array([...bytes, 1, 2, 3, 0xff, 0xd8]))).toMatchObject({ width: 120 });
  });

  it.each<[string, readonly number[] | string, string]>([
    ['nothing', [], 'file-damaged'],
    ['text', 'a letter to the bank', 'file-unsupported'],
    ['PDF', '%PDF-1.7\n', 'file-unsupported'],
    ['GIF', 'GIF89a......', 'file-unsupported'],
    ['SVG', '<svg xmlns="x"/>', 'file-unsupported'],
    ['HEIC', '\0\0\0\u0018ftypheic', 'file-unsupported'],
    ['one byte of a JPEG', [0xff], 'file-unsupported'],
    ['a JPEG without a picture', [0xff, 0xd8, 0xff, 0xd9], 'file-damaged'],
    [
      'EXIF that points nowhere',
      [0xff, 0xd8, 0xff, 0xe1, 0, 16, ...Buffer.from('Exif\0\0MM\0*\xff\xff\xff\xff', 'latin1')],
      'file-damaged',
    ],
  ])('refuses %s', (_, content, code) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    expect(() => sniffPicture(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code }));
  });
});
