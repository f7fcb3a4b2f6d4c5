import { describe, expect, it } from 'vitest';
import { returnUrl } from './return-url.ts';

describe('returnUrl', () => {
  const row = { id: 's-1', callback_url: 'https://partner.test/done', state: 'a b&c' };

  it('adds the session and the state, and keeps the rest', () => {
    const callback_url = 'https://partner.test/done?order=7&state=evil&sessionId=evil';
    const url = new URL(returnUrl({ ...row, callback_url }) ?? '');
    expect([...url.searchParams]).toEqual([
      ['order', '7'],
      ['sessionId', 's-1'],
      ['state', 'a b&c'],
    ]);
  });

  it('has no state where there was none, and is nowhere without an address', () => {
    expect(returnUrl({ ...row, state: null })).toBe('https://partner.test/done?sessionId=s-1');
    expect(returnUrl({ ...row, callback_url: null })).toBeNull();
  });
});
