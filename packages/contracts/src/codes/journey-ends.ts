import type { ErrorCode } from './error-codes.ts';

/**
 * How a journey in the page ends, and the error code that the page shows with it; null where nothing went wrong. `passed` is
 * what the page may say: the decision is read by the backend.
 */
export const JOURNEY_ENDS = {
  passed: null,
  review: null,
  failed: 'verification-failed',
  cancelled: 'aborted',
  expired: 'session-not-found',
  error: 'server',
} as const satisfies Record<string, ErrorCode | null>;

/** One of `JOURNEY_ENDS`. */
export type JourneyEnd = keyof typeof JOURNEY_ENDS;
