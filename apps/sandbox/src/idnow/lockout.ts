/** Failures of one person that still count. */
export interface Lockout {
  /** Epoch milliseconds, oldest first. */
  readonly failures: readonly number[];
  readonly lockedUntilMs: number | null;
}

/** Five failures within ten minutes lock a person out for ten. Source: documented, as the default of Keyless. */
const FAILURES = 5;
const WINDOW_MS = 600_000;
const SUSPENSION_MS = 600_000;

export const NO_FAILURES: Lockout = { failures: [], lockedUntilMs: null };

/** Seconds until a person may try again; null when they may now. */
export function secondsLocked({ lockedUntilMs }: Lockout, nowMs: number): number | null {
  return lockedUntilMs === null || lockedUntilMs <= nowMs ? null : Math.ceil((lockedUntilMs - nowMs) / 1000);
}

/** After one more failure. One during a suspension changes nothing: nothing was looked at. */
export function afterFailure(lockout: Lockout, nowMs: number): Lockout {
  if (secondsLocked(lockout, nowMs) !== null) return lockout;
  const failures = [...lockout.failures.filter((atMs) => atMs > nowMs - WINDOW_MS), nowMs];
  return failures.length < FAILURES
    ? { failures, lockedUntilMs: null }
    : { failures: [], lockedUntilMs: nowMs + SUSPENSION_MS };
}
