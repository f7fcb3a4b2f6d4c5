export interface BackoffOptions {
  /** Upper bound of the first delay. */
  readonly baseMs: number;
  /** Upper bound of every delay. */
  readonly capMs: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/**
 * Exponential backoff with full jitter: a random share of `baseMs · 2^failures`, at most `capMs`. Clients that failed
 * together do not come back together.
 *
 * @param failures Failures before this one; 0 for the first.
 */
export function backoffMs(failures: number, { baseMs, capMs, random }: BackoffOptions): number {
  return Math.floor(random() * Math.min(capMs, baseMs * 2 ** Math.min(failures, 52)));
}
