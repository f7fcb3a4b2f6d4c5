import { describe, expect, it } from 'vitest';
import { createSeal, fingerprintOf } from './seal.ts';

describe('a seal', () => {
  const seal = createSeal('secret', 'code');

  it('opens what it closed, and holds nothing of it', () => {
    const closed = seal.close('payload of a login');
    expect(seal.open(closed)).toBe('payload of a login');
    expect(closed.toString('latin1')).not.toContain('payload');
  });

  it('closes the same text otherwise each time', () => {
    expect(seal.close('text').equals(seal.close('text'))).toBe(false);
  });

  it.each([
    ['another secret', createSeal('other', 'code')],
    ['another purpose', createSeal('secret', 'token')],
  ])('does not open with %s', (_, other) => {
    expect(other.open(seal.close('text'))).toBeNull();
  });

  it('does not open what was changed, cut or never closed', () => {
    const closed = seal.close('text');
    for (let at = 0; at < closed.length; at += 1) {
      const changed = Buffer.from(closed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(seal.open(changed)).toBeNull();
    }
    for (let length = 0; length < closed.length; length += 1) expect(seal.open(closed.subarray(0, length))).toBeNull();
  });
});

it('a fingerprint is one of the secret and its purpose, and not what the seal closes with', () => {
  const prints = [fingerprintOf('a', 'code'), fingerprintOf('a', 'token'), fingerprintOf('b', 'code')];
  expect(new Set(prints).size).toBe(3);
  expect(fingerprintOf('a', 'code')).toBe(prints[0]);
});
