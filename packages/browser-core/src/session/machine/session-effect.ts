import type { EngineEffect } from '../engine/engine-state.ts';
import type { EquipmentEffect } from '../engine/equipment.ts';
import type { SessionReason } from '../session-reason.ts';
import type { ResumePoint } from './session-event.ts';
import type { Lane, TimerName } from './session-state.ts';

/** What the runner is to do, as data. Work carries the epoch that its outcomes must repeat. */
export type SessionEffect =
  | { readonly type: 'check-support'; readonly epoch: number }
  | {
      readonly type: 'ask-token';
      readonly epoch: number;
      readonly reason: SessionReason;
      readonly correlationId: string | null;
    }
  | EquipmentEffect
  | { readonly type: 'drop-picture' }
  | { readonly type: 'request-upload'; readonly epoch: number }
  | { readonly type: 'upload'; readonly epoch: number }
  | { readonly type: 'confirm'; readonly epoch: number; readonly submissionId: string }
  | { readonly type: 'poll'; readonly epoch: number; readonly submissionId: string }
  | EngineEffect<Lane, TimerName>
  | { readonly type: 'save-resume'; readonly point: ResumePoint }
  | { readonly type: 'clear-resume' };
