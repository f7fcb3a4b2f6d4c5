import { describe, expect, it } from 'vitest';

import { FakeWorld } from './testing/fake-world.ts';
import { started } from './testing/start-session.ts';

const CYAN = { colour: '#30d6d6', rampMs: 700 } as const;
const PLANNED = { colour: null, rampMs: 0 };

function glow(world: FakeWorld, light: typeof CYAN | null = CYAN): void {
  world.captures.at(-1)?.request.onProgress({ guidance: 'ready', stableProgress: 1, light });
}

describe('screen light', () => {
  it('is off by default, whatever a capture asks for', async () => {
    const world = new FakeWorld();
    const session = await started(world);
    expect(world.captures[0]?.request.screenLight).toBe(undefined);
    glow(world);
    expect(session.snapshot.screenLight).toBe(null);
  });

  it('is announced from the start on, and shown as the capture asks', async () => {
    const world = new FakeWorld();
    const session = world.session({ consent: 'required', screenLight: true });
    session.start();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'consent', screenLight: PLANNED });
    session.acceptConsent();
    await world.settle();
    expect(session.snapshot.screenLight).toEqual(PLANNED);
    glow(world);
    expect(session.snapshot.screenLight).toEqual(CYAN);
    await world.takePicture();
    expect(session.snapshot.screenLight).toEqual(PLANNED);
  });

  it('changes the snapshot only when it changes', async () => {
    const world = new FakeWorld();
    const session = await started(world, { screenLight: true });
    glow(world);
    const shown = session.snapshot;
    glow(world, { ...CYAN });
    expect(session.snapshot).toBe(shown);
  });

  it('is drawn by chance, or from a nonce and the attempt', async () => {
    const byChance = new FakeWorld();
    await started(byChance, { screenLight: true });
    expect(byChance.captures[0]?.request.screenLight).toMatchObject({ nonce: null, attempt: 1 });
    const bound = new FakeWorld();
    await started(bound, { screenLight: { nonce: 'a-nonce-of-the-gateway' } });
    expect(bound.captures[0]?.request.screenLight).toMatchObject({ nonce: 'a-nonce-of-the-gateway', attempt: 1 });
  });

  it('is left out where the system was asked for a still screen', async () => {
    const world = new FakeWorld();
    world.page.wantsStillScreen = true;
    const session = await started(world, { screenLight: true });
    expect(session.snapshot.screenLight).toBe(null);
    expect(world.captures[0]?.request.screenLight).toBe(undefined);
  });

  it('is left out once it is declined, and the check goes on', async () => {
    const world = new FakeWorld();
    const session = world.session({ consent: 'required', screenLight: true });
    session.start();
    await world.settle();
    session.skipScreenLight();
    expect(session.snapshot).toMatchObject({ phase: 'consent', screenLight: null });
    session.acceptConsent();
    await world.settle();
    expect(session.snapshot.phase).toBe('aligning');
    expect(world.captures[0]?.request.screenLight).toBe(undefined);
  });

  it('goes out at once when it is declined while it glows', async () => {
    const world = new FakeWorld();
    const session = await started(world, { screenLight: true });
    glow(world);
    session.skipScreenLight();
    expect(session.snapshot.screenLight).toBe(null);
    expect(world.captures[0]?.request.screenLight?.isWanted()).toBe(false);
    glow(world);
    expect(session.snapshot.screenLight).toBe(null);
  });

  it('goes out while the page is hidden or the camera is muted', async () => {
    const world = new FakeWorld();
    const session = await started(world, { screenLight: true });
    glow(world);
    world.change('hidden');
    expect(session.snapshot.screenLight).toEqual(PLANNED);
    glow(world);
    expect(session.snapshot.screenLight).toEqual(PLANNED);
    world.change('visible');
    glow(world);
    expect(session.snapshot.screenLight).toEqual(CYAN);
    world.cameras[0]?.interrupt('muted');
    expect(session.snapshot.screenLight).toEqual(PLANNED);
  });
});
