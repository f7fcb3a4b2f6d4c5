import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import { failureDetail } from '../shell/failure-detail.ts';
import { hasBecomeReady } from '../shell/has-become-ready.ts';
import { IdVerificationEvent } from './id-verification-events.ts';

/** The events that lie between two snapshots, in the order in which they are dispatched. Pure. */
export function identitySnapshotEvents(
  before: IdentitySnapshot,
  now: IdentitySnapshot,
): readonly IdVerificationEvent[] {
  if (now.phase === before.phase) return [];
  const events: IdVerificationEvent[] = [
    new IdVerificationEvent('idv-state', { from: before.phase, to: now.phase, attempt: now.attempt }),
  ];
  if (hasBecomeReady(before, now)) events.push(new IdVerificationEvent('idv-ready', { steps: now.steps.length }));
  return [...events, ...endings(before, now)];
}

function endings(
  before: IdentitySnapshot,
  { phase, failure, outcome }: IdentitySnapshot,
): readonly IdVerificationEvent[] {
  const complete = outcome === null ? [] : [new IdVerificationEvent('idv-complete', outcome)];
  switch (phase) {
    case 'passed':
    case 'review':
    case 'failed':
    case 'expired':
      return complete;
    case 'unsupported':
      return [new IdVerificationEvent('idv-unsupported', { code: failure?.code ?? 'unsupported-browser' })];
    case 'cancelled':
      return [
        new IdVerificationEvent('idv-cancel', { reason: failure?.code ?? 'user', state: before.phase }),
        ...complete,
      ];
    case 'error':
      return [new IdVerificationEvent('idv-error', failureDetail(failure)), ...complete];
    default:
      return [];
  }
}
