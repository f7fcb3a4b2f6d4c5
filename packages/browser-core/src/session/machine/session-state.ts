import type { GuidanceCode } from '@bonafide/contracts/codes';

import type { ShownLight } from '../../liveness/light/light-run.ts';
import type { EngineState } from '../engine/engine-state.ts';
import type { EquipmentState } from '../engine/equipment.ts';
import { USUAL_PACE } from '../pace.ts';
import type { SessionPace } from '../pace.ts';
import type { DocumentVerificationResult, SessionFailure, SessionPhase } from '../snapshot.ts';

/** Work that runs outside the machine, at most one of each at a time. */
export type Lane = 'support' | 'token' | 'camera' | 'vision' | 'capture' | 'gateway';

/** `beat` is the pause before the next step, whichever it is. */
export type TimerName = 'journey' | 'phase' | 'manual' | 'muted' | 'request' | 'beat';

/** What the integrator chose; never changes. */
export interface SessionSettings {
  readonly consent: 'required' | 'none';
  readonly capture: 'auto' | 'manual' | 'auto-then-manual';
  readonly manualAfterMs: number;
  readonly maxAttempts: number;
  /** 0: none. */
  readonly timeoutMs: number;
  /** Whether a fresh token can be had at all. */
  readonly canRenewToken: boolean;
  readonly screenLight: boolean;
}

/** What one step of the delivery waits for when no request runs. */
export type Waiting = 'token' | 'online' | 'visible' | 'beat';

/** What `retry` does: look again, send the same picture again, ask for the outcome again, or begin with the checks. */
export type WayOn = 'restart' | 'recapture' | 'resubmit' | 'repoll';

/** The whole of a journey as plain data: no DOM node, stream, promise, token, image, URL or biometric. */
export interface SessionState extends EngineState<Lane, TimerName>, EquipmentState {
  readonly settings: SessionSettings;
  readonly phase: SessionPhase;
  /** The person's, whatever the integrator chose. */
  readonly pace: SessionPace;

  readonly attempt: number;
  /** This attempt opened a submission, so the next one counts. */
  readonly submitted: boolean;
  readonly gatewayAttemptsLeft: number | null;
  readonly consented: boolean;
  /** Whether every event that started the journey or gave consent was the browser's own; null: none was seen. */
  readonly isInputTrusted: boolean | null;

  readonly offline: boolean;

  readonly token: 'none' | 'asking' | 'ready' | 'spent';
  /** Renewals of an expired token since the last picture. */
  readonly tokenRenewals: number;
  /** Taken up after a reload and not yet known to be this person's. */
  readonly resumed: boolean;

  readonly guidance: GuidanceCode | null;
  /** The person, or their system's settings, asked for a screen that stays as it is. */
  readonly stillScreen: boolean;
  readonly light: ShownLight | null;
  readonly manualCapture: boolean;

  readonly correlationId: string;
  readonly submissionId: string | null;
  readonly pictureHeld: boolean;
  readonly step: 'request' | 'upload' | 'confirm' | 'poll' | null;
  readonly waiting: Waiting | null;
  /** Failed requests in a row. */
  readonly failures: number;
  readonly urlRenewals: number;
  readonly polls: number;
  /** No request before this, by Retry-After. */
  readonly notBeforeMs: number;

  readonly wayOn: WayOn;
  readonly failure: SessionFailure | null;
  readonly result: DocumentVerificationResult | null;
}

export function initialState(settings: SessionSettings): SessionState {
  return {
    settings,
    phase: 'idle',
    pace: USUAL_PACE,
    sequence: 0,
    live: { support: 0, token: 0, camera: 0, vision: 0, capture: 0, gateway: 0 },
    timers: { journey: null, phase: null, manual: null, muted: null, request: null, beat: null },
    attempt: 0,
    submitted: false,
    gatewayAttemptsLeft: null,
    consented: settings.consent === 'none',
    isInputTrusted: null,
    hidden: false,
    offline: false,
    camera: 'closed',
    muted: false,
    cameraId: null,
    vision: 'unloaded',
    token: 'none',
    tokenRenewals: 0,
    resumed: false,
    guidance: null,
    stillScreen: false,
    light: null,
    progress: null,
    manualCapture: false,
    correlationId: '',
    submissionId: null,
    pictureHeld: false,
    step: null,
    waiting: null,
    failures: 0,
    urlRenewals: 0,
    polls: 0,
    notBeforeMs: 0,
    wayOn: 'restart',
    failure: null,
    result: null,
  };
}

const TERMINAL: ReadonlySet<SessionPhase> = new Set(['passed', 'failed', 'error', 'cancelled', 'unsupported']);

/** Phases that only `reset` leaves, and `retry` where the failure allows it. */
export function isTerminal(phase: SessionPhase): boolean {
  return TERMINAL.has(phase);
}

/** Whether the screen is to glow in this journey. */
export function wantsLight({ settings, stillScreen }: SessionState): boolean {
  return settings.screenLight && !stillScreen;
}

/** Attempts after this one: ours and the gateway's, whichever are fewer. */
export function attemptsLeft(state: SessionState): number {
  const ours = Math.max(0, state.settings.maxAttempts - Math.max(1, state.attempt));
  return Math.min(ours, state.gatewayAttemptsLeft ?? ours);
}
