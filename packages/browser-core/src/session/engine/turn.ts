import type { EngineEffect, EngineState } from './engine-state.ts';

/**
 * One step of a machine while it is being worked out: the state so far and the effects so far. It lives inside one call
 * of `transition` and never outlasts it, so that the rules can be written as a sequence and stay a pure function.
 */
export class Turn<
  State extends EngineState<Lane, Timer>,
  Effect extends { readonly type: string },
  Lane extends string,
  Timer extends string,
> {
  readonly atMs: number;
  readonly #effects: (Effect | EngineEffect<Lane, Timer>)[] = [];
  #state: State;

  constructor(state: State, atMs: number) {
    this.#state = state;
    this.atMs = atMs;
  }

  get state(): State {
    return this.#state;
  }

  outcome(): readonly [State, readonly (Effect | EngineEffect<Lane, Timer>)[]] {
    return [this.#state, this.#effects];
  }

  set(changes: Partial<State>): void {
    this.#state = { ...this.#state, ...changes };
  }

  emit(effect: Effect | EngineEffect<Lane, Timer>): void {
    this.#effects.push(effect);
  }

  /** Starts work in a lane; whatever ran there is late from now on. */
  begin(lane: Lane, toEffect: (epoch: number) => Effect): void {
    const epoch = this.#nextEpoch();
    this.#live(lane, epoch);
    this.emit(toEffect(epoch));
  }

  /** The lane's work is over by itself. */
  settle(lane: Lane): void {
    this.#live(lane, 0);
  }

  /** Ends the lane's work, if any runs. */
  end(lane: Lane, effect: Effect | EngineEffect<Lane, Timer> = { type: 'abandon', lane }): void {
    if (this.#state.live[lane] === 0) return;
    this.settle(lane);
    this.emit(effect);
  }

  setTimer(timer: Timer, delayMs: number, jitterMs = 0): void {
    const epoch = this.#nextEpoch();
    const endsAtMs = this.atMs + delayMs;
    this.#putTimer(timer, { epoch, endsAtMs, leftMs: null });
    this.emit({ type: 'set-timer', timer, epoch, delayMs, jitterMs });
  }

  clearTimer(timer: Timer): void {
    const was = this.#state.timers[timer];
    if (was === null) return;
    this.#putTimer(timer, null);
    if (was.leftMs === null) this.emit({ type: 'clear-timer', timer });
  }

  /** The timer rang. */
  ringTimer(timer: Timer): void {
    this.#putTimer(timer, null);
  }

  pauseTimer(timer: Timer): void {
    const was = this.#state.timers[timer];
    if (was === null || was.leftMs !== null) return;
    this.#putTimer(timer, { ...was, leftMs: Math.max(0, was.endsAtMs - this.atMs) });
    this.emit({ type: 'clear-timer', timer });
  }

  resumeTimer(timer: Timer): void {
    const was = this.#state.timers[timer];
    if (was !== null && was.leftMs !== null) this.setTimer(timer, was.leftMs);
  }

  #live(lane: Lane, epoch: number): void {
    this.#state = { ...this.#state, live: { ...this.#state.live, [lane]: epoch } };
  }

  #putTimer(timer: Timer, value: EngineState<Lane, Timer>['timers'][Timer]): void {
    this.#state = { ...this.#state, timers: { ...this.#state.timers, [timer]: value } };
  }

  #nextEpoch(): number {
    const sequence = this.#state.sequence + 1;
    this.#state = { ...this.#state, sequence };
    return sequence;
  }
}
