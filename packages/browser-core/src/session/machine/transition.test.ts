import { describe, expect, it } from 'vitest';

import { MachineDriver } from '../testing/drive-machine.ts';
import { transition } from './transition.ts';

const drive = (settings: ConstructorParameters<typeof MachineDriver>[0] = {}) => new MachineDriver(settings);

describe('the way to an approved picture', () => {
  it('goes through every phase in order', () => {
    const phases: string[] = [];
    const machine = drive({ consent: 'required' });
    const step = (run: () => void): void => {
      run();
      phases.push(machine.state.phase);
    };
    step(() => machine.send({ type: 'start', resume: null, correlationId: null }));
    step(() => machine.send({ type: 'support-checked', blockers: [] }));
    step(() => machine.send({ type: 'accept-consent' }));
    step(() => machine.send({ type: 'camera-opened', cameraId: 'cam-1' }));
    step(() => machine.send({ type: 'vision-ready' }));
    step(() => machine.send({ type: 'capture-progress', guidance: 'hold-still', stableProgress: 0.5 }));
    step(() => machine.send({ type: 'capture-progress', guidance: 'too-far', stableProgress: 0 }));
    step(() => machine.send({ type: 'captured' }));
    step(() => machine.ring('beat'));
    step(() => machine.send({ type: 'token-ready', correlationId: 'order-1' }));
    step(() => machine.send({ type: 'upload-granted', submissionId: 'sub-1' }));
    step(() => machine.send({ type: 'uploaded' }));
    step(() => machine.send({ type: 'confirmed' }));
    step(() => machine.poll({}));
    step(() => machine.poll({ status: 'COMPLETED', approved: true }));
    expect(phases).toEqual([
      'checking',
      'consent',
      'requesting-permission',
      'loading',
      'aligning',
      'holding',
      'aligning',
      'captured',
      'captured',
      'submitting',
      'submitting',
      'submitting',
      'processing',
      'processing',
      'passed',
    ]);
    expect(machine.state.result).toEqual({ correlationId: 'order-1', submissionId: 'sub-1', status: 'COMPLETED' });
  });

  it('opens camera, model and token at the same time, and asks for none of them before consent', () => {
    const machine = drive({ consent: 'required' })
      .send({ type: 'start', resume: null, correlationId: null })
      .send({ type: 'support-checked', blockers: [] });
    expect(machine.types).toEqual(['clear-timer', 'set-timer']);
    machine.send({ type: 'accept-consent' });
    expect(machine.types).toEqual(expect.arrayContaining(['ask-token', 'load-vision', 'open-camera']));
  });

  it('shows the slower of camera and model', () => {
    expect(drive().toPreparing().send({ type: 'vision-ready' }).state.phase).toBe('requesting-permission');
    const loading = drive().toPreparing().send({ type: 'camera-opened', cameraId: 'c' });
    expect(loading.state.phase).toBe('loading');
    expect(loading.send({ type: 'vision-progress', share: 0.4 }).state.progress).toBe(0.4);
  });

  it('waits for a slow line as long as something comes, and fails of silence', () => {
    const machine = drive().toPreparing().send({ type: 'camera-opened', cameraId: 'c' });
    for (let hundredths = 1; hundredths <= 60; hundredths += 1) {
      machine.wait(10_000).send({ type: 'vision-progress', share: hundredths / 100 });
      expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + 60_000);
    }
    machine.wait(10_000).send({ type: 'vision-progress', share: 0.601 });
    expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + 50_000);
    expect(machine.ring('phase').state).toMatchObject({ phase: 'error', failure: { code: 'asset-load-failed' } });
  });

  it('turns the camera off the moment that the picture is taken', () => {
    const machine = drive().toAligning().send({ type: 'captured' });
    expect(machine.types).toEqual(expect.arrayContaining(['stop-capture', 'close-camera']));
    expect(machine.state).toMatchObject({ phase: 'captured', camera: 'closed', guidance: 'captured' });
  });
});

describe('late results', () => {
  it('are dropped when their work was given up', () => {
    const machine = drive().toPreparing();
    const epoch = machine.state.live.camera;
    machine.send({ type: 'cancel', reason: 'user' });
    const before = machine.state;
    const [after, effects] = transition(before, { type: 'camera-opened', cameraId: 'c', epoch, atMs: machine.atMs });
    expect(after).toBe(before);
    expect(effects).toEqual([]);
  });

  it('are dropped when the same work was begun again', () => {
    const machine = drive().toAligning();
    const epoch = machine.state.live.capture;
    machine.send({ type: 'switch-camera', cameraId: 'cam-2' }).send({ type: 'camera-opened', cameraId: 'cam-2' });
    expect(machine.send({ type: 'captured', epoch }).state.phase).toBe('aligning');
  });

  it('include the ring of a timer that was set anew', () => {
    const machine = drive().toAligning();
    const epoch = machine.state.timers.phase?.epoch ?? 0;
    machine.send({ type: 'hidden' }).send({ type: 'visible' });
    expect(machine.send({ type: 'timer', timer: 'phase', epoch }).state.phase).toBe('aligning');
  });
});

