import { describe, expect, it } from 'vitest';

import { codedError } from '../testing/fakes.ts';
import { documentPicture, DOCUMENT_SECRETS, FakeDocumentWorld } from './testing/fake-document-world.ts';

describe('a capture', () => {
  it('looks with the camera that faces away, and ends with the picture', async () => {
    const world = new FakeDocumentWorld();
    const session = await world.started({ expected: { documentType: 'passport', country: 'NOR' } });
    expect(session.snapshot).toMatchObject({ phase: 'aligning', side: 'front', stream: { id: 'stream' } });
    expect(world.captures[0]?.request).toMatchObject({
      side: 'front',
      expected: { documentType: 'passport', country: 'NOR' },
      auto: true,
    });
    world.captures[0]?.request.onProgress?.(GATE);
    expect(session.snapshot).toMatchObject({ phase: 'holding', guidance: 'hold-still', progress: 0.4 });
    await world.takePicture();
    expect(session.snapshot).toMatchObject({ phase: 'captured', stream: null });
    expect(session.result?.digest).toBe('d'.repeat(64));
    expect(world.camerasOpen).toBe(0);
  });

  it('takes both sides with one model', async () => {
    const world = new FakeDocumentWorld();
    const session = await world.started();
    await world.takePicture();
    session.start('back');
    await world.settle();
    expect(session.result).toBeNull();
    expect(world.captures[1]?.request.side).toBe('back');
    expect(world.visionsOpened).toBe(1);
  });

  it('goes on after the camera was lost between the sides', async () => {
    const world = new FakeDocumentWorld();
    const session = await world.started();
    await world.takePicture();
    world.camera = codedError('camera-in-use');
    session.start('back');
    await world.settle();
    expect(session.snapshot.failure).toMatchObject({ code: 'camera-in-use', retryable: true });
    world.camera = null;
    session.retry();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'aligning', side: 'back' });
    expect(world.visionsOpened).toBe(1);
  });

  it('tells whoever listens what was captured, without the picture unless the host asks', async () => {
    const world = new FakeDocumentWorld();
    const captures: unknown[] = [];
    const session = await world.started();
    session.on('capture', (capture) => captures.push(capture));
    await world.takePicture({ problems: ['glare'] });
    expect(captures).toEqual([expect.objectContaining({ digest: 'd'.repeat(64), problems: ['glare'] })]);
    expect(Object.keys(captures[0] as object)).not.toContain('result');
    for (const secret of Object.values(DOCUMENT_SECRETS)) {
      expect(JSON.stringify([captures, world.telemetry, session.snapshot])).not.toContain(secret);
    }
    const open = new FakeDocumentWorld();
    const exposed = await open.started({ exposeMedia: true });
    exposed.on('capture', (capture) => captures.push(capture));
    await open.takePicture();
    expect(captures[1]).toHaveProperty('result.reading');
  });

  it('reports refusals to telemetry by their codes', async () => {
    const world = new FakeDocumentWorld();
    const session = await world.started();
    await world.takePicture({ problems: ['wrong-side', 'glare'], origin: 'manual' });
    expect(session.snapshot).toMatchObject({ phase: 'refused', problems: ['wrong-side', 'glare'], refusalsLeft: 1 });
    expect(world.telemetry).toContainEqual(expect.objectContaining({ name: 'refusal', code: 'wrong-side' }));
  });

  it('has a light where the camera has one, and minds nothing when it does not obey', async () => {
    const world = new FakeDocumentWorld();
    world.light = null;
    const session = await world.started();
    expect(session.snapshot.torch).toBe(false);
    session.setTorch(true);
    await world.settle();
    expect(session.snapshot.torch).toBe(true);
    world.light = new Error('stuck');
    session.switchCamera('cam-2');
    await world.settle();
    session.setTorch(true);
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'aligning', torch: false });
  });

  it('pauses while the page is hidden', async () => {
    const world = new FakeDocumentWorld();
    await world.started();
    world.page.change('hidden');
    expect(world.captures[0]?.paused).toBe(true);
    world.page.change('visible');
    expect(world.captures[0]?.paused).toBe(false);
  });
});

