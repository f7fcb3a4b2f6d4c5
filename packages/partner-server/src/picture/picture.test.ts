import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { fromDataUrl, toDataUrl } from './picture.ts';
import { readPictureSize } from './read-picture-size.ts';

describe('readPictureSize', () => {
  it('reads what the head says', () => {
    const side = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(readPictureSize(jpegHead(width, height))).toEqual({ mediaType: 'image/jpeg', width, height });
        expect(readPictureSize(pngHead(width, height))).toEqual({ mediaType: 'image/png', width, height });
      }),
    );
  });

  it('comes to an end with whatever follows a beginning, and never throws', () => {
    const beginning = fc.constantFrom([], [0xff, 0xd8, 0xff], [...pngHead().subarray(0, 16)]);
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const size = readPictureSize(Uint8Array.from([...start, ...rest]));
        if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows the file and not the buffer that it lies in', () => {
    const buffer = new Uint8Array(2_000);
    buffer.set(jpegHead(640, 480), 700);
    expect(readPictureSize(buffer.subarray(700))).toMatchObject({ width: 640, height: 480 });
    expect(readPictureSize(buffer)).toBeUndefined();
  });
});

it('a data URL gives back the very bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (rest) => {
      const bytes = Uint8Array.from([...jpegHead(), ...rest]);
      expect(fromDataUrl(toDataUrl(bytes, 'front'))).toEqual({ bytes, mediaType: 'image/jpeg' });
    }),
    { numRuns: 30 },
  );
});

describe('base64', () => {
  it('is that of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(toBase64(bytes)).toBe(text);
        expect(fromBase64(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AA=A', '=AAA', 'A===', '====', 'AA A', 'AAé=', 'AAAA\n', '-_-_', 'AAAA====', 'AAAA='])(
    '%j is none',
    (text) => expect(fromBase64(text)).toBeUndefined(),
  );
});
