/** What all fake sessions have in common: they say what the test says, and write down what the element asks of them. */
export class FakeEmitter<Snapshot, EventMap> {
  readonly calls: readonly unknown[][] = [];
  snapshot: Snapshot;
  closed = false;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #handlers = new Map<keyof EventMap, Set<(detail: never) => void>>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** How many listeners are left, of all kinds. */
  get listenerCount(): number {
    return [...this.#handlers.values()].reduce((sum, { size }) => sum + size, this.#listeners.size);
  }

  show(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.#listeners) listener(this.snapshot);
  }

  emit<K extends keyof EventMap>(type: K, detail: EventMap[K]): void {
    for (const handler of this.#handlers.get(type) ?? []) handler(detail as never);
  }

  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  on<K extends keyof EventMap>(type: K, listener: (detail: EventMap[K]) => void): () => void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers);
    handlers.add(listener);
    return () => handlers.delete(listener);
  }

  close(): void {
    this.note('close');
    this.closed = true;
  }

  protected note(...call: unknown[]): void {
    (this.calls as unknown[][]).push(call);
  }
}
