import { describe, expect, it } from 'vitest';
import { scriptCapture } from '../../test/scripted-capture.ts';
import type { AnalysableFrame } from '../face/vision.ts';
import { startCapture } from './capture-loop.ts';
import { FrameKeeper, KEPT_SIDE } from './frame-keeper.ts';

function keeper() {
  let open = 0;
  const shrunk: number[] = [];
  const ports = {
    shrinkFrame: (frame: AnalysableFrame, longestSide: number) => {
      shrunk.push(longestSide);
      open += 1;
      return Promise.resolve({ name: (frame as unknown as { name: string }).name, close: () => (open -= 1) } as never);
    },
    encodePicture: (bitmap: ImageBitmap) =>
      Promise.resolve({ image: new Blob([(bitmap as unknown as { name: string }).name]), width: 1, height: 1 }),
  };
  const frames = new FrameKeeper(ports);
  const see = async (atMs: number): Promise<void> => {
    const copy = await frames.copy({ name: String(atMs) } as never, atMs);
    if (copy !== null) frames.add(copy);
  };
  return { frames, see, shrunk, open: () => open };
}

describe('frames that are kept', () => {
  it('are small, a fifth of a second apart, and the last six', async () => {
    const { frames, see, shrunk, open } = keeper();
    for (let atMs = 0; atMs <= 3500; atMs += 50) await see(atMs);
    expect(open()).toBe(6);
    expect(new Set(shrunk)).toEqual(new Set([KEPT_SIDE]));
    const taken = await frames.take();
    expect(taken.map(({ timestampMs }) => timestampMs)).toEqual([2400, 2600, 2800, 3000, 3200, 3400]);
    expect(await taken[0]?.image.text()).toBe('2400');
    expect(open()).toBe(0);
    expect(await frames.take()).toEqual([]);
  });

  it('are freed when they are dropped', async () => {
    const { frames, see, open } = keeper();
    await see(0);
    await see(1000);
    frames.clear();
    expect(open()).toBe(0);
  });

  it('are freed when one cannot be encoded', async () => {
    const ports = {
      shrinkFrame: () => Promise.resolve({ close: () => (closed += 1) } as never),
      encodePicture: () => Promise.reject(new Error('no canvas')),
    };
    let closed = 0;
    const frames = new FrameKeeper(ports);
    for (const atMs of [0, 400]) {
      const copy = await frames.copy({} as never, atMs);
      if (copy !== null) frames.add(copy);
    }
    await expect(frames.take()).rejects.toThrow('no canvas');
    expect(closed).toBe(2);
  });
});

describe('a capture', () => {
  it('comes with frames from before it, of one unbroken sight of the face', async () => {
    const { options, ports, held, analysed } = scriptCapture((index) => (index === 20 ? { face: null } : {}), {
      auto: false,
    });
    const run = startCapture(options, ports);
    while (analysed.length < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    run.shoot();
    const { frames, timestampMs } = await run.result;
    expect(frames.length).toBeGreaterThan(1);
    const brokenAtMs = analysed[20]?.timestampMs ?? NaN;
    for (const frame of frames) {
      expect(frame.timestampMs).toBeGreaterThan(brokenAtMs);
      expect(frame.timestampMs).toBeLessThanOrEqual(timestampMs);
    }
    expect(held.open).toBe(0);
  });
});
