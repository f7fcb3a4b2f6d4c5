import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SessionBinding, type BoundSession, type SessionBindingOptions } from './session-binding.ts';

/** The element of a session, as far as its lifetime is concerned. */
export interface SessionHost extends ReactiveControllerHost, HTMLElement {
  readonly hasUpdated: boolean;
  readonly startScreen: boolean;
  readonly signal: AbortSignal | undefined;
  start(): void;
  dispose(): void;
}

export interface LivedSession<Snapshot> extends BoundSession<Snapshot> {
  reset(): void;
}

export interface SessionLifetimeOptions<Snapshot, Session> extends SessionBindingOptions<Snapshot, Session> {
  /** Drops what the element knows beside its session, when that begins anew. */
  readonly onClear?: () => void;
}

/**
 * When the session of an element begins and ends: by itself once the element is on the page, once at a time, and with the
 * element's stay there. Removing the element ends it; putting it back begins anew.
 */
export class SessionLifetime<
  Snapshot extends { readonly phase: string },
  Session extends LivedSession<Snapshot>,
> implements ReactiveController {
  readonly #host: SessionHost;
  readonly #binding: SessionBinding<Snapshot, Session>;
  readonly #internals: ElementInternals;
  readonly #onClear: () => void;
  #hasStarted = false;
  #handedOver = false;

  constructor(host: SessionHost, { onClear = () => undefined, ...options }: SessionLifetimeOptions<Snapshot, Session>) {
    this.#host = host;
    this.#binding = new SessionBinding(options);
    this.#internals = host.attachInternals();
    this.#onClear = onClear;
    host.addController(this);
  }

  get session(): Session | null {
    return this.#binding.session;
  }

  get snapshot(): Snapshot {
    return this.#binding.snapshot;
  }

  /** Whether the page has taken over, because the element cannot work here. */
  get handedOver(): boolean {
    return this.#handedOver;
  }

  /** Makes a session and binds it; null while one is on its way or over. */
  begin(create: () => Session): Session | null {
    if (this.snapshot.phase !== 'idle') return null;
    this.#hasStarted = true;
    return this.#binding.open(create());
  }

  /** Starts the element where nobody has to press for it. `isReady` is asked last. */
  beginByItself(isReady: () => boolean): void {
    const { startScreen, isConnected, signal } = this.#host;
    if (this.#hasStarted || startScreen || !isConnected || signal?.aborted === true) return;
    if (isReady()) this.#host.start();
  }

  /** Tells what lies between two snapshots: the state to style sheets, the events to the page. */
  tell(before: Snapshot, now: Snapshot, events: readonly Event[]): void {
    this.#internals.states.delete(before.phase);
    this.#internals.states.add(now.phase);
    for (const event of events) {
      this.#host.dispatchEvent(event);
      // The only one of them that can be prevented says that the element cannot work here.
      if (event.cancelable) this.#handedOver = event.defaultPrevented;
    }
  }

  /** Back to the start, from any state. */
  reset(): void {
    this.#clear();
    if (this.session === null) this.#forget();
    else this.session.reset();
  }

  /** Ends the session at once; what it last said can still be read. */
  close(): void {
    this.#binding.close();
  }

  hostConnected(): void {
    // Back on the page after it was taken off: that journey is over.
    if (this.#host.hasUpdated) this.#forget();
  }

  hostDisconnected(): void {
    this.#hasStarted = false;
    this.#host.dispose();
  }

  #clear(): void {
    this.#handedOver = false;
    this.#onClear();
  }

  #forget(): void {
    this.#internals.states.clear();
    this.#clear();
    this.#binding.forget();
    this.#host.requestUpdate();
  }
}
