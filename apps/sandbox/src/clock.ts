/** Where every rule of the sandbox reads the time, so that a test can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The clock's time as a `Date`, the form in which the database keeps it. */
export function dateOf(clock: Clock, plusMs = 0): Date {
  return new Date(clock.now() + plusMs);
}
