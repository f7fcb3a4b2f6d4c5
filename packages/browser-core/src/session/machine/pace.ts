/** How long to wait before the next request: pure, so that the whole schedule is a table in a test. All values are our choices. */

/** After this many failures in a row the person gets a way on instead of a spinner: about 45 s of trying. */
export const MAX_FAILURES = 6;

/** A request that says nothing for so long has failed; an upload starts anew with each progress event. */
export const REQUEST_SILENCE_MS = 20_000;

/** Quick at first, since most pictures are judged in seconds, then slower: 1, 1.5, 2.25, 3.4 and at last 5 s. */
export function pollDelayMs(polls: number): number {
  return Math.min(5000, Math.round(1000 * 1.5 ** polls));
}

/** 1, 2, 4, 8 and at last 15 s; half as much again is added at random. */
export function backoffDelayMs(failures: number): number {
  return Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1));
}
