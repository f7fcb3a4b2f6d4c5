/** Who wants to know of a session's snapshots and events. A listener that throws stops nothing here. */
export class Listeners<Snapshot, EventMap extends object> {
  readonly #subscribers = new Set<(snapshot: Snapshot) => void>();
  readonly #listeners = new Map<keyof EventMap, Set<(detail: never) => void>>();

  readonly subscribe = (listener: (snapshot: Snapshot) => void): (() => void) => {
    // A wrapper of its own, so that subscribing twice is two subscriptions.
    const own = (snapshot: Snapshot): void => listener(snapshot);
    this.#subscribers.add(own);
    return () => void this.#subscribers.delete(own);
  };

  readonly on = <K extends keyof EventMap>(type: K, listener: (detail: EventMap[K]) => void): (() => void) => {
    const own = (detail: never): void => listener(detail);
    const known = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, known.add(own));
    return () => void known.delete(own);
  };

  show(snapshot: Snapshot): void {
    for (const subscriber of this.#subscribers) callSafely(() => subscriber(snapshot));
  }

  tell<K extends keyof EventMap>(type: K, detail: EventMap[K]): void {
    for (const listener of this.#listeners.get(type) ?? []) callSafely(() => listener(detail as never));
  }

  clear(): void {
    this.#subscribers.clear();
    this.#listeners.clear();
  }
}

/** A listener that throws is the host's mistake: it is reported as an uncaught error and stops nothing here. */
export function callSafely(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
