import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verifier } from './verifier.ts';
import { createVerifier } from './verifier.ts';

const ASTRONAUT = readFileSync(new URL('../../testkit/assets/astronaut.png', import.meta.url));
const AT = new Date('2026-11-25T00:00:00Z');
const MEGABYTE = 1024 * 1024;

/** ISO base media: what phones save as HEIC begins so. */
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n');
const JPEG = await sharp(ASTRONAUT).jpeg().toBuffer();

/** A PNG whose header promises a square of this side, and whose pixels are zeros that compress to nothing. */
function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const pixels = deflateSync(Buffer.alloc(MEGABYTE));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

let verifier: Verifier;
beforeAll(() => {
  verifier = createVerifier({ threads: 1, deadlineMs: 120_000 });
});
afterAll(() => verifier.close());

describe.each([
  ['nothing at all', Buffer.alloc(0), 'image-unsupported'],
  ['text', Buffer.from('hello'), 'image-unsupported'],
  ['HEIC', HEIC, 'image-unsupported'],
  ['PDF', PDF, 'image-unsupported'],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image-unsupported'],
  ['a JPEG that stops in the middle', JPEG.subarray(0, JPEG.length / 2), 'image-undecodable'],
  ['a decompression bomb', bomb(60_000), 'image-too-large'],
  ['a PNG that promises more than it holds', bomb(6000), 'image-undecodable'],
] as const)('%s', (_, bytes, code) => {
  it('is refused as a selfie, as a reference and as either side of a document, each by its name', async () => {
    await expect(verifier.inspectSelfie(bytes)).rejects.toMatchObject({ code, retryable: false });
    const asked = [
      ['selfie', () => verifier.matchFaces({ selfie: bytes, reference: JPEG })],
      ['reference', () => verifier.matchFaces({ selfie: JPEG, reference: bytes })],
      ['front', () => verifier.verifyDocument({ front: bytes, at: AT })],
      ['back', () => verifier.verifyDocument({ front: JPEG, back: bytes, at: AT })],
    ] as const;
    for (const [picture, ask] of asked) await expect(ask()).rejects.toMatchObject({ code, picture });
  });
});

it('keeps its memory within bounds, however large the pictures are', { timeout: 120_000 }, async () => {
  // 49 million pixels, just under the limit: 197 MB as RGBA, were they ever all decoded at once.
  const large = await sharp(ASTRONAUT).resize(7000, 7000).jpeg({ quality: 60 }).toBuffer();
  await verifier.inspectSelfie(large);
  const before = process.memoryUsage.rss();
  for (let i = 0; i < 3; i += 1) await verifier.inspectSelfie(large);
  const grown = process.memoryUsage.rss() - before;
  expect(grown).toBeLessThan(300 * MEGABYTE);
});
