import { describe, expect, it } from 'vitest';
import { fragmentOf, readLaunch } from './launch-address.ts';

const CHECK = '0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0';

describe('readLaunch', () => {
  it.each([
    ['#/launch-v1?token=abc_-1', { kind: 'token', token: 'abc_-1' }],
    ['#/launch-v1?other=1&token=abc', { kind: 'token', token: 'abc' }],
    // Refused by the server, and not sent there with what is no token.
    ['#/launch-v1?nothing=1', { kind: 'token', token: '' }],
    [`#/check/${CHECK}`, { kind: 'check', checkId: CHECK }],
    ['#/phone-v1?token=abc_-1', { kind: 'phone-token', token: 'abc_-1' }],
    [`#/phone/${CHECK}`, { kind: 'phone-check', checkId: CHECK }],
    ['', { kind: 'nothing' }],
    ['#/check/../../onekyc', { kind: 'nothing' }],
    ['#/launch-v2?token=abc', { kind: 'nothing' }],
  ])('%s', (hash, expected) => {
    expect(readLaunch(hash)).toEqual(expected);
  });

  it('reads what it wrote', () => {
    expect(readLaunch(fragmentOf(CHECK, 'page'))).toEqual({ kind: 'check', checkId: CHECK });
    expect(readLaunch(fragmentOf(CHECK, 'phone'))).toEqual({ kind: 'phone-check', checkId: CHECK });
  });
});
