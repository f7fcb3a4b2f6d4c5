/** A timer that has not fired yet. */
export interface Timer {
  /** Does nothing when the timer has fired. */
  cancel(): void;
}

/** Time, injected so that tests own it. */
export interface Clock {
  /** Wall clock, milliseconds since the epoch: for what is written down or compared with a server. May jump. */
  now(): number;
  /** Milliseconds since some moment; never goes back: for durations. */
  monotonicNow(): number;
  /** Calls `run` once, `delayMs` from now at the earliest. */
  setTimer(run: () => void, delayMs: number): Timer;
}

/** `setTimeout` fires at once beyond a signed 32-bit delay. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  setTimer(run, delayMs) {
    let handle: ReturnType<typeof setTimeout>;
    const arm = (leftMs: number): void => {
      const stepMs = Math.min(leftMs, LONGEST_TIMEOUT_MS);
      handle = setTimeout(() => (leftMs > stepMs ? arm(leftMs - stepMs) : run()), stepMs);
    };
    arm(Math.max(0, delayMs));
    return { cancel: () => clearTimeout(handle) };
  },
};
