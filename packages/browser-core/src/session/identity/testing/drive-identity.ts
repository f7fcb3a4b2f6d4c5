import type { ErrorCode } from '@bonafide/contracts/codes';

import type {
  Depiction,
  IdentityPoll,
  IdentityProcess,
  IdentityRequirements,
} from '../../../gateway/identity-gateway.ts';
import type { Circumstance } from '../../engine/engine-state.ts';
import type { WithoutEpoch } from '../../engine/work-lanes.ts';
import { stampWith } from '../../testing/stamp.ts';
import type { IdentityEffect } from '../machine/identity-effect.ts';
import { identityLaneOf } from '../machine/identity-event.ts';
import type { IdentityCommand, IdentityEvent, IdentityRunOutcome } from '../machine/identity-event.ts';
import { initialIdentityState } from '../machine/identity-state.ts';
import type { IdentityLane, IdentitySettings, IdentityState, IdentityTimer } from '../machine/identity-state.ts';
import type { IdentityResumePoint } from '../machine/resume-point.ts';
import { identityTransition } from '../machine/transition.ts';

export const IDENTITY_SETTINGS: IdentitySettings = {
  documentType: null,
  country: null,
  documentTypes: null,
  countries: null,
  countryOfResidence: 'NOR',
  consent: 'required',
  consentVersion: '1',
  review: true,
  maxAttempts: 3,
  handover: 'offer',
  allowUpload: false,
};

export const REQUIREMENTS: IdentityRequirements = {
  documents: [
    { documentType: 'passport', sides: ['front'], countries: null },
    { documentType: 'identityCard', sides: ['front', 'back'], countries: ['NOR', 'PRT'] },
  ],
  selfie: true,
  countryOfResidence: null,
  consent: null,
  eager: true,
};

export const PROCESS: IdentityProcess = {
  processId: 'process-1',
  depictions: ['FRONT', 'BACK', 'SELFIE'],
  received: [],
};

/** An event as a test writes it: an outcome gets the live epoch of its lane unless it brings its own. */
export type LooseIdentityEvent = IdentityCommand | Circumstance | WithoutEpoch<IdentityRunOutcome> | IdentityRunOutcome;

/** Walks the machine by hand, with a clock that the test moves. */
export class IdentityDriver {
  state: IdentityState;
  /** Of the last event. */
  effects: readonly IdentityEffect[] = [];
  readonly log: IdentityEffect[] = [];
  atMs = 1000;
  requirements = REQUIREMENTS;

  constructor(settings: Partial<IdentitySettings> = {}, requirements: Partial<IdentityRequirements> = {}) {
    this.state = initialIdentityState({ ...IDENTITY_SETTINGS, ...settings });
    this.requirements = { ...REQUIREMENTS, ...requirements };
  }

  send(event: LooseIdentityEvent): this {
    [this.state, this.effects] = identityTransition(this.state, stampIdentity(this.state, event, this.atMs));
    this.log.push(...this.effects);
    return this;
  }

  /** The timer rings when it was meant to. */
  ring(timer: IdentityTimer): this {
    const armed = this.state.timers[timer];
    if (armed === null || armed.leftMs !== null) throw new Error(`${timer} is not running in ${this.state.phase}`);
    this.atMs = Math.max(this.atMs, armed.endsAtMs);
    return this.send({ type: 'timer', timer });
  }

  fail(lane: IdentityLane, code: ErrorCode, retryAfterMs: number | null = null): this {
    return this.send({ type: 'work-failed', lane, code, retryAfterMs, uploadExpired: false });
  }

  get types(): readonly string[] {
    return this.effects.map(({ type }) => type);
  }

  effect<T extends IdentityEffect['type']>(type: T): Extract<IdentityEffect, { type: T }> | undefined {
    return this.effects.find((effect): effect is Extract<IdentityEffect, { type: T }> => effect.type === type);
  }

  // Ways to a phase.

  opened(resume: IdentityResumePoint | null = null): this {
    return this.send({ type: 'start', resume })
      .send({ type: 'support-checked', blockers: [] })
      .send({ type: 'opened', requirements: this.requirements });
  }

  toSelecting(): this {
    return this.opened().send({ type: 'accept-consent', at: '2026-01-01T00:00:00.000Z' });
  }

  toFront(): this {
    return this.toSelecting().send({ type: 'select', documentType: 'identityCard', country: 'NOR' });
  }

  take(depiction: Depiction, digest: string = `digest-${depiction}`, frameDigest: string | null = null): this {
    return this.send({
      type: 'offer-picture',
      depiction,
      digest,
      frameDigest,
      origin: 'auto',
      problems: [],
      byteCount: 100,
    });
  }

  /** Answers the requests that run, as a gateway does that works, until none is due. */
  settle(): this {
    for (let turns = 0; turns < 20; turns++) {
      const { job, live } = this.state;
      if (live.gateway === 0) return this;
      if (job === 'create') this.send({ type: 'created', process: PROCESS });
      else if (job === 'put') this.send({ type: 'put-done' });
      else if (job === 'submit') this.send({ type: 'submit-done' });
      else return this;
    }
    return this;
  }

  toReview(): this {
    return this.toFront().take('FRONT').send({ type: 'next' }).take('BACK').settle();
  }

  toSelfie(): this {
    return this.toReview().send({ type: 'keep' });
  }

  toProcessing(): this {
    return this.toSelfie().take('SELFIE').settle();
  }

  poll(poll: Partial<IdentityPoll> & { readonly state: IdentityPoll['state'] }): this {
    if (this.state.live.gateway === 0) this.ring('beat');
    return this.send({ type: 'polled', poll: { retryAfterMs: null, attemptsLeft: null, ...poll } as IdentityPoll });
  }
}

export function stampIdentity(state: IdentityState, event: LooseIdentityEvent, atMs: number): IdentityEvent {
  return stampWith(state, event, atMs, identityLaneOf) as IdentityEvent;
}
