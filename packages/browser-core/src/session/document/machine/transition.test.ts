import { describe, expect, it } from 'vitest';

import { DocumentDriver } from '../testing/drive-document.ts';
import { isUploadOffered } from './document-state.ts';

const driver = (settings = {}): DocumentDriver => new DocumentDriver(settings);

describe('looking at a document', () => {
  it('checks, then opens camera and model at the same time', () => {
    const machine = driver().send({ type: 'start', side: 'back' });
    expect(machine.types).toContain('check-support');
    expect(machine.send({ type: 'support-checked', blockers: [] }).types).toEqual(
      expect.arrayContaining(['load-vision', 'open-camera']),
    );
    expect(machine.state).toMatchObject({ phase: 'requesting-permission', side: 'back' });
  });

  it('says what it loads once the camera is there, and looks when both are', () => {
    const machine = driver().toPreparing().send({ type: 'camera-opened', cameraId: 'cam-1' });
    expect(machine.state.phase).toBe('loading');
    machine.send({ type: 'vision-progress', share: 0.5 });
    expect(machine.state.progress).toBe(0.5);
    expect(machine.send({ type: 'vision-ready' }).types).toContain('start-capture');
    expect(machine.state.phase).toBe('aligning');
  });

  it('waits for a slow line as long as something comes, and fails of silence', () => {
    const machine = driver().toPreparing().send({ type: 'camera-opened', cameraId: 'cam-1' });
    for (let hundredths = 1; hundredths <= 60; hundredths += 1) {
      machine.atMs += 10_000;
      machine.send({ type: 'vision-progress', share: hundredths / 100 });
      expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + 60_000);
    }
    machine.atMs += 10_000;
    machine.send({ type: 'vision-progress', share: 0.601 });
    expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + 50_000);
    expect(machine.ring('phase').state).toMatchObject({ phase: 'error', failure: { code: 'asset-load-failed' } });
  });

  it('offers the shutter after a while, and obeys it only then', () => {
    const machine = driver().toAligning();
    expect(machine.send({ type: 'shoot' }).types).toEqual([]);
    machine.ring('manual');
    expect(machine.state.manualCapture).toBe(true);
    expect(machine.send({ type: 'shoot' }).types).toEqual(['shoot']);
  });

  it('offers the shutter at once when it is the only way, and never when it is none', () => {
    expect(driver({ capture: 'manual' }).toAligning().state.manualCapture).toBe(true);
    const machine = driver({ capture: 'auto' }).toAligning();
    expect(machine.state.manualCapture).toBe(false);
    expect(machine.state.timers.manual).toBeNull();
  });

  it('counts the time before the shutter only while somebody looks', () => {
    const machine = driver().toAligning();
    machine.atMs += 10_000;
    machine.send({ type: 'hidden' });
    machine.atMs += 60_000;
    machine.send({ type: 'visible' });
    expect(machine.state.timers.manual?.endsAtMs).toBe(machine.atMs + 5000);
  });

  it('shows that it reads what was taken', () => {
    const machine = driver().toAligning().send({ type: 'taken' });
    expect(machine.state).toMatchObject({ phase: 'reading', guidance: 'captured' });
    machine.send({ type: 'captured', problems: [] });
    expect(machine.state).toMatchObject({ phase: 'captured', camera: 'closed', pictureHeld: true });
  });

  it('keeps the model for the other side, and drops the picture of this one', () => {
    const machine = driver().toAligning().send({ type: 'captured', problems: [] });
    machine.send({ type: 'start', side: 'back' });
    expect(machine.types).toContain('drop-picture');
    machine.send({ type: 'support-checked', blockers: [] });
    expect(machine.types).toContain('open-camera');
    expect(machine.types).not.toContain('load-vision');
    expect(machine.send({ type: 'camera-opened', cameraId: 'cam-1' }).state.phase).toBe('aligning');
  });

  it.each([{ type: 'camera-ended' }, { type: 'hidden' }] as const)(
    'reads on after $type, once the shutter fell',
    (event) => {
      const machine = driver().toAligning().send({ type: 'taken' }).send(event);
      expect(machine.send({ type: 'captured', problems: [] }).state.phase).toBe('captured');
    },
  );

  it('fails with camera-lost when the camera goes while looking, and looks again on retry', () => {
    const machine = driver().toAligning().send({ type: 'camera-ended' });
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'camera-lost', retryable: true } });
    expect(machine.again().state.phase).toBe('aligning');
  });

  it('waits for a muted camera, and says so when it stays black', () => {
    const machine = driver().toAligning().send({ type: 'camera-muted' });
    expect(machine.types).toContain('pause-capture');
    expect(machine.ring('muted').state.failure?.code).toBe('camera-muted');
  });

  it('ends a look that takes too long', () => {
    expect(driver().toAligning().ring('phase').state.failure?.code).toBe('attempt-timeout');
    expect(driver({ timeoutMs: 0 }).toAligning().state.timers.phase).toBeNull();
  });

  it('switches the camera in mid-look, the old one first', () => {
    const machine = driver().toAligning().send({ type: 'switch-camera', cameraId: 'cam-2' });
    expect(machine.types.filter((type) => type.endsWith('camera'))).toEqual(['close-camera', 'open-camera']);
  });

  it('turns the light on only where there is one', () => {
    const machine = driver().toAligning();
    expect(machine.send({ type: 'set-torch', on: true }).types).toEqual([]);
    machine.send({ type: 'torch-changed', torch: false });
    expect(machine.send({ type: 'set-torch', on: true }).types).toEqual(['set-torch']);
    expect(machine.send({ type: 'torch-changed', torch: true }).state.torch).toBe(true);
  });

  it.each([
    ['insecure-context', 'unsupported'],
    ['no-camera', 'error'],
  ] as const)('a blocker %s is %s', (blocker, phase) => {
    const machine = driver().send({ type: 'start', side: null });
    expect(machine.send({ type: 'support-checked', blockers: [blocker] }).state.phase).toBe(phase);
  });
});

