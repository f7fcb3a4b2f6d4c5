import { describe, expect, it } from 'vitest';

import type { LivenessSession } from './liveness-session.ts';
import type { SessionPhase } from './snapshot.ts';
import { FakeWorld } from './testing/fake-world.ts';
import { codedError } from './testing/fakes.ts';
import { captured, started } from './testing/start-session.ts';

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

  it('shows the stream only while looking', async () => {
    const session = await REACH[phase](new FakeWorld());
    expect(session.snapshot.stream !== null).toBe(phase === 'aligning' || phase === 'holding');
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