describe('what stands in the way at the start', () => {
  it('is unsupported when nobody in front of the screen can change it', () => {
    const machine = drive().send({ type: 'start', resume: null, correlationId: 'order-1' });
    machine.send({ type: 'support-checked', blockers: ['insecure-context'] });
    expect(machine.state).toMatchObject({
      phase: 'unsupported',
      failure: { code: 'insecure-context', retryable: false },
      result: { status: 'ERROR', correlationId: 'order-1', extra: { errorCode: 'SECURITY' } },
    });
  });

  it('is an error with a retry when somebody can: a missing camera is looked for again', () => {
    const machine = drive().send({ type: 'start', resume: null, correlationId: null });
    machine.send({ type: 'support-checked', blockers: ['no-camera'] });
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'no-camera', retryable: true } });
    machine.send({ type: 'retry' });
    expect(machine.state.phase).toBe('checking');
    expect(machine.types).toContain('check-support');
  });

  it.each([
    ['permission-denied', 'PERMISSION', 'NOT_COMPLETED'],
    ['permission-dismissed', 'PERMISSION', 'NOT_COMPLETED'],
    ['no-camera', 'CAMERA', 'ERROR'],
    ['camera-in-use', 'CAMERA', 'ERROR'],
  ] as const)('tells %s apart and lets the person try again', (code, errorCode, status) => {
    const machine = drive().toPreparing().fail('camera', code);
    expect(machine.state).toMatchObject({
      phase: 'error',
      failure: { code, retryable: true },
      result: { status, extra: { errorCode, detailedErrorCode: code } },
    });
    machine.send({ type: 'retry' });
    expect(machine.state).toMatchObject({ phase: 'requesting-permission', attempt: 1 });
    expect(machine.types).toContain('open-camera');
  });

  it('keeps a loaded model over a camera error, and loads a broken one again', () => {
    const kept = drive().toPreparing().send({ type: 'vision-ready' }).fail('camera', 'camera-in-use');
    expect(kept.types).not.toContain('unload-vision');
    expect(kept.send({ type: 'retry' }).types).not.toContain('load-vision');
    const broken = drive().toPreparing().fail('vision', 'asset-integrity-failed');
    expect(broken.types).toEqual(expect.arrayContaining(['unload-vision', 'close-camera']));
    expect(broken.send({ type: 'retry' }).types).toContain('load-vision');
  });

  it('declining consent ends without a camera', () => {
    const machine = drive({ consent: 'required' })
      .send({ type: 'start', resume: null, correlationId: null })
      .send({ type: 'support-checked', blockers: [] })
      .send({ type: 'decline-consent' });
    expect(machine.state).toMatchObject({ phase: 'cancelled', failure: { code: 'consent-declined' } });
    expect(machine.log.map(({ type }) => type)).not.toContain('open-camera');
  });
});