describe('a picture with problems', () => {
  it('is refused twice and then let through with them', () => {
    const machine = driver().toRefused();
    expect(machine.state).toMatchObject({ phase: 'refused', problems: ['blurry'], refusals: 1 });
    machine.again().send({ type: 'captured', problems: ['wrong-side'] });
    expect(machine.state).toMatchObject({ phase: 'refused', refusals: 2 });
    machine.again().send({ type: 'captured', problems: ['wrong-side'] });
    expect(machine.state).toMatchObject({ phase: 'captured', problems: ['wrong-side'], pictureHeld: true });
  });

  it('is dropped when another is taken', () => {
    expect(driver().toRefused().send({ type: 'retry' }).types).toContain('drop-picture');
  });

  it('counts anew on the other side', () => {
    const machine = driver().toRefused().again().send({ type: 'captured', problems: [] });
    expect(machine.send({ type: 'start', side: 'back' }).state.refusals).toBe(0);
  });

  it('is never refused where the host wants it so', () => {
    expect(
      driver({ maxRefusals: 0 })
        .toAligning()
        .send({ type: 'captured', problems: ['glare'] }).state.phase,
    ).toBe('captured');
  });
});

describe('a file instead of the camera', () => {
  it('closes the camera, waits for the model, and is read', () => {
    const machine = driver().toPreparing().send({ type: 'upload' });
    expect(machine.types).toContain('close-camera');
    expect(machine.state.phase).toBe('loading');
    expect(machine.send({ type: 'vision-ready' }).types).toContain('read-file');
    expect(machine.send({ type: 'file-read', problems: [] }).state.phase).toBe('captured');
  });

  it.each(['file-unsupported', 'file-too-large', 'file-damaged', 'image-too-small', 'document-not-found'] as const)(
    'that is refused with %s can be followed by another',
    (code) => {
      const machine = driver().toAligning().send({ type: 'upload' }).fail('file', code);
      expect(machine.state).toMatchObject({ phase: 'error', fileHeld: false, failure: { code, retryable: true } });
      expect(isUploadOffered(machine.state)).toBe(true);
      expect(machine.send({ type: 'upload' }).types).toContain('read-file');
    },
  );

  it('of the wrong side is refused twice, and then let through with that problem', () => {
    const machine = driver().toAligning();
    for (let times = 0; times < 2; times++) {
      machine.send({ type: 'upload' });
      expect(machine.effects).toContainEqual(expect.objectContaining({ type: 'read-file', isLenient: false }));
      expect(machine.fail('file', 'document-wrong-side').state.failure?.retryable).toBe(true);
    }
    machine.send({ type: 'upload' });
    expect(machine.effects).toContainEqual(expect.objectContaining({ type: 'read-file', isLenient: true }));
    machine.send({ type: 'file-read', problems: ['wrong-side'] });
    expect(machine.state).toMatchObject({ phase: 'captured', problems: ['wrong-side'] });
  });

  it('is a way on where there is no camera', () => {
    const machine = driver().send({ type: 'start', side: null });
    machine.send({ type: 'support-checked', blockers: ['no-camera'] }).send({ type: 'upload' });
    expect(machine.types).toContain('load-vision');
  });

  it('given while the device is still checked is not lost, and what the check says then changes nothing', () => {
    const machine = driver().toRefused().send({ type: 'retry' });
    expect(machine.state.phase).toBe('checking');
    const { support } = machine.state.live;
    machine.send({ type: 'upload' });
    expect(machine.types).toContain('read-file');
    const { state } = machine;
    expect(machine.send({ type: 'support-checked', epoch: support, blockers: ['no-camera'] }).state).toEqual(state);
    expect(machine.send({ type: 'file-read', problems: ['blurry'] }).state).toMatchObject({
      phase: 'refused',
      refusals: 2,
    });
  });

  it('is not taken where the host does not offer it, and not twice', () => {
    const closed = driver({ allowUpload: false }).toAligning().send({ type: 'upload' });
    expect(closed.state.phase).toBe('aligning');
    expect(closed.types).toEqual(['drop-file']);
    const machine = driver().toAligning().send({ type: 'upload' });
    const { state } = machine;
    expect(machine.send({ type: 'upload' }).state).toBe(state);
  });

  it('is the only way with capture `upload`: no camera is opened', () => {
    const machine = driver({ capture: 'upload', allowUpload: false }).send({ type: 'start', side: 'front' });
    expect(machine.types).toEqual([]);
    expect(isUploadOffered(machine.state)).toBe(true);
    machine
      .send({ type: 'upload' })
      .send({ type: 'vision-ready' })
      .send({ type: 'file-read', problems: ['glare'] });
    expect(machine.send({ type: 'retry' }).state).toMatchObject({ phase: 'idle', refusals: 1, pictureHeld: false });
  });
});
