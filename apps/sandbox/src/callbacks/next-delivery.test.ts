import { describe, expect, it } from 'vitest';
import { nextDelivery } from './next-delivery.ts';

const SCHEDULE = [5_000, 300_000];
const answer = (status: number, retryAfter: string | null = null, error: string | null = null) => ({
  status,
  retryAfter,
  error,
});

describe('nextDelivery', () => {
  it.each([200, 201, 204])('is delivered by %i', (status) => {
    expect(nextDelivery(answer(status), 1, SCHEDULE, 0)).toEqual({ state: 'DELIVERED' });
  });

  it('disables an endpoint that is gone', () => {
    expect(nextDelivery(answer(410), 1, SCHEDULE, 0)).toEqual({ state: 'DISABLED' });
  });

  it.each([0, 301, 400, 401, 404, 500, 503])('follows the schedule after %i, then gives up', (status) => {
    expect(nextDelivery(answer(status), 1, SCHEDULE, 0)).toEqual({ state: 'PENDING', delayMs: 5_000 });
    expect(nextDelivery(answer(status), 2, SCHEDULE, 0)).toEqual({ state: 'PENDING', delayMs: 300_000 });
    expect(nextDelivery(answer(status), 3, SCHEDULE, 0)).toEqual({ state: 'FAILED' });
  });

  it.each([429, 503])('waits as long as %i asks for, never shorter than the schedule, never over a day', (status) => {
    const delayAfter = (retryAfter: string) => nextDelivery(answer(status, retryAfter), 1, SCHEDULE, 0);
    expect(delayAfter('60')).toEqual({ state: 'PENDING', delayMs: 60_000 });
    expect(delayAfter('1')).toEqual({ state: 'PENDING', delayMs: 5_000 });
    expect(delayAfter('99999999')).toEqual({ state: 'PENDING', delayMs: 86_400_000 });
    expect(delayAfter(new Date(30_000).toUTCString())).toEqual({ state: 'PENDING', delayMs: 30_000 });
    expect(delayAfter('soon')).toEqual({ state: 'PENDING', delayMs: 5_000 });
  });

  it('does not believe Retry-After on other answers', () => {
    expect(nextDelivery(answer(500, '60'), 1, SCHEDULE, 0)).toEqual({ state: 'PENDING', delayMs: 5_000 });
  });

  it.each(['address-not-allowed', 'url-not-allowed'])('gives up at once on %s', (error) => {
    expect(nextDelivery(answer(0, null, error), 1, SCHEDULE, 0)).toEqual({ state: 'FAILED' });
  });
});
