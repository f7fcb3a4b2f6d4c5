import { describe, expect, it } from 'vitest';

import { MachineDriver, POLLED } from '../testing/drive-machine.ts';
import { attemptsLeft } from './session-state.ts';

const drive = (settings: ConstructorParameters<typeof MachineDriver>[0] = {}) => new MachineDriver(settings);

describe('delivery', () => {
  it('keeps what is needed to resume once the upload is confirmed, and drops the picture', () => {
    const machine = drive().toProcessing();
    expect(machine.effect('save-resume')?.point).toEqual({
      submissionId: 'sub-1',
      correlationId: 'order-1',
      attempt: 1,
      gatewayAttemptsLeft: null,
    });
    expect(machine.types).toContain('drop-picture');
  });

  it('waits for the network when it is gone and goes on at the same step at once', () => {
    const machine = drive().toSubmitting().send({ type: 'upload-granted', submissionId: 'sub-1' });
    machine.send({ type: 'offline' }).fail('gateway', 'network');
    expect(machine.state).toMatchObject({ waiting: 'online', failures: 0 });
    machine.send({ type: 'online' });
    expect(machine.types).toContain('upload');
  });

  it('says offline when the network did not come back', () => {
    const machine = drive().toSubmitting().send({ type: 'offline' }).fail('gateway', 'network').ring('phase');
    expect(machine.state).toMatchObject({ phase: 'error', wayOn: 'resubmit', failure: { code: 'offline' } });
  });

  it('gives up a storm of 5xx after a while and sends the same picture again on retry', () => {
    const machine = drive().toSubmitting();
    const delays: number[] = [];
    for (let i = 0; i < 20 && machine.state.phase === 'submitting'; i += 1) {
      machine.fail('gateway', 'server');
      const pause = machine.effect('set-timer');
      if (pause?.timer === 'beat' && machine.state.phase === 'submitting') {
        delays.push(pause.delayMs);
        machine.ring('beat');
      }
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000, 15_000]);
    expect(machine.state).toMatchObject({
      phase: 'error',
      pictureHeld: true,
      failure: { code: 'server', retryable: true },
    });
    machine.send({ type: 'retry' });
    expect(machine.state).toMatchObject({ phase: 'submitting', attempt: 1, failures: 0 });
    expect(machine.types).toContain('request-upload');
  });

  it('forgets a picture that nobody came back for', () => {
    const machine = drive().toSubmitting().fail('gateway', 'upload-rejected');
    expect(machine.types).toContain('drop-picture');
    const waiting = drive().toSubmitting().send({ type: 'offline' }).fail('gateway', 'network').ring('phase');
    waiting.ring('beat');
    expect(waiting.types).toEqual(['drop-picture']);
    expect(waiting.send({ type: 'retry' }).state.phase).toBe('requesting-permission');
  });

  it('obeys Retry-After, also when the page comes back earlier', () => {
    const machine = drive().toProcessing().ring('beat').fail('gateway', 'rate-limited', { retryAfterMs: 30_000 });
    expect(machine.effect('set-timer')).toMatchObject({ timer: 'beat', delayMs: 30_000 });
    machine.wait(10_000).send({ type: 'hidden' }).send({ type: 'visible' });
    expect(machine.types).not.toContain('poll');
    expect(machine.state.timers.beat?.endsAtMs).toBe(machine.atMs + 20_000);
    expect(machine.ring('beat').types).toContain('poll');
  });

  it('pauses polling while hidden and polls at once on return', () => {
    const machine = drive().toProcessing().send({ type: 'hidden' });
    expect(machine.state).toMatchObject({ waiting: 'visible' });
    expect(machine.state.timers.beat).toBeNull();
    expect(machine.wait(60_000).send({ type: 'visible' }).types).toContain('poll');
  });

  it('pauses polling while offline and polls at once on return', () => {
    const machine = drive().toProcessing().send({ type: 'offline' });
    expect(machine.state.waiting).toBe('online');
    expect(machine.send({ type: 'online' }).types).toContain('poll');
  });

  it('does not poll for a page that is online again but still hidden', () => {
    const machine = drive().toProcessing().send({ type: 'offline' }).send({ type: 'hidden' }).send({ type: 'online' });
    expect(machine.types).not.toContain('poll');
    expect(machine.state.waiting).toBe('visible');
  });

  it('does not answer a poll that came while hidden with another', () => {
    const machine = drive().toProcessing().ring('beat').send({ type: 'hidden' });
    machine.send({ type: 'polled', status: POLLED });
    expect(machine.state.waiting).toBe('visible');
  });

  it('slows down', () => {
    const machine = drive().toProcessing();
    const delays: (number | undefined)[] = [];
    for (let i = 0; i < 6; i += 1) {
      machine.poll({});
      delays.push(machine.effect('set-timer')?.delayMs);
    }
    expect(delays).toEqual([1500, 2250, 3375, 5000, 5000, 5000]);
  });

  it.each(['token-invalid', 'session-not-found', 'internal'] as const)('ends at once on %s', (code) => {
    const machine = drive().toProcessing().ring('beat').fail('gateway', code);
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code } });
  });

  it('treats a silent request as a failed one', () => {
    const machine = drive().toSubmitting().ring('request');
    expect(machine.types).toContain('abandon');
    expect(machine.state).toMatchObject({ waiting: 'beat', failures: 1 });
  });

  it('an upload is silent only without progress', () => {
    const machine = drive().toSubmitting().send({ type: 'upload-granted', submissionId: 's' });
    machine.wait(19_000).send({ type: 'upload-progress', share: 0.3 });
    expect(machine.state.progress).toBe(0.3);
    expect(machine.state.timers.request?.endsAtMs).toBe(machine.atMs + 20_000);
  });

  it('asks for a new address when the old one ran out, but not for ever', () => {
    const machine = drive().toSubmitting();
    for (let i = 0; i < 2; i += 1) {
      machine.send({ type: 'upload-granted', submissionId: `sub-${i}` });
      machine.fail('gateway', 'upload-rejected', { uploadExpired: true });
      expect(machine.types).toContain('request-upload');
    }
    machine.send({ type: 'upload-granted', submissionId: 'sub-9' });
    machine.fail('gateway', 'upload-rejected', { uploadExpired: true });
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'upload-rejected', retryable: true } });
  });

  it('says processing-timeout after its deadline, and retry asks again about the same submission', () => {
    const machine = drive().toProcessing().ring('phase');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'processing-timeout', retryable: true } });
    expect(machine.log.map(({ type }) => type)).not.toContain('clear-resume');
    machine.send({ type: 'retry' });
    expect(machine.state).toMatchObject({ phase: 'processing', submissionId: 'sub-1', attempt: 1 });
    expect(machine.types).toContain('poll');
  });
});

