export interface AnnouncerOptions {
  /** Puts a text where a screen reader finds it. */
  readonly write: (text: string) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Calls once after a delay; returns the way to call it off. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
  /** Shortest time between two announcements. Default 1 500: about what a short hint takes to be read out (guess). */
  readonly intervalMs?: number;
}

/** Speaks at a bearable rate: what comes too early waits, and the newest text replaces the one that waits. */
export interface Announcer {
  announce(text: string): void;
  /** Drops what waits. */
  stop(): void;
}

export function createAnnouncer({ write, now, setTimer, intervalMs = 1500 }: AnnouncerOptions): Announcer {
  let spoken = '';
  let quietUntil = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | null = null;

  const speak = (text: string): void => {
    cancelTimer = null;
    spoken = text;
    quietUntil = now() + intervalMs;
    write(text);
  };

  return {
    announce(text) {
      cancelTimer?.();
      cancelTimer = null;
      if (text === spoken) return;
      const waitMs = quietUntil - now();
      if (waitMs <= 0) speak(text);
      else cancelTimer = setTimer(() => speak(text), waitMs);
    },
    stop() {
      cancelTimer?.();
      cancelTimer = null;
      spoken = '';
    },
  };
}
