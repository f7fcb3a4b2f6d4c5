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
  | { readonly type: 'open-camera'; readonly epoch: number; readonly cameraId: string | null }
  | { readonly type: 'close-camera' }
  | { readonly type: 'load-vision'; readonly epoch: number }
  | { readonly type: 'unload-vision' }
  | { readonly type: 'start-capture'; readonly epoch: number; readonly auto: boolean; readonly paused: boolean }
  | { readonly type: 'pause-capture' }
  | { readonly type: 'resume-capture' }
  | { readonly type: 'shoot' }
  | { readonly type: 'stop-capture' }
  | { readonly type: 'drop-picture' }
  | { readonly type: 'request-upload'; readonly epoch: number }
  | { readonly type: 'upload'; readonly epoch: number }
  | { readonly type: 'confirm'; readonly epoch: number; readonly submissionId: string }
  | { readonly type: 'poll'; readonly epoch: number; readonly submissionId: string }
  | { readonly type: 'abandon'; readonly lane: Lane }
  | {
      readonly type: 'set-timer';
      readonly timer: TimerName;
      readonly epoch: number;
      readonly delayMs: number;
      /** Up to this much is added at random, so that many pages do not return in step. */
      readonly jitterMs: number;
    }
  | { readonly type: 'clear-timer'; readonly timer: TimerName }
  | { readonly type: 'save-resume'; readonly point: ResumePoint }
  | { readonly type: 'clear-resume' };
