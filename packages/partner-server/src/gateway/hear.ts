/** Tells a listener of the host: a log or a metric that fails must not fail what it hears about. */
export function hear<T>(listener: ((said: T) => void) | undefined, said: T): void {
  try {
    listener?.(said);
  } catch {
    // The listener's own affair.
  }
}
