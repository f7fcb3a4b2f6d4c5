/** The page's monotonic clock and timer, for what is tested with others. */
export const pageTimers = {
  now: (): number => performance.now(),
  setTimer(run: () => void, delayMs: number): () => void {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
