import type { Clock } from '../clock.ts';

/** Counts requests by key within a sliding window. Per process: it protects a process, it is not a quota. */
export interface RateLimit {
  /** Null when the request may pass, else the seconds to wait. */
  take(key: string): number | null;
}

const MAXIMUM_KEYS = 10_000;

/** A token bucket that holds `burst` and refills completely in `windowMs`. */
export function createRateLimit(options: {
  readonly burst: number;
  readonly windowMs: number;
  readonly clock: Clock;
}): RateLimit {
  const { burst, windowMs, clock } = options;
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(key) {
      const now = clock.now();
      const bucket = buckets.get(key) ?? { level: burst, at: now };
      const level = Math.min(burst, bucket.level + ((now - bucket.at) / windowMs) * burst);
      // Re-inserting keeps the map in order of use, so that the first key is the one idle longest.
      buckets.delete(key);
      buckets.set(key, { level: level >= 1 ? level - 1 : level, at: now });
      const [idlest] = buckets.keys();
      if (buckets.size > MAXIMUM_KEYS && idlest !== undefined) buckets.delete(idlest);
      return level >= 1 ? null : Math.max(1, Math.ceil(((1 - level) / burst) * (windowMs / 1000)));
    },
  };
}