describe('tokens', () => {
  it('are renewed once when they run out in mid-flow, and the step goes on', () => {
    const machine = drive().toSubmitting().send({ type: 'upload-granted', submissionId: 'sub-1' });
    machine.send({ type: 'uploaded' }).fail('gateway', 'token-expired');
    expect(machine.effect('ask-token')).toMatchObject({ reason: 'token-expired', correlationId: 'order-1' });
    machine.send({ type: 'token-ready', correlationId: 'order-1' });
    expect(machine.types).toContain('confirm');
    machine.fail('gateway', 'token-expired');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'token-expired', retryable: true } });
    expect(machine.send({ type: 'retry' }).effect('ask-token')).toMatchObject({ reason: 'retry' });
  });

  it('cannot be renewed without a provider, so there is no retry to offer', () => {
    const machine = drive({ canRenewToken: false }).toSubmitting().fail('gateway', 'token-expired');
    expect(machine.state).toMatchObject({
      phase: 'error',
      failure: { code: 'token-expired', retryable: false, userAction: 'start-over' },
    });
  });

  it('of another flow mean another submission', () => {
    const machine = drive().toSubmitting().send({ type: 'upload-granted', submissionId: 'sub-1' });
    machine.fail('gateway', 'token-expired').send({ type: 'token-ready', correlationId: 'order-2' });
    expect(machine.types).toContain('request-upload');
    expect(machine.state).toMatchObject({ submissionId: null, correlationId: 'order-2' });
  });

  it('are kept over a retry while they are good', () => {
    const machine = drive().toProcessing().poll({ status: 'COMPLETED', approved: false }).send({ type: 'retry' });
    expect(machine.types).not.toContain('ask-token');
  });

  it('that fail to come end the journey and the camera', () => {
    const machine = drive().toPreparing().send({ type: 'camera-opened', cameraId: 'c' }).fail('token', 'server');
    expect(machine.state).toMatchObject({ phase: 'error', camera: 'closed' });
    expect(machine.types).toContain('close-camera');
  });
});

