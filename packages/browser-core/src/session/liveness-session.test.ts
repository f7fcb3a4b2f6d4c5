import { describe, expect, it } from 'vitest';

import pkg from '../../package.json' with { type: 'json' };
import { createLivenessSession } from './liveness-session.ts';
import type { LivenessSession } from './liveness-session.ts';
import type { SessionPhase } from './snapshot.ts';
import { FakeWorld, IMAGE_TEXT, codedError, gatewayError } from './testing/fake-world.ts';
import { SDK_VERSION } from './to-evidence.ts';

async function started(world: FakeWorld, options: Parameters<FakeWorld['session']>[0] = {}): Promise<LivenessSession> {
  const session = world.session(options);
  session.start();
  await world.settle();
  return session;
}

/** Up to the moment that the picture is on its way. */
async function captured(world: FakeWorld, options: Parameters<FakeWorld['session']>[0] = {}): Promise<LivenessSession> {
  const session = await started(world, options);
  await world.takePicture();
  await world.clock.advance(700);
  return session;
}

function recordPhases(session: LivenessSession): SessionPhase[] {
  const phases: SessionPhase[] = [session.snapshot.phase];
  session.subscribe(({ phase }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  return phases;
}

describe('a journey that goes well', () => {
  it('goes from start to passed, with the camera off and the evidence sent', async () => {
    const world = new FakeWorld();
    const session = world.session({ consent: 'required' });
    const phases = recordPhases(session);
    session.start();
    await world.settle();
    session.acceptConsent();
    await world.settle();
    expect(session.snapshot.stream).toBe(world.cameras[0]?.stream);
    world.captures[0]?.request.onProgress({ guidance: 'hold-still', stableProgress: 0.5 });
    await world.takePicture();
    expect(world.camerasOpen).toBe(0);
    await world.clock.advance(700);
    await world.clock.advance(1000);
    expect(phases).toEqual([
      'idle',
      'checking',
      'consent',
      'requesting-permission',
      'aligning',
      'holding',
      'captured',
      'submitting',
      'processing',
      'passed',
    ]);
    expect(session.snapshot).toMatchObject({
      stream: null,
      failure: null,
      result: { status: 'COMPLETED', submissionId: 'sub-1', correlationId: 'order-1' },
    });
    expect(world.metadata[0]).toMatchObject({
      bonafide: {
        version: '1',
        capture: { digest: 'd'.repeat(64), trigger: 'auto' },
        camera: { kind: 'ordinary', width: 640 },
      },
    });
    expect(world.visionsOpen).toBe(0);
    expect(world.clock.pendingMs).toEqual([]);
  });

  it('tells nobody twice what did not change', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    let told = 0;
    session.subscribe(() => (told += 1));
    for (let i = 0; i < 30; i += 1) world.captures[0]?.request.onProgress({ guidance: 'too-far', stableProgress: 0 });
    expect(told).toBe(1);
  });

  it('works on when a listener throws', async () => {
    const world = new FakeWorld();
    const session = world.session();
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.prependOnceListener('uncaughtException', note);
    const listeners = process.listeners('uncaughtException').filter((listener) => listener !== note);
    for (const listener of listeners) process.off('uncaughtException', listener);
    session.on('support', () => {
      throw new Error('of the host');
    });
    session.start();
    await world.settle();
    for (const listener of listeners) process.on('uncaughtException', listener);
    expect(session.snapshot.phase).toBe('aligning');
    expect(uncaught).toHaveLength(1);
  });

  it('gives the image to listeners only on request', async () => {
    for (const exposeMedia of [false, true]) {
      const world = new FakeWorld();
      const seen: object[] = [];
      const session = await started(world, { exposeMedia });
      session.on('capture', (summary) => seen.push(summary));
      await world.takePicture();
      expect(seen).toHaveLength(1);
      expect(seen.some((summary) => 'image' in summary)).toBe(exposeMedia);
    }
  });
});

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

type Reach = (world: FakeWorld) => Promise<LivenessSession>;
const REACH: Readonly<Record<SessionPhase, Reach>> = {
  idle: (world) => Promise.resolve(world.session()),
  checking: (world) => ((world.support = 'never'), started(world)),
  unsupported: (world) => (
    (world.support = { ...(world.support as object), blockers: ['insecure-context'] } as never),
    started(world)
  ),
  consent: (world) => started(world, { consent: 'required' }),
  'requesting-permission': (world) => ((world.camera = 'never'), started(world)),
  loading: (world) => ((world.vision = 'never'), started(world)),
  aligning: (world) => started(world),
  holding: async (world) => {
    const session = await started(world);
    world.captures[0]?.request.onProgress({ guidance: 'hold-still', stableProgress: 0.5 });
    return session;
  },
  captured: async (world) => {
    const session = await started(world);
    await world.takePicture();
    return session;
  },
  submitting: (world) => ((world.upload = ['never']), captured(world)),
  processing: (world) => ((world.status = ['never']), captured(world)),
  passed: async (world) => {
    const session = await captured(world);
    await world.clock.advance(1000);
    return session;
  },
  failed: async (world) => {
    world.status = [{ status: 'COMPLETED', approved: false }];
    const session = await captured(world);
    await world.clock.advance(1000);
    return session;
  },
  error: (world) => ((world.camera = codedError('camera-in-use')), started(world)),
  cancelled: async (world) => {
    const session = await started(world);
    session.cancel();
    return session;
  },
};
const PHASES = Object.keys(REACH) as SessionPhase[];

describe.each(PHASES)('in %s', (phase) => {
  it('close releases camera, model, timers and listeners, and nothing comes after', async () => {
    const world = new FakeWorld();
    const session = await REACH[phase](world);
    expect(session.snapshot.phase).toBe(phase);
    session.close();
    session.close();
    session.start();
    session.retry();
    await world.clock.advance(1_000_000);
    expect(world.camerasOpen).toBe(0);
    expect(world.visionsOpen).toBe(0);
    expect(world.clock.pendingMs).toEqual([]);
  });

  it('cancel ends it with a result', async () => {
    const world = new FakeWorld();
    const session = await REACH[phase](world);
    session.cancel();
    await world.settle();
    expect(session.snapshot.result).not.toBeNull();
    expect(world.camerasOpen).toBe(0);
    const ended = ['passed', 'failed', 'error', 'unsupported'].includes(phase);
    expect(session.snapshot.phase).toBe(ended ? phase : 'cancelled');
  });

  it('reset goes back to idle, and a new start works', async () => {
    const world = new FakeWorld();
    const session = await REACH[phase](world);
    session.reset();
    expect(session.snapshot).toMatchObject({ phase: 'idle', attempt: 0, result: null, failure: null, stream: null });
    expect(world.camerasOpen).toBe(0);
    const supported = new FakeWorld();
    Object.assign(world, { support: supported.support, camera: null, vision: null, upload: [null] });
    world.status = [{ status: 'COMPLETED', approved: true }];
    session.start();
    await world.settle();
    if (phase === 'consent') session.acceptConsent();
    await world.settle();
    await world.takePicture();
    await world.clock.advance(2000);
    expect(session.snapshot.phase).toBe('passed');
  });
});

describe('a camera that arrives too late', () => {
  it('is closed at once', async () => {
    const world = new FakeWorld();
    let arrive: () => void = () => {};
    const { openCamera } = world.ports();
    const session = await started(world, {
      ports: {
        openCamera: async (options) => {
          await new Promise<void>((resolve) => (arrive = resolve));
          return openCamera({ ...options, signal: new AbortController().signal });
        },
      },
    });
    session.close();
    arrive();
    await world.settle();
    expect(world.cameras).toHaveLength(1);
    expect(world.camerasOpen).toBe(0);
  });
});

describe('a reload', () => {
  it('resumes at the polling, with a token for the same correlation id', async () => {
    const world = new FakeWorld();
    world.status = ['never'];
    await captured(world);
    await world.clock.advance(1000);
    const after = new FakeWorld();
    for (const [key, value] of world.storage) after.storage.set(key, value);
    after.clock.jump(10_000);
    const session = await started(after, { consent: 'required' });
    expect(session.snapshot).toMatchObject({ phase: 'passed', attempt: 1 });
    expect(after.askedFor).toEqual(['resume']);
    expect(after.cameras).toHaveLength(0);
    expect(after.storage.size).toBe(0);
  });

  it('does not resume what is too old, broken or turned off', async () => {
    const world = new FakeWorld();
    world.status = ['never'];
    await captured(world);
    const record = [...world.storage.values()][0] ?? '';
    const cases: [string, Partial<Parameters<FakeWorld['session']>[0]>, number][] = [
      [record, {}, 16 * 60_000],
      [record, {}, -60_000],
      [record.replace('"version":1', '"version":2'), {}, 10_000],
      ['not json', {}, 10_000],
      [record, { resumeKey: null }, 10_000],
    ];
    for (const [text, options, laterMs] of cases) {
      const after = new FakeWorld();
      after.storage.set('bonafide.liveness.resume', text);
      after.clock.jump(laterMs);
      const session = await started(after, options);
      expect(session.snapshot.phase).toBe('aligning');
    }
  });

  it('storage that throws turns resuming off and nothing else', async () => {
    const world = new FakeWorld();
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const session = await captured(world, {
      ports: { store: { getItem: refuse, setItem: refuse, removeItem: refuse } },
    });
    await world.clock.advance(1000);
    expect(session.snapshot.phase).toBe('passed');
  });
});

describe('secrets', () => {
  it('stay out of snapshot, storage, telemetry and evidence', async () => {
    const world = new FakeWorld();
    world.status = [{ status: 'IN_PROGRESS' }, { status: 'COMPLETED', approved: false }];
    const session = world.session();
    const snapshots: string[] = [];
    session.subscribe((snapshot) => snapshots.push(JSON.stringify({ ...snapshot, stream: null })));
    session.start();
    await world.settle();
    await world.takePicture();
    await world.clock.advance(700);
    await world.clock.advance(500);
    expect(world.storage.size).toBe(1);
    const stored = [...world.storage.values()].join();
    expect(Object.keys(JSON.parse(stored) as object).sort()).toEqual([
      'attempt',
      'correlationId',
      'expiresAtMs',
      'gatewayAttemptsLeft',
      'submissionId',
      'version',
    ]);
    await world.clock.advance(10_000);
    expect(session.snapshot.phase).toBe('failed');
    const written = [stored, ...snapshots, JSON.stringify(world.telemetry), JSON.stringify(world.metadata)].join();
    expect(written).not.toContain('secret-');
    expect(written).not.toContain(IMAGE_TEXT);
    expect(JSON.stringify([world.telemetry, world.metadata])).not.toContain('Ada');
    expect(JSON.stringify(world.telemetry)).not.toMatch(/sub-1|order-1/);
  });
});

describe('telemetry', () => {
  it('tells phases, hints and failures by name, and whole milliseconds', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    await world.clock.advance(1234.5);
    world.captures[0]?.request.onProgress({ guidance: 'too-far', stableProgress: 0 });
    session.cancel();
    expect(world.telemetry.slice(-3)).toEqual([
      { name: 'guidance', atMs: 1235, attempt: 1, phase: 'aligning', code: 'too-far' },
      { name: 'phase', atMs: 1235, attempt: 1, phase: 'cancelled', from: 'aligning' },
      { name: 'failure', atMs: 1235, attempt: 1, phase: 'cancelled', code: 'aborted' },
    ]);
  });
});

describe('options', () => {
  const base = { baseUrl: 'https://g', assetsUrl: '/a/', session: { token: 't', correlationId: 'c' } };
  it.each([
    [{ ...base, baseUrl: '' }, /baseUrl/],
    [{ ...base, assetsUrl: '' }, /assetsUrl/],
    [{ ...base, session: { token: '', correlationId: 'c' } }, /session/],
    [{ baseUrl: 'https://g', assetsUrl: '/a/' }, /sessionProvider/],
    [{ ...base, timeoutMs: Number.NaN }, /timeoutMs/],
  ])('that cannot work throw at once', (options, message) => {
    expect(() => createLivenessSession(options)).toThrow(message);
  });

  it('that can work touch nothing: no DOM is needed to create a session', () => {
    const session = createLivenessSession(base);
    expect(session.snapshot.phase).toBe('idle');
    session.close();
  });
});

it("names the package's own version in the evidence", () => {
  expect(SDK_VERSION).toBe(pkg.version);
});
