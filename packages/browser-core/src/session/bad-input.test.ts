import { describe, expect, it } from 'vitest';

import { createLivenessSession } from './liveness-session.ts';
import { FakeWorld } from './testing/fake-world.ts';
import { codedError, gatewayError } from './testing/fakes.ts';
import { captured, started } from './testing/start-session.ts';

describe('bad input', () => {
  it('no camera', async () => {
    const world = new FakeWorld();
    world.camera = codedError('no-camera');
    const session = await started(world);
    expect(session.snapshot).toMatchObject({
      phase: 'error',
      failure: { code: 'no-camera', userAction: 'connect-camera' },
    });
    world.camera = null;
    session.retry();
    await world.settle();
    expect(session.snapshot.phase).toBe('aligning');
  });

  it.each(['permission-denied', 'permission-dismissed', 'camera-in-use'] as const)('%s', async (code) => {
    const world = new FakeWorld();
    world.camera = codedError(code);
    const session = await started(world);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code, retryable: true } });
  });

  it('a permission prompt that nobody answers', async () => {
    const world = new FakeWorld();
    world.camera = 'never';
    const session = await started(world);
    await world.clock.advance(90_000);
    expect(session.snapshot).toMatchObject({
      phase: 'error',
      failure: { code: 'permission-dismissed', retryable: true },
    });
  });

  it('a camera pulled out in mid-way', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    world.cameras[0]?.interrupt('ended');
    expect(session.snapshot).toMatchObject({ phase: 'error', stream: null, failure: { code: 'camera-lost' } });
    expect(world.camerasOpen).toBe(0);
    session.retry();
    await world.settle();
    expect(session.snapshot.phase).toBe('aligning');
  });

  it.each(['no-face', 'multiple-faces'] as const)('%s until the deadline', async (guidance) => {
    const world = new FakeWorld();
    const session = await started(world, { capture: 'auto' });
    world.captures[0]?.request.onProgress({ guidance, stableProgress: 0 });
    expect(session.snapshot.guidance).toBe(guidance);
    await world.clock.advance(60_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'attempt-timeout', retryable: true } });
    expect(world.camerasOpen).toBe(0);
  });

  it('the manual shutter is offered in time, and works', async () => {
    const world = new FakeWorld();
    const session = await started(world, { manualAfterMs: 5000 });
    session.capture();
    expect(world.captures[0]?.shots).toBe(0);
    await world.clock.advance(5000);
    expect(session.snapshot.manualCapture).toBe(true);
    session.capture();
    expect(world.captures[0]?.shots).toBe(1);
  });

  it('a token that runs out in mid-flow is renewed once', async () => {
    const world = new FakeWorld();
    world.confirm = [gatewayError('token-expired'), null];
    const session = await captured(world);
    await world.clock.advance(1000);
    expect(session.snapshot.phase).toBe('passed');
    expect(world.askedFor).toEqual(['start', 'token-expired']);
    expect(world.calls.filter((call) => call === 'upload')).toHaveLength(1);
  });

  it('a token that stays expired ends in an error with a way on', async () => {
    const world = new FakeWorld();
    world.requestUpload = [gatewayError('token-expired')];
    const session = await captured(world);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'token-expired', retryable: true } });
    world.requestUpload = [null];
    session.retry();
    await world.settle();
    await world.clock.advance(1000);
    expect(session.snapshot.phase).toBe('passed');
    expect(world.askedFor).toEqual(['start', 'token-expired', 'retry']);
  });

  it('without a provider an expired token offers no retry that could not work', async () => {
    const world = new FakeWorld();
    world.requestUpload = [gatewayError('token-expired')];
    const session = world.session();
    session.close();
    const bare = createLivenessSession({
      baseUrl: 'https://gateway.example.com',
      assetsUrl: '/assets/',
      consent: 'none',
      session: { token: 'secret-token-1', correlationId: 'order-1' },
      ports: world.ports(),
    });
    bare.start();
    await world.settle();
    await world.takePicture();
    await world.clock.advance(700);
    expect(bare.snapshot).toMatchObject({ phase: 'error', failure: { retryable: false, userAction: 'start-over' } });
  });

  it('offline in mid-upload: waits, and goes on by itself', async () => {
    const world = new FakeWorld();
    world.upload = [gatewayError('network'), null];
    const session = await started(world);
    await world.takePicture();
    world.change('offline');
    await world.clock.advance(700);
    expect(session.snapshot).toMatchObject({ phase: 'submitting', offline: true });
    await world.clock.advance(60_000);
    expect(session.snapshot.phase).toBe('submitting');
    world.change('online');
    await world.settle();
    await world.clock.advance(5000);
    expect(session.snapshot.phase).toBe('passed');
  });

  it('a quota that is used up', async () => {
    const world = new FakeWorld();
    world.requestUpload = [gatewayError('attempts-exhausted')];
    const session = await captured(world);
    expect(session.snapshot).toMatchObject({
      phase: 'failed',
      failure: { code: 'attempts-exhausted', retryable: false, userAction: 'contact-support' },
      result: { status: 'NOT_COMPLETED' },
    });
  });

  it('a storm of 5xx: gives up within a minute, and retry sends the same picture', async () => {
    const world = new FakeWorld();
    world.upload = [gatewayError('server')];
    const session = await captured(world);
    await world.clock.advance(60_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'server', retryable: true } });
    expect(world.calls.filter((call) => call === 'upload')).toHaveLength(6);
    world.upload = [null];
    session.retry();
    await world.settle();
    await world.clock.advance(1000);
    expect(session.snapshot).toMatchObject({ phase: 'passed', attempt: 1 });
    expect(world.captures).toHaveLength(1);
  });

  it.each(['asset-load-failed', 'asset-integrity-failed', 'backend-init-failed'] as const)(
    'a model file that is missing or corrupted: %s, loaded again on retry',
    async (code) => {
      const world = new FakeWorld();
      world.vision = codedError(code);
      const session = await started(world);
      expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code, retryable: true } });
      expect(world.camerasOpen).toBe(0);
      world.vision = null;
      session.retry();
      await world.settle();
      expect(session.snapshot.phase).toBe('aligning');
    },
  );

  it('a graphics context that is lost while looking: the camera goes off, and retry loads the model anew', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    world.captures[0]?.outcome.reject(codedError('gpu-context-lost'));
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'gpu-context-lost', retryable: true } });
    expect([world.camerasOpen, world.visionsOpen]).toEqual([0, 0]);
    session.retry();
    await world.settle();
    expect(session.snapshot.phase).toBe('aligning');
    expect(world.calls.filter((call) => call === 'open-vision')).toHaveLength(2);
  });

  it('a picture of the wrong type (415, 422): a new picture in a new attempt', async () => {
    const world = new FakeWorld();
    world.upload = [gatewayError('upload-rejected'), null];
    const session = await captured(world);
    expect(session.snapshot).toMatchObject({ phase: 'error', attempt: 1, failure: { code: 'upload-rejected' } });
    session.retry();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'aligning', attempt: 2 });
  });

  it('an upload address that ran out is asked for anew', async () => {
    const world = new FakeWorld();
    world.upload = [gatewayError('upload-rejected', { uploadExpired: true }), null];
    const session = await captured(world);
    await world.clock.advance(1000);
    expect(session.snapshot.phase).toBe('passed');
    expect(world.calls.filter((call) => call === 'request-upload')).toHaveLength(2);
  });

  it('a hidden page: looking pauses, the deadline waits, polling rests', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    world.change('hidden');
    expect(world.captures[0]?.paused).toBe(true);
    expect(session.snapshot).toMatchObject({ hidden: true, guidance: null });
    await world.clock.advance(300_000);
    expect(session.snapshot.phase).toBe('aligning');
    world.change('visible');
    expect(world.captures[0]?.paused).toBe(false);
    await world.takePicture();
    await world.clock.advance(700);
    world.change('hidden');
    await world.clock.advance(60_000);
    expect(world.calls).not.toContain('poll');
    world.change('visible');
    await world.settle();
    expect(session.snapshot.phase).toBe('passed');
  });

  it('a page that is left lets the camera go', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    world.change('leaving');
    expect(world.camerasOpen).toBe(0);
    expect(session.snapshot.failure?.retryable).toBe(true);
  });

  it('a gateway that never answers', async () => {
    const world = new FakeWorld();
    world.requestUpload = ['never'];
    const session = await captured(world);
    await world.clock.advance(180_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'network', retryable: true } });
  });

  it('a submission that is never decided', async () => {
    const world = new FakeWorld();
    world.status = [{ status: 'IN_PROGRESS' }];
    const session = await captured(world);
    await world.clock.advance(121_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'processing-timeout' } });
    world.status = [{ status: 'COMPLETED', approved: true }];
    session.retry();
    await world.settle();
    expect(session.snapshot.phase).toBe('passed');
  });

  it('a provider that fails', async () => {
    const world = new FakeWorld();
    const session = await started(world, { sessionProvider: () => Promise.reject(new TypeError('fetch failed')) });
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'network', retryable: true } });
    expect(world.camerasOpen).toBe(0);
  });

  it('a provider that gives nonsense', async () => {
    const world = new FakeWorld();
    const session = await started(world, { sessionProvider: () => Promise.resolve({} as never) });
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'token-invalid' } });
  });

  it('a provider whose texts no header can carry', async () => {
    const world = new FakeWorld();
    const init = { token: 'token', correlationId: 'order\n1' };
    const session = await started(world, { sessionProvider: () => Promise.resolve(init) });
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'token-invalid' } });
    expect(world.camerasOpen).toBe(0);
  });

  it('not passed: retry with the same token, and the attempts run down', async () => {
    const world = new FakeWorld();
    world.status = [{ status: 'COMPLETED', approved: false }];
    const session = await captured(world);
    await world.clock.advance(1000);
    expect(session.snapshot).toMatchObject({ phase: 'failed', attemptsLeft: 2, failure: { retryable: true } });
    session.retry();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'aligning', attempt: 2, attemptsLeft: 1 });
    expect(world.askedFor).toEqual(['start']);
  });
});
