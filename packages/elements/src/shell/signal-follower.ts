/** Follows one `AbortSignal` at a time: the one that a page has set last. */
export class SignalFollower {
  #lifetime: AbortController | null = null;

  /** Calls `onAbort` when the signal aborts, at once where it has aborted already. */
  follow(signal: AbortSignal | undefined, onAbort: () => void): void {
    this.release();
    const lifetime = new AbortController();
    this.#lifetime = lifetime;
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort, { signal: lifetime.signal });
  }

  release(): void {
    this.#lifetime?.abort();
    this.#lifetime = null;
  }
}
