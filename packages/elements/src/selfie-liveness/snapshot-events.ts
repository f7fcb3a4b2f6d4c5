import { GUIDANCE_CODES } from '@bonafide/contracts/codes';
import type { SessionPhase, SessionSnapshot } from '@bonafide/browser-core/session';
import type { ResolvedMessages } from '../messages/selfie-texts.ts';
import { failureDetail } from '../shell/failure-detail.ts';
import { hasBecomeReady } from '../shell/has-become-ready.ts';
import { permissionChange } from '../shell/permission-change.ts';
import { SelfieLivenessEvent, type SelfieLivenessEventDetails } from './selfie-liveness-events.ts';

export interface SnapshotEventContext {
  readonly correlationId: string;
  readonly messages: ResolvedMessages;
}

const PROGRESS_OF: Partial<Record<SessionPhase, SelfieLivenessEventDetails['liveness-progress']['phase']>> = {
  loading: 'assets',
  holding: 'stable',
  submitting: 'upload',
  processing: 'processing',
};

/** The events that lie between two snapshots, in the order in which they are dispatched. Pure. */
export function snapshotEvents(
  before: SessionSnapshot,
  now: SessionSnapshot,
  { correlationId, messages }: SnapshotEventContext,
): readonly SelfieLivenessEvent[] {
  const events: SelfieLivenessEvent[] = [];
  if (now.phase !== before.phase) {
    events.push(new SelfieLivenessEvent('liveness-state', { from: before.phase, to: now.phase, attempt: now.attempt }));
    if (hasBecomeReady(before, now)) events.push(new SelfieLivenessEvent('liveness-ready', { correlationId }));
  }
  const permission = permissionChange(before, now);
  if (permission !== null) events.push(new SelfieLivenessEvent('liveness-permission', { state: permission }));
  if (now.cameraId !== before.cameraId || now.cameras !== before.cameras) {
    if (now.cameras.length > 0) {
      events.push(new SelfieLivenessEvent('liveness-camera', { devices: now.cameras, selected: now.cameraId }));
    }
  }
  if (now.guidance !== null && now.guidance !== before.guidance) {
    const { severity } = GUIDANCE_CODES[now.guidance];
    const spoken = messages.guidance[now.guidance];
    events.push(new SelfieLivenessEvent('liveness-guidance', { code: now.guidance, severity, spoken }));
  }
  const progress = PROGRESS_OF[now.phase];
  if (progress !== undefined && now.progress !== null && now.progress !== before.progress) {
    events.push(new SelfieLivenessEvent('liveness-progress', { phase: progress, value: now.progress }));
  }
  if (now.phase !== before.phase) events.push(...endings(before, now));
  return events;
}

function endings(before: SessionSnapshot, now: SessionSnapshot): readonly SelfieLivenessEvent[] {
  const complete = now.result === null ? [] : [new SelfieLivenessEvent('liveness-complete', now.result)];
  switch (now.phase) {
    case 'passed':
      return complete;
    case 'failed': {
      const goesOn = now.attemptsLeft !== 0 && now.failure?.retryable !== false;
      const failed = new SelfieLivenessEvent('liveness-attempt-failed', {
        code: now.failure?.code ?? 'verification-failed',
        retryable: goesOn,
        attemptsLeft: now.attemptsLeft,
        next: goesOn ? 'retry' : 'exit',
      });
      return goesOn ? [failed] : [failed, ...complete];
    }
    case 'unsupported':
      return [new SelfieLivenessEvent('liveness-unsupported', { code: now.failure?.code ?? 'unsupported-browser' })];
    case 'cancelled':
      return [new SelfieLivenessEvent('liveness-cancel', { reason: cancelReason(now), state: before.phase })];
    case 'error':
      return [new SelfieLivenessEvent('liveness-error', failureDetail(now.failure))];
    default:
      return [];
  }
}

function cancelReason({ result, failure }: SessionSnapshot): string {
  return result?.extra?.errorCode === 'HELP_CLICKED' ? 'help' : (failure?.code ?? 'user');
}
