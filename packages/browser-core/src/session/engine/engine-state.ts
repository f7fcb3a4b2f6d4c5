import type { ErrorCode } from '@bonafide/contracts/codes';

export interface TimerState {
  readonly epoch: number;
  readonly endsAtMs: number;
  /** What was left when it was stopped; null while it runs. */
  readonly leftMs: number | null;
}

/** What the states of all machines have in common: work in lanes, timers by name, and one count of epochs. */
export interface EngineState<Lane extends string, Timer extends string> {
  /** The last epoch given out: every piece of work gets the next. */
  readonly sequence: number;
  /** Epoch of the running (or, for what stays open, held) work of each lane; 0: none. Any other epoch is late. */
  readonly live: Readonly<Record<Lane, number>>;
  readonly timers: Readonly<Record<Timer, TimerState | null>>;
}

/** The effects that every runner carries out in the same way. */
export type EngineEffect<Lane extends string, Timer extends string> =
  | { readonly type: 'abandon'; readonly lane: Lane }
  | {
      readonly type: 'set-timer';
      readonly timer: Timer;
      readonly epoch: number;
      readonly delayMs: number;
      /** Up to this much is added at random, so that many pages do not return in step. */
      readonly jitterMs: number;
    }
  | { readonly type: 'clear-timer'; readonly timer: Timer };

/** The outcomes that every machine has beside its own. `epoch` is that of the effect which asked for it. */
export type EngineOutcome<Lane extends string, Timer extends string> =
  | {
      readonly type: 'work-failed';
      readonly epoch: number;
      readonly lane: Lane;
      readonly code: ErrorCode;
      readonly retryAfterMs: number | null;
      readonly uploadExpired: boolean;
    }
  | { readonly type: 'timer'; readonly epoch: number; readonly timer: Timer };

/** What the page goes through. */
export type Circumstance = { readonly type: 'hidden' | 'visible' | 'offline' | 'online' | 'leaving' };

/** An outcome whose epoch is not the live one of its lane, or of its timer, came too late. */
export function isLate<Lane extends string, Timer extends string>(
  state: EngineState<Lane, Timer>,
  outcome: { readonly epoch: number; readonly timer?: Timer },
  lane: Lane | null,
): boolean {
  if (outcome.timer !== undefined) return state.timers[outcome.timer]?.epoch !== outcome.epoch;
  return lane === null || state.live[lane] !== outcome.epoch;
}
