import type { ErrorCode } from '@bonafide/contracts/codes';

import type { Clock, Timer as RunningTimer } from '#wire/clock.js';
import type { SessionEnvironment } from '../ports.ts';
import type { Circumstance, EngineEffect, EngineOutcome, EngineState } from './engine-state.ts';
import { WorkLanes } from './work-lanes.ts';

/** What an engine touches outside itself. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly environment: SessionEnvironment;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
}

/** One kind of session: its machine, and who carries its effects out. */
export interface EngineParts<State, Effect, Happening, Snapshot> {
  readonly initial: State;
  readonly transition: (
    state: State,
    event: Happening & { readonly atMs: number },
  ) => readonly [State, readonly Effect[]];
  /** Every effect but those that are the engine's own. */
  readonly perform: (effect: Effect) => void;
  /** The previous one when nothing that is shown has changed. */
  readonly toSnapshot: (state: State, previous: Snapshot | null) => Snapshot;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** After each event and its effects. `sinceCreatedMs` is the session's age. */
  readonly onTurn: (before: State, after: State, sinceCreatedMs: number) => void;
  readonly onFailure: (code: ErrorCode, cause: unknown) => void;
}

/**
 * Carries a machine's effects out and its events in. Events are taken one after the other; snapshots go out when all that
 * was queued has been worked off.
 */
export class Engine<
  State extends EngineState<Lane, Timer>,
  Effect extends { readonly type: string },
  Happening extends { readonly type: string },
  Snapshot,
  Lane extends string,
  Timer extends string,
> {
  readonly lanes: WorkLanes<Lane, Extract<Happening, { readonly epoch: number }>>;
  readonly #parts: EngineParts<State, Effect, Happening, Snapshot>;
  readonly #ports: EnginePorts;
  readonly #timers = new Map<Timer, RunningTimer>();
  readonly #queue: (Happening & { readonly atMs: number })[] = [];
  readonly #life = new AbortController();
  readonly #createdAtMs: number;
  #watching = false;
  #working = false;
  #state: State;
  #snapshot: Snapshot;

  constructor(ports: EnginePorts, parts: EngineParts<State, Effect, Happening, Snapshot>) {
    this.#ports = ports;
    this.#parts = parts;
    this.#createdAtMs = ports.clock.monotonicNow();
    this.lanes = new WorkLanes(
      (outcome) => this.dispatch(outcome),
      (code, cause) => parts.onFailure(code, cause),
    );
    this.#state = parts.initial;
    this.#snapshot = parts.toSnapshot(parts.initial, null);
  }

  get state(): State {
    return this.#state;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get closed(): boolean {
    return this.#life.signal.aborted;
  }

  /** Sends the machine its last event. Nothing is taken after it. */
  close(last: Happening): void {
    if (this.closed) return;
    this.dispatch(last);
    this.#life.abort();
  }

  dispatch(event: Happening): void {
    if (this.closed) return;
    this.#queue.push({ ...event, atMs: this.#ports.clock.monotonicNow() });
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#take(next);
    } finally {
      this.#working = false;
    }
    this.publish();
  }

  /** Watches the page from the first start on, so that a session that is never started leaves no listener. */
  watch(): void {
    if (this.#watching || this.closed) return;
    this.#watching = true;
    const { environment } = this.#ports;
    const tell = (type: Circumstance['type']): void => this.dispatch({ type } as Circumstance & Happening);
    environment.watch(tell, this.#life.signal);
    tell(environment.hidden ? 'hidden' : 'visible');
    tell(environment.offline ? 'offline' : 'online');
  }

  /** After something that is shown has changed outside the machine's state. */
  publish(): void {
    if (this.#working) return;
    const snapshot = this.#parts.toSnapshot(this.#state, this.#snapshot);
    if (snapshot === this.#snapshot) return;
    this.#snapshot = snapshot;
    this.#parts.onSnapshot(snapshot);
  }

  #take(event: Happening & { readonly atMs: number }): void {
    const before = this.#state;
    const [state, effects] = this.#parts.transition(before, event);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    this.#parts.onTurn(before, state, event.atMs - this.#createdAtMs);
  }

  #perform(effect: Effect | EngineEffect<Lane, Timer>): void {
    switch (effect.type) {
      case 'abandon':
        return this.lanes.abandon((effect as { readonly lane: Lane }).lane);
      case 'set-timer':
        return this.#setTimer(effect as Extract<EngineEffect<Lane, Timer>, { type: 'set-timer' }>);
      case 'clear-timer': {
        const { timer } = effect as { readonly timer: Timer };
        this.#timers.get(timer)?.cancel();
        this.#timers.delete(timer);
        return;
      }
      default:
        this.#parts.perform(effect as Effect);
    }
  }

  #setTimer({ timer, epoch, delayMs, jitterMs }: Extract<EngineEffect<Lane, Timer>, { type: 'set-timer' }>): void {
    this.#timers.get(timer)?.cancel();
    const ring = (): void => {
      this.#timers.delete(timer);
      const outcome: EngineOutcome<Lane, Timer> = { type: 'timer', timer, epoch };
      this.dispatch(outcome as EngineOutcome<Lane, Timer> & Happening);
    };
    const jitter = jitterMs > 0 ? this.#ports.random() * jitterMs : 0;
    this.#timers.set(timer, this.#ports.clock.setTimer(ring, delayMs + jitter));
  }
}
