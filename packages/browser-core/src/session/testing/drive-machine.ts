import type { SubmissionStatus } from '../../gateway/liveness-gateway.ts';
import type { SessionEffect } from '../machine/session-effect.ts';
import type { Circumstance } from '../engine/engine-state.ts';
import type { Command, Outcome, SessionEvent } from '../machine/session-event.ts';
import { laneOf } from '../machine/session-event.ts';
import { initialState } from '../machine/session-state.ts';
import type { SessionSettings, SessionState, TimerName } from '../machine/session-state.ts';
import { transition } from '../machine/transition.ts';
import { stampWith } from './stamp.ts';

export const SETTINGS: SessionSettings = {
  consent: 'none',
  capture: 'auto-then-manual',
  manualAfterMs: 15_000,
  maxAttempts: 3,
  timeoutMs: 60_000,
  canRenewToken: true,
  screenLight: false,
};

type WithoutEpoch<T> = T extends unknown ? Omit<T, 'epoch'> : never;
/** An event as a test writes it: an outcome gets the live epoch of its lane unless it brings its own. */
export type LooseEvent = Command | Circumstance | WithoutEpoch<Outcome> | Outcome;

/** Walks the machine by hand, with a clock that the test moves. */
export class MachineDriver {
  state: SessionState;
  /** Of the last event. */
  effects: readonly SessionEffect[] = [];
  readonly log: SessionEffect[] = [];
  atMs = 1000;

  constructor(settings: Partial<SessionSettings> = {}) {
    this.state = initialState({ ...SETTINGS, ...settings });
  }

  send(event: LooseEvent): this {
    const [state, effects] = transition(this.state, stamp(this.state, event, this.atMs));
    this.state = state;
    this.effects = effects;
    this.log.push(...effects);
    return this;
  }

  wait(ms: number): this {
    this.atMs += ms;
    return this;
  }

  /** The timer rings when it was meant to. */
  ring(timer: TimerName): this {
    const armed = this.state.timers[timer];
    if (armed === null || armed.leftMs !== null) throw new Error(`${timer} is not running in ${this.state.phase}`);
    this.atMs = Math.max(this.atMs, armed.endsAtMs);
    return this.send({ type: 'timer', timer });
  }

  fail(
    lane: 'support' | 'token' | 'camera' | 'vision' | 'capture' | 'gateway',
    code: FailCode,
    more: FailMore = {},
  ): this {
    return this.send({ type: 'work-failed', lane, code, retryAfterMs: null, uploadExpired: false, ...more });
  }

  get types(): readonly string[] {
    return this.effects.map(({ type }) => type);
  }

  effect<T extends SessionEffect['type']>(type: T): Extract<SessionEffect, { type: T }> | undefined {
    return this.effects.find((effect): effect is Extract<SessionEffect, { type: T }> => effect.type === type);
  }

  // Ways to a phase.

  toPreparing(): this {
    return this.send({ type: 'start', resume: null, correlationId: 'order-1' }).send({
      type: 'support-checked',
      blockers: [],
    });
  }

  toAligning(): this {
    return this.toPreparing()
      .send({ type: 'token-ready', correlationId: 'order-1' })
      .send({ type: 'vision-ready' })
      .send({ type: 'camera-opened', cameraId: 'cam-1' });
  }

  toSubmitting(): this {
    return this.toAligning().send({ type: 'captured' }).ring('beat');
  }

  toProcessing(): this {
    return this.toSubmitting()
      .send({ type: 'upload-granted', submissionId: 'sub-1' })
      .send({ type: 'uploaded' })
      .send({ type: 'confirmed' });
  }

  poll(status: Partial<SubmissionStatus>): this {
    if (this.state.live.gateway === 0) this.ring('beat');
    return this.send({ type: 'polled', status: { ...POLLED, ...status } });
  }
}

type FailCode = Extract<Outcome, { type: 'work-failed' }>['code'];
type FailMore = { readonly retryAfterMs?: number; readonly uploadExpired?: boolean };

export const POLLED: SubmissionStatus = {
  submissionId: 'sub-1',
  status: 'IN_PROGRESS',
  approved: null,
  pictureRefused: false,
  nextAction: null,
  attemptsLeft: null,
  retryAfterMs: null,
};

export function stamp(state: SessionState, event: LooseEvent, atMs: number): SessionEvent {
  return stampWith(state, event, atMs, laneOf) as SessionEvent;
}
