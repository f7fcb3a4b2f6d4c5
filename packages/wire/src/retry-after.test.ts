import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 21, 8, 0, 0);

describe('parseRetryAfter', () => {
  it('reads whole seconds', () => {
    expect(parseRetryAfter('120', NOW)).toBe(120_000);
    expect(parseRetryAfter(' 0 ', NOW)).toBe(0);
  });

  it.each([
    ['IMF-fixdate', 'Sat, 21 Nov 2026 08:00:30 GMT'],
    ['RFC 850', 'Saturday, 21-Nov-26 08:00:30 GMT'],
    ['asctime', 'Sat Nov 21 08:00:30 2026'],
  ])('reads an HTTP date in the form %s', (_, value) => {
    expect(parseRetryAfter(value, NOW)).toBe(30_000);
  });

  it('takes a date that has passed as "now"', () => {
    expect(parseRetryAfter('Sun, 06 Nov 1994 08:49:37 GMT', NOW)).toBe(0);
    expect(parseRetryAfter('Sunday, 06-Nov-94 08:49:37 GMT', NOW)).toBe(0);
  });

  it('believes no longer wait than the limit', () => {
    expect(parseRetryAfter('9'.repeat(400), NOW)).toBe(86_400_000);
    expect(parseRetryAfter('3600', NOW, 5_000)).toBe(5_000);
    expect(parseRetryAfter('Fri, 31 Dec 9999 23:59:59 GMT', NOW, 5_000)).toBe(5_000);
  });

  it.each([
    null,
    undefined,
    '',
    '  ',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    '12abc',
    'soon',
    '1, 2',
    '2026-11-21T08:00:30Z',
    'Sat, 21 Nov 2026 08:00:30 +0100',
    'Sat, 31 Feb 2026 08:00:30 GMT',
    'Sat, 21 Nov 2026 25:00:30 GMT',
    'Sat, 21 Foo 2026 08:00:30 GMT',
  ])('makes nothing of %j', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  });

  it('gives a wait between 0 and the limit, or nothing, for whatever a server sends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
        ),
        (value) => {
          const waitMs = parseRetryAfter(value, NOW, 60_000);
          if (waitMs !== undefined) {
            expect(waitMs).toBeGreaterThanOrEqual(0);
            expect(waitMs).toBeLessThanOrEqual(60_000);
          }
        },
      ),
    );
  });

  it('agrees with the platform about every date of this millennium that it reads', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(NOW), max: new Date(Date.UTC(2999, 0)), noInvalidDate: true }), (date) => {
        const whole = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseRetryAfter(date.toUTCString(), NOW, Infinity)).toBe(Math.max(0, whole - NOW));
      }),
    );
  });
});