describe('a file', () => {
  it('is read without any camera', async () => {
    const world = new FakeDocumentWorld();
    const session = await world.started({ capture: 'upload' });
    const file = new Blob(['file']);
    session.upload(file);
    await world.settle();
    expect(world.files).toEqual([file]);
    expect(world.cameras).toHaveLength(0);
    expect(session.result?.origin).toBe('upload');
  });

  it('leaves nothing behind when it cannot be read, and the next one is tried', async () => {
    const world = new FakeDocumentWorld();
    world.file = codedError('file-damaged');
    const session = await world.started({ allowUpload: true });
    session.upload(new Blob(['one']));
    await world.settle();
    expect(session.snapshot.failure?.code).toBe('file-damaged');
    expect(session.result).toBeNull();
    expect(world.camerasOpen).toBe(0);
    world.file = documentPicture({ origin: 'upload' });
    session.upload(new Blob(['two']));
    await world.settle();
    expect(session.snapshot.phase).toBe('captured');
  });

  it('that takes for ever is given up', async () => {
    const world = new FakeDocumentWorld();
    world.file = 'never';
    const session = await world.started({ allowUpload: true });
    session.upload(new Blob(['one']));
    await world.settle();
    await world.clock.advance(30_000);
    expect(session.snapshot.failure).toMatchObject({ code: 'attempt-timeout', retryable: true });
  });
});

const GATE = {
  guidance: 'hold-still',
  guidanceSinceMs: 0,
  stableProgress: 0.4,
  ready: false,
  problems: [],
  problemSinceMs: {},
  stableFrames: 2,
  stableMs: 100,
  speedSpansPerSecond: 0,
  timestampMs: 0,
} as const;

/** Ways to every phase that waits for something. */
const PHASES: Readonly<
  Record<string, (world: FakeDocumentWorld) => Promise<ReturnType<FakeDocumentWorld['session']>>>
> = {
  checking: (world) => {
    world.support = 'never';
    return world.started();
  },
  'requesting-permission': (world) => {
    world.camera = 'never';
    return world.started();
  },
  loading: (world) => {
    world.vision = 'never';
    return world.started();
  },
  aligning: (world) => world.started(),
  reading: async (world) => {
    world.file = 'never';
    const session = await world.started({ allowUpload: true });
    session.upload(new Blob(['file']));
    await world.settle();
    return session;
  },
  refused: async (world) => {
    const session = await world.started();
    await world.takePicture({ problems: ['blurry'] });
    return session;
  },
  captured: async (world) => {
    const session = await world.started();
    await world.takePicture();
    return session;
  },
};

describe.each(Object.entries(PHASES))('in %s', (phase, reach) => {
  async function reached() {
    const world = new FakeDocumentWorld();
    const session = await reach(world);
    expect(session.snapshot.phase).toBe(phase);
    return { world, session };
  }

  it('cancel lets go of everything', async () => {
    const { world, session } = await reached();
    session.cancel();
    await world.settle();
    expect(session.snapshot.phase).toBe(phase === 'captured' ? 'captured' : 'cancelled');
    expect(world.camerasOpen).toBe(0);
    if (phase === 'captured') return;
    expect(world.visionsOpen).toBe(0);
    expect(session.result).toBeNull();
    expect(world.clock.pendingMs.length).toBe(0);
  });

  it('close lets go of everything for good, twice as well as once', async () => {
    const { world, session } = await reached();
    session.close();
    session.close();
    session.start();
    session.upload(new Blob(['late']));
    await world.settle();
    expect([world.camerasOpen, world.visionsOpen, world.clock.pendingMs.length]).toEqual([0, 0, 0]);
    expect(session.result).toBeNull();
  });

  it('reset goes back to the beginning, from which it works', async () => {
    const { world, session } = await reached();
    session.reset();
    expect(session.snapshot).toMatchObject({ phase: 'idle', failure: null, problems: [] });
    Object.assign(world, { support: new FakeDocumentWorld().support, camera: null, vision: null });
    session.start();
    await world.settle();
    expect(session.snapshot.phase).toBe('aligning');
  });

  it('leaving the page closes the camera', async () => {
    const { world } = await reached();
    world.page.change('leaving');
    await world.settle();
    expect(world.camerasOpen).toBe(0);
  });
});

describe('options that cannot work', () => {
  it.each([{ assetsUrl: '' }, { manualAfterMs: -1 }, { timeoutMs: Number.NaN }, { maxRefusals: -1 }])(
    '%o',
    (options) => {
      expect(() => new FakeDocumentWorld().session(options)).toThrow(TypeError);
    },
  );
});
