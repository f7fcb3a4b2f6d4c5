import type { SessionEffect } from './session-effect.ts';
import type { Lane, SessionState, TimerName } from './session-state.ts';

/**
 * One step of the machine while it is being worked out: the state so far and the effects so far. It lives inside one
 * call of `transition` and never outlasts it, so that the rules can be written as a sequence and stay a pure function.
 */
export class Turn {
  readonly atMs: number;
  readonly #effects: SessionEffect[] = [];
  #state: SessionState;

  constructor(state: SessionState, atMs: number) {
    this.#state = state;
    this.atMs = atMs;
  }

  get state(): SessionState {
    return this.#state;
  }

  outcome(): readonly [SessionState, readonly SessionEffect[]] {
    return [this.#state, this.#effects];
  }

  set(changes: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...changes };
  }

  emit(effect: SessionEffect): void {
    this.#effects.push(effect);
  }

  /** Starts work in a lane; whatever ran there is late from now on. */
  begin(lane: Lane, toEffect: (epoch: number) => SessionEffect): void {
    const epoch = this.#nextEpoch();
    this.set({ live: { ...this.#state.live, [lane]: epoch } });
    this.emit(toEffect(epoch));
  }

  /** The lane's work is over by itself. */
  settle(lane: Lane): void {
    this.set({ live: { ...this.#state.live, [lane]: 0 } });
  }

  /** Ends the lane's work, if any runs. */
  end(lane: Lane, effect: SessionEffect = { type: 'abandon', lane }): void {
    if (this.#state.live[lane] === 0) return;
    this.settle(lane);
    this.emit(effect);
  }

  setTimer(timer: TimerName, delayMs: number, jitterMs = 0): void {
    const epoch = this.#nextEpoch();
    const endsAtMs = this.atMs + delayMs;
    this.#putTimer(timer, { epoch, endsAtMs, leftMs: null });
    this.emit({ type: 'set-timer', timer, epoch, delayMs, jitterMs });
  }

  clearTimer(timer: TimerName): void {
    const was = this.#state.timers[timer];
    if (was === null) return;
    this.#putTimer(timer, null);
    if (was.leftMs === null) this.emit({ type: 'clear-timer', timer });
  }

  /** The timer rang. */
  ringTimer(timer: TimerName): void {
    this.#putTimer(timer, null);
  }

  pauseTimer(timer: TimerName): void {
    const was = this.#state.timers[timer];
    if (was === null || was.leftMs !== null) return;
    this.#putTimer(timer, { ...was, leftMs: Math.max(0, was.endsAtMs - this.atMs) });
    this.emit({ type: 'clear-timer', timer });
  }

  resumeTimer(timer: TimerName): void {
    const was = this.#state.timers[timer];
    if (was !== null && was.leftMs !== null) this.setTimer(timer, was.leftMs);
  }

  #putTimer(timer: TimerName, value: SessionState['timers'][TimerName]): void {
    this.set({ timers: { ...this.#state.timers, [timer]: value } });
  }

  #nextEpoch(): number {
    const sequence = this.#state.sequence + 1;
    this.set({ sequence });
    return sequence;
  }
}
