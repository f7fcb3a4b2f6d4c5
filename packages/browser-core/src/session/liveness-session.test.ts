import { describe, expect, it } from 'vitest';

import pkg from '../../package.json' with { type: 'json' };
import { createLivenessSession } from './liveness-session.ts';
import type { LivenessSession } from './liveness-session.ts';
import type { SessionPhase } from './snapshot.ts';
import { FakeWorld, IMAGE_TEXT } from './testing/fake-world.ts';
import { captured, started } from './testing/start-session.ts';
import { SDK_VERSION } from './to-evidence.ts';

function recordPhases(session: LivenessSession): SessionPhase[] {
  const phases: SessionPhase[] = [session.snapshot.phase];
  session.subscribe(({ phase }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  return phases;
}

describe('what a capture is told of the page', () => {
  const told = async (start?: boolean, accept?: boolean) => {
    const world = new FakeWorld();
    const session = world.session({ consent: 'required' });
    session.start(start);
    await world.settle();
    session.acceptConsent(accept);
    await world.settle();
    return { world, session, page: world.captures[0]?.request.page };
  };

  it.each([
    ['nothing of who started it, where the page did by itself', undefined, undefined, null],
    ['that the browser made the events', true, true, true],
    ['that a script gave consent', undefined, false, false],
    ['that a script started, whoever gave consent', false, true, false],
    ['that a script gave consent, whoever started', true, false, false],
  ])('%s', async (_, start, accept, isInputTrusted) => {
    expect((await told(start, accept)).page?.isInputTrusted).toBe(isInputTrusted);
  });

  it('knows no more of it after a reset', async () => {
    const { world, session } = await told(false, false);
    session.reset();
    session.start();
    await world.settle();
    session.acceptConsent();
    await world.settle();
    expect(world.captures[1]?.request.page.isInputTrusted).toBe(null);
  });

  it('whether the page is hidden, whenever it asks', async () => {
    const { world, page } = await told();
    expect(page?.isHidden()).toBe(false);
    world.change('hidden');
    expect(page?.isHidden()).toBe(true);
  });
});

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

  it('opens vision as it was told to, and as usual otherwise', async () => {
    const world = new FakeWorld();
    await started(world);
    await started(world, { backend: 'cpu', detector: 'face-landmarks-detection' });
    expect(world.visionOptions).toMatchObject([
      { assetsUrl: '/assets/', backend: 'auto', detector: 'thin' },
      { assetsUrl: '/assets/', backend: 'cpu', detector: 'face-landmarks-detection' },
    ]);
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

describe('a camera port that does not heed its signal', () => {
  it('is closed all the same', async () => {
    const world = new FakeWorld();
    const { openCamera } = world.ports();
    const deaf = new AbortController().signal;
    const session = await started(world, {
      ports: { openCamera: (options) => openCamera({ ...options, signal: deaf }) },
    });
    expect(world.camerasOpen).toBe(1);
    session.cancel();
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
    [{ ...base, baseUrl: 'javascript:alert(1)' }, /baseUrl/],
    [{ ...base, baseUrl: 'ftp://g' }, /baseUrl/],
    [{ ...base, assetsUrl: '' }, /assetsUrl/],
    [{ ...base, session: { token: '', correlationId: 'c' } }, /session/],
    [{ ...base, session: { token: 't', correlationId: 'order\n1' } }, /session/],
    [{ ...base, session: { token: 't ', correlationId: 'c' } }, /session/],
    [{ baseUrl: 'https://g', assetsUrl: '/a/' }, /sessionProvider/],
    [{ ...base, timeoutMs: Number.NaN }, /timeoutMs/],
  ])('that cannot work throw at once', (options, message) => {
    expect(() => createLivenessSession(options)).toThrow(message);
  });

  it('that can work touch nothing: no DOM is needed to create a session', () => {
    for (const baseUrl of [base.baseUrl, '/gateway', 'http://127.0.0.1:8787/onekyc/']) {
      const session = createLivenessSession({ ...base, baseUrl });
      expect(session.snapshot.phase).toBe('idle');
      session.close();
    }
  });
});

it("names the package's own version in the evidence", () => {
  expect(SDK_VERSION).toBe(pkg.version);
});