describe('in front of the camera', () => {
  it('offers the manual shutter after its time, which stands still while the page is hidden', () => {
    const machine = drive().toAligning().wait(10_000).send({ type: 'hidden' });
    expect(machine.types).toContain('pause-capture');
    machine.wait(60_000).send({ type: 'visible' });
    expect(machine.types).toContain('resume-capture');
    expect(machine.state.timers.manual?.endsAtMs).toBe(machine.atMs + 5000);
    machine.ring('manual');
    expect(machine.state.manualCapture).toBe(true);
    expect(machine.send({ type: 'shoot' }).types).toEqual(['shoot']);
  });

  it('shows no hint from a frame that was still looked at when the page was hidden', () => {
    const machine = drive().toAligning().send({ type: 'hidden' });
    machine.send({ type: 'capture-progress', guidance: 'too-far', stableProgress: 0 });
    expect(machine.state.guidance).toBeNull();
  });

  it('does not shoot before that, nor ever in automatic capture', () => {
    expect(drive().toAligning().send({ type: 'shoot' }).types).toEqual([]);
    const auto = drive({ capture: 'auto' }).toAligning();
    expect(auto.state.timers.manual).toBeNull();
  });

  it('in manual capture shoots at once and never by itself', () => {
    const machine = drive({ capture: 'manual' }).toAligning();
    expect(machine.effect('start-capture')).toMatchObject({ auto: false });
    expect(machine.send({ type: 'shoot' }).types).toEqual(['shoot']);
  });

  it('ends an attempt without a face at the deadline, with another try that costs no attempt', () => {
    const machine = drive().toAligning();
    machine.send({ type: 'capture-progress', guidance: 'no-face', stableProgress: 0 }).ring('phase');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'attempt-timeout', retryable: true } });
    expect(machine.types).toContain('close-camera');
    expect(machine.send({ type: 'retry' }).state).toMatchObject({ phase: 'requesting-permission', attempt: 1 });
  });

  it('extends the deadline by the time that the page was hidden', () => {
    const machine = drive().toAligning().wait(50_000).send({ type: 'hidden' }).wait(600_000).send({ type: 'visible' });
    expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + 10_000);
  });

  it('leaves a running deadline alone when a page that was never hidden is shown', () => {
    const machine = drive().toAligning();
    const { timers } = machine.state;
    expect(machine.wait(5000).send({ type: 'visible' }).state.timers).toEqual(timers);
    expect(machine.types).toEqual([]);
  });

  it('holding and aligning share one deadline', () => {
    const machine = drive().toAligning();
    const { phase } = machine.state.timers;
    machine.send({ type: 'capture-progress', guidance: 'hold-still', stableProgress: 0.2 });
    machine.send({ type: 'capture-progress', guidance: 'moving', stableProgress: 0 });
    expect(machine.state.timers.phase).toEqual(phase);
  });

  it('has no deadline of its own with timeoutMs 0, but still the journey', () => {
    const machine = drive({ timeoutMs: 0 }).toAligning();
    expect(machine.state.timers.phase).toBeNull();
    expect(machine.ring('journey').state).toMatchObject({ phase: 'error', failure: { code: 'attempt-timeout' } });
  });

  it('says that the camera was lost when it was pulled out', () => {
    const machine = drive().toAligning().send({ type: 'camera-ended' });
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'camera-lost', retryable: true } });
    expect(machine.types).toContain('close-camera');
  });

  it('waits for a muted camera for a while, but not while nobody looks', () => {
    const machine = drive().toAligning().send({ type: 'camera-muted' });
    expect(machine.types).toContain('pause-capture');
    machine.send({ type: 'hidden' });
    expect(machine.state.timers.muted).toBeNull();
    machine.send({ type: 'visible' });
    expect(machine.types).not.toContain('resume-capture');
    machine.send({ type: 'camera-unmuted' });
    expect(machine.types).toContain('resume-capture');
    machine.send({ type: 'camera-muted' }).ring('muted');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'camera-muted' } });
  });

  it('closes the old camera before it opens the other', () => {
    const machine = drive().toAligning().send({ type: 'switch-camera', cameraId: 'cam-2' });
    expect(machine.types).toEqual(['stop-capture', 'close-camera', 'open-camera']);
    expect(machine.send({ type: 'camera-opened', cameraId: 'cam-2' }).types).toContain('start-capture');
    expect(machine.state).toMatchObject({ phase: 'aligning', cameraId: 'cam-2' });
  });

  it('lets the camera go when the page is left, and can go on when it comes back', () => {
    const machine = drive().toAligning().send({ type: 'leaving' });
    expect(machine.types).toContain('close-camera');
    expect(machine.state.failure?.retryable).toBe(true);
  });

  it('starts a capture paused when the page was hidden meanwhile', () => {
    const machine = drive()
      .toPreparing()
      .send({ type: 'vision-ready' })
      .send({ type: 'hidden' })
      .send({ type: 'camera-opened', cameraId: 'c' });
    expect(machine.effect('start-capture')).toMatchObject({ paused: true });
  });
});

describe('ends', () => {
  it('help is told apart from leaving', () => {
    const machine = drive().toAligning().send({ type: 'cancel', reason: 'help' });
    expect(machine.state.result).toMatchObject({ status: 'NOT_COMPLETED', extra: { errorCode: 'HELP_CLICKED' } });
  });

  it('close keeps the way to resume, reset does not', () => {
    expect(drive().toProcessing().send({ type: 'close' }).types).not.toContain('clear-resume');
    expect(drive().toProcessing().send({ type: 'reset' }).types).toContain('clear-resume');
  });

  it('reset keeps a token that no submission was opened with', () => {
    const machine = drive().toAligning().send({ type: 'reset' });
    expect(machine.state).toMatchObject({ phase: 'idle', token: 'ready', correlationId: 'order-1' });
    expect(drive().toProcessing().send({ type: 'reset' }).state).toMatchObject({ token: 'none', correlationId: '' });
  });
});