describe('what the gateway decides', () => {
  it('RETRY: not passed, with what is left and a working retry', () => {
    const machine = drive().toProcessing().poll({ status: 'COMPLETED', approved: false });
    expect(machine.state).toMatchObject({
      phase: 'failed',
      failure: { code: 'verification-failed', retryable: true },
      result: { status: 'COMPLETED', submissionId: 'sub-1', extra: { errorCode: 'VERIFICATION' } },
    });
    expect(attemptsLeft(machine.state)).toBe(2);
    machine.send({ type: 'retry' });
    expect(machine.state).toMatchObject({ phase: 'requesting-permission', attempt: 2, result: null, failure: null });
  });

  it('EXIT: the last attempt offers no retry', () => {
    const machine = drive({ maxAttempts: 1 }).toProcessing().poll({ status: 'COMPLETED', approved: false });
    expect(machine.state).toMatchObject({ phase: 'failed', failure: { code: 'attempts-exhausted', retryable: false } });
    expect(machine.send({ type: 'retry' }).state.phase).toBe('failed');
  });

  it("the gateway's own count of attempts binds too", () => {
    const machine = drive().toProcessing().poll({ status: 'COMPLETED', approved: false, attemptsLeft: 0 });
    expect(machine.state).toMatchObject({ phase: 'failed', failure: { code: 'attempts-exhausted' } });
  });

  it('a quota that is used up ends in failed, whatever we counted', () => {
    const machine = drive().toSubmitting().fail('gateway', 'attempts-exhausted');
    expect(machine.state).toMatchObject({ phase: 'failed', failure: { code: 'attempts-exhausted', retryable: false } });
    expect(machine.types).toContain('drop-picture');
  });

  it('a technical ERROR may be tried again', () => {
    const machine = drive().toProcessing().poll({ status: 'ERROR' });
    expect(machine.state).toMatchObject({
      phase: 'failed',
      failure: { retryable: true },
      result: { status: 'ERROR' },
    });
  });

  it('EXIT before a decision does not claim one', () => {
    const machine = drive().toProcessing().poll({ status: 'IN_PROGRESS', nextAction: 'EXIT' });
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'processing-timeout', retryable: false } });
  });

  it('three attempts, then no more', () => {
    const machine = drive().toProcessing().poll({ status: 'COMPLETED', approved: false });
    for (const attempt of [2, 3]) {
      machine.send({ type: 'retry' });
      expect(machine.state.attempt).toBe(attempt);
      machine.send({ type: 'camera-opened', cameraId: 'c' }).send({ type: 'captured' }).ring('beat');
      machine.send({ type: 'upload-granted', submissionId: `sub-${attempt}` }).send({ type: 'uploaded' });
      machine.send({ type: 'confirmed' }).poll({ status: 'COMPLETED', approved: false });
    }
    expect(machine.state).toMatchObject({ phase: 'failed', failure: { code: 'attempts-exhausted' } });
  });
});

describe('a reload', () => {
  const point = { submissionId: 'sub-7', correlationId: 'order-1', attempt: 2, gatewayAttemptsLeft: 1 };

  it('resumes where it was, with a fresh token and no camera', () => {
    const machine = drive({ consent: 'required' }).send({ type: 'start', resume: point, correlationId: null });
    expect(machine.state).toMatchObject({ phase: 'processing', attempt: 2, submissionId: 'sub-7' });
    expect(machine.effect('ask-token')).toMatchObject({ reason: 'resume', correlationId: 'order-1' });
    machine.send({ type: 'token-ready', correlationId: 'order-1' });
    expect(machine.effect('poll')).toMatchObject({ submissionId: 'sub-7' });
    expect(machine.log.map(({ type }) => type)).not.toContain('open-camera');
  });

  it("drops what is another flow's and begins anew, with consent", () => {
    const machine = drive({ consent: 'required' }).send({ type: 'start', resume: point, correlationId: null });
    machine.send({ type: 'token-ready', correlationId: 'order-2' });
    expect(machine.types).toContain('clear-resume');
    machine.send({ type: 'support-checked', blockers: [] });
    expect(machine.state).toMatchObject({ phase: 'consent', attempt: 1, submissionId: null, correlationId: 'order-2' });
  });

  it('can be retried from when the token does not come', () => {
    const machine = drive().send({ type: 'start', resume: point, correlationId: null }).fail('token', 'network');
    expect(machine.state).toMatchObject({ phase: 'error', wayOn: 'repoll', failure: { retryable: true } });
    expect(machine.send({ type: 'retry' }).state.phase).toBe('processing');
  });
});
