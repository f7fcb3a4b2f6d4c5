import type { SessionSnapshot } from '@bonafide/browser-core/session';
import { describe, expect, it } from 'vitest';
import { failure, SCREEN_SNAPSHOTS } from '../../test/screen-snapshots.ts';
import { resolveMessages } from '../messages/selfie-texts.ts';
import { IDLE_SNAPSHOT } from './idle-snapshot.ts';
import { snapshotEvents } from './snapshot-events.ts';

const CONTEXT = { correlationId: 'ours', messages: resolveMessages('en') };

const between = (before: Partial<SessionSnapshot>, now: Partial<SessionSnapshot>) =>
  snapshotEvents({ ...IDLE_SNAPSHOT, ...before }, { ...IDLE_SNAPSHOT, ...now }, CONTEXT).map(
    ({ type, detail }) => [type, detail] as const,
  );

const last = (before: Partial<SessionSnapshot>, now: Partial<SessionSnapshot>) => between(before, now).at(-1);

describe('snapshotEvents', () => {
  it('has none between equal snapshots', () => {
    for (const snapshot of Object.values(SCREEN_SNAPSHOTS)) expect(between(snapshot, snapshot)).toEqual([]);
  });

  it('tells permission granted, denied and dismissed apart', () => {
    const asking = { phase: 'requesting-permission' } as const;
    expect(last({ phase: 'consent' }, asking)).toEqual(['liveness-permission', { state: 'prompt' }]);
    expect(last(asking, { phase: 'loading' })).toEqual(['liveness-permission', { state: 'granted' }]);
    for (const [code, state] of [
      ['permission-denied', 'denied'],
      ['permission-dismissed', 'dismissed'],
    ] as const) {
      const events = between(asking, { phase: 'error', failure: failure(code) });
      expect(events).toContainEqual(['liveness-permission', { state }]);
    }
    const missing = between(asking, { phase: 'error', failure: failure('no-camera') });
    expect(missing.map(([type]) => type)).not.toContain('liveness-permission');
  });

  it('says whether an attempt that failed can be followed by another', () => {
    const now = { phase: 'failed', failure: failure('verification-failed') } as const;
    expect(last({ phase: 'processing' }, { ...now, attemptsLeft: 1 })).toEqual([
      'liveness-attempt-failed',
      { code: 'verification-failed', retryable: true, attemptsLeft: 1, next: 'retry' },
    ]);
    const result = { correlationId: 'ours', status: 'NOT_COMPLETED' } as const;
    const events = between({ phase: 'processing' }, { ...now, attemptsLeft: 0, result });
    expect(events.slice(-2)).toEqual([
      ['liveness-attempt-failed', { code: 'verification-failed', retryable: false, attemptsLeft: 0, next: 'exit' }],
      ['liveness-complete', result],
    ]);
  });

  it('carries the registry’s user action with an error', () => {
    expect(last({ phase: 'submitting' }, { phase: 'error', failure: failure('offline') })).toEqual([
      'liveness-error',
      { code: 'offline', retryable: true, userAction: 'check-connection' },
    ]);
  });

  it('says from where a journey was cancelled', () => {
    expect(last({ phase: 'holding' }, { phase: 'cancelled', failure: failure('aborted') })).toEqual([
      'liveness-cancel',
      { reason: 'aborted', state: 'holding' },
    ]);
  });

  it('repeats no hint, and none is left over when hints end', () => {
    const aligning = { phase: 'aligning', guidance: 'too-far' } as const;
    expect(last({ phase: 'loading' }, aligning)).toEqual([
      'liveness-guidance',
      { code: 'too-far', severity: 'problem', spoken: 'Come closer' },
    ]);
    expect(between(aligning, { ...aligning, manualCapture: true })).toEqual([]);
    expect(between(aligning, { ...aligning, guidance: null })).toEqual([]);
  });

  it('names what progress is of', () => {
    const from = (phase: SessionSnapshot['phase']) => last({ phase, progress: 0.1 }, { phase, progress: 0.2 })?.[1];
    expect(from('loading')).toEqual({ phase: 'assets', value: 0.2 });
    expect(from('holding')).toEqual({ phase: 'stable', value: 0.2 });
    expect(from('submitting')).toEqual({ phase: 'upload', value: 0.2 });
    expect(from('consent')).toBeUndefined();
  });
});
