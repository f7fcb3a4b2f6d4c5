import { describe, expect, it } from 'vitest';
import { joinPictures, splitPictures } from './multi-picture.ts';

/** A header's worth of JPEG: JFIF, then a scan that says `content`. */
const START = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xda, 0, 2];
const jpeg = (content: string): Uint8Array =>
  Uint8Array.from([...START, ...new TextEncoder().encode(content), 0xff, 0xd9]);
const HEADER = 2;

describe('several pictures in one file', () => {
  it('come apart as they went in, but for the index in the first', () => {
    const pictures = [jpeg('still'), jpeg('one'), jpeg('two, which is longer')];
    const file = joinPictures(pictures);
    const [still, ...others] = splitPictures(file);
    expect(others).toEqual(pictures.slice(1));
    expect(still?.subarray(-(pictures[0]?.length ?? 0) + HEADER)).toEqual(pictures[0]?.subarray(HEADER));
    expect(splitPictures(joinPictures([jpeg('alone')]))).toHaveLength(1);
  });

  it('begin with a picture that a plain reader understands: its segments lead to the scan', () => {
    const file = joinPictures([jpeg('still'), jpeg('one')]);
    expect([...file.subarray(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xe2]);
    const end = 4 + new DataView(file.buffer).getUint16(4);
    expect([...file.subarray(end, end + 2)]).toEqual([0xff, 0xe0]);
  });

  it('may be a picture alone', () => {
    const picture = jpeg('alone');
    expect(splitPictures(picture)).toEqual([picture]);
  });

  it('are read wherever the file lies in memory', () => {
    const file = joinPictures([jpeg('still'), jpeg('one')]);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(splitPictures(shifted.subarray(3))[1]).toEqual(jpeg('one'));
  });

  it.each([
    ['nothing', []],
    ['what is no JPEG', [new Uint8Array([1, 2, 3, 4])]],
    ['another one that is no JPEG', [jpeg('still'), new Uint8Array(9)]],
    ['a joined file', [joinPictures([jpeg('still'), jpeg('one')])]],
    ['too many', Array.from({ length: 65 }, () => jpeg('x'))],
  ])('are not made of %s', (_, pictures) => {
    expect(() => joinPictures(pictures)).toThrow(TypeError);
  });

  it('are refused when anything is cut off, put behind, or moved', () => {
    const file = joinPictures([jpeg('still'), jpeg('one'), jpeg('two')]);
    const changed = (change: (copy: Uint8Array) => void): Uint8Array => {
      const copy = file.slice();
      change(copy);
      return copy;
    };
    const base = 10;
    const entry = base + 50;
    for (const broken of [
      new Uint8Array(),
      file.subarray(0, file.length - 1),
      Uint8Array.from([...file, 0]),
      file.subarray(0, 30),
      changed((copy) => copy.set([0xff, 0xff, 0xff, 0xff], base + 4)),
      changed((copy) => copy.set([0xff, 0xff], base + 8)),
      changed((copy) => copy.set([0, 0], base + 8)),
      changed((copy) => copy.set([0, 0, 0, 17], base + 10 + 2 * 12 + 4)),
      changed((copy) => copy.set([0, 0, 0, 1], entry + 16 + 8)),
      changed((copy) => copy.set([0, 0, 0, 0], entry + 16 + 4)),
      changed((copy) => copy.set([0, 0], file.length - jpeg('two').length)),
    ]) {
      expect(() => splitPictures(broken)).toThrow(TypeError);
    }
  });

  it('are never read past their end, whatever the bytes say', () => {
    const file = joinPictures([jpeg('still'), jpeg('one'), jpeg('two')]);
    for (let at = 4; at < file.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const copy = file.slice();
        copy[at] = value;
        try {
          for (const picture of splitPictures(copy)) expect(picture.length).toBeLessThanOrEqual(copy.length);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }
    }
  });
});
