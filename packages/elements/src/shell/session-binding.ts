/** What every session has in common. */
export interface BoundSession<Snapshot> {
  readonly snapshot: Snapshot;
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  close(): void;
}

export interface SessionBindingOptions<Snapshot, Session> {
  /** What is shown without a session. */
  readonly idle: Snapshot;
  readonly onSnapshot: (now: Snapshot, before: Snapshot) => void;
  /** Listens to what else the session says; returns the ways to stop. */
  readonly listen: (session: Session) => readonly (() => void)[];
}

/** Holds the one session of an element and lets go of it whole: nothing arrives after `close`. */
export class SessionBinding<Snapshot, Session extends BoundSession<Snapshot>> {
  #session: Session | null = null;
  #stops: readonly (() => void)[] = [];
  #snapshot: Snapshot;
  readonly #options: SessionBindingOptions<Snapshot, Session>;

  constructor(options: SessionBindingOptions<Snapshot, Session>) {
    this.#options = options;
    this.#snapshot = options.idle;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** The last snapshot; it outlives its session, so that a result can be read afterwards. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  open(session: Session): Session {
    this.close();
    this.#session = session;
    this.#take(session.snapshot);
    this.#stops = [session.subscribe((snapshot) => this.#take(snapshot)), ...this.#options.listen(session)];
    return session;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#session?.close();
    this.#session = null;
  }

  /** Forgets what a closed session last said. */
  forget(): void {
    this.close();
    this.#snapshot = this.#options.idle;
  }

  #take(now: Snapshot): void {
    const before = this.#snapshot;
    if (now === before) return;
    this.#snapshot = now;
    this.#options.onSnapshot(now, before);
  }
}
