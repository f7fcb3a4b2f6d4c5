import type { ErrorCode, GuidanceCode } from '@bonafide/contracts/codes';

import type { ShownLight } from '../../liveness/light/light-run.ts';
import type { SubmissionStatus } from '../../gateway/liveness-gateway.ts';
import type { Circumstance, EngineOutcome } from '../engine/engine-state.ts';
import { EQUIPMENT_LANE_OF } from '../engine/equipment.ts';
import type { EquipmentOutcome } from '../engine/equipment.ts';
import type { SessionPace } from '../pace.ts';
import type { Lane, TimerName } from './session-state.ts';

/** What survives a reload: ids and counters, nothing secret and nothing biometric. */
export interface ResumePoint {
  readonly submissionId: string;
  readonly correlationId: string;
  readonly attempt: number;
  readonly gatewayAttemptsLeft: number | null;
}

/** What the person or the host page asks for. */
export type Command =
  | {
      readonly type: 'start';
      readonly resume: ResumePoint | null;
      /** Of the first token, when it is there already. */
      readonly correlationId: string | null;
      /** That of the event behind it; null or left out where there was none. */
      readonly isTrusted?: boolean | null;
      /** What the person has asked their system for. */
      readonly stillScreen?: boolean;
    }
  | { readonly type: 'accept-consent'; readonly isTrusted?: boolean | null }
  | { readonly type: 'decline-consent' }
  | { readonly type: 'skip-light' }
  | { readonly type: 'set-pace'; readonly pace: SessionPace }
  | { readonly type: 'retry' }
  | { readonly type: 'shoot' }
  | { readonly type: 'cancel'; readonly reason: 'user' | 'help' }
  | { readonly type: 'switch-camera'; readonly cameraId: string }
  | { readonly type: 'reset' }
  | { readonly type: 'close' };

/** What came of work. `epoch` is that of the effect which asked for it. */
export type Outcome = EngineOutcome<Lane, TimerName> | EquipmentOutcome | OwnOutcome;

type OwnOutcome = { readonly epoch: number } & (
  | { readonly type: 'support-checked'; readonly blockers: readonly ErrorCode[] }
  | { readonly type: 'token-ready'; readonly correlationId: string }
  | {
      readonly type: 'capture-progress';
      readonly guidance: GuidanceCode;
      readonly stableProgress: number;
      readonly light?: ShownLight | null;
    }
  | { readonly type: 'captured' }
  | { readonly type: 'upload-granted'; readonly submissionId: string }
  | { readonly type: 'upload-progress'; readonly share: number }
  | { readonly type: 'uploaded' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'polled'; readonly status: SubmissionStatus }
);

/** All that can happen to a session. */
export type SessionHappening = Command | Circumstance | Outcome;

/** `atMs` is the monotonic clock at the moment of the event. */
export type SessionEvent = { readonly atMs: number } & SessionHappening;

const LANE_OF = {
  'support-checked': 'support',
  'token-ready': 'token',
  ...EQUIPMENT_LANE_OF,
  'capture-progress': 'capture',
  captured: 'capture',
  'upload-granted': 'gateway',
  'upload-progress': 'gateway',
  uploaded: 'gateway',
  confirmed: 'gateway',
  polled: 'gateway',
} as const satisfies Record<(EquipmentOutcome | OwnOutcome)['type'], Lane>;

/** The lane whose work an outcome speaks of; null for timers, which have their own. */
export function laneOf(outcome: Outcome): Lane | null {
  if (outcome.type === 'timer') return null;
  return outcome.type === 'work-failed' ? outcome.lane : LANE_OF[outcome.type];
}
