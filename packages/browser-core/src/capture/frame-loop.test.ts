import { describe, expect, it } from 'vitest';
import type { AnalysableFrame } from '../face/vision.ts';
import { startFrameLoop } from './frame-loop.ts';
import type { TimedFrame } from './frame-source.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** A source whose frames come when the test says so, and a loop that writes down which it looked at. */
function openLoop() {
  const looked: number[] = [];
  const closed: number[] = [];
  const life = new AbortController();
  let give: ((timed: TimedFrame) => void) | null = null;
  const loop = startFrameLoop<never>(
    {
      stream: {} as MediaStream,
      signal: life.signal,
      look: ({ frame, timestampMs }) => {
        looked.push(timestampMs);
        frame.close();
        return Promise.resolve(null);
      },
      intervalMs: () => 0,
      forget: () => {},
    },
    {
      openFrameSource: () => ({
        next: () => new Promise((resolve) => (give = resolve)),
        close: () => {},
      }),
      clock: { monotonicNow: () => 0, setTimer: () => ({ cancel: () => {} }) },
    },
  );
  loop.result.catch(() => {});
  const arrive = async (number: number): Promise<void> => {
    const frame = { close: () => closed.push(number) } as unknown as AnalysableFrame;
    const waiting = give;
    give = null;
    if (waiting === null) throw new Error('nobody waits for a frame');
    waiting({ frame, timestampMs: number });
    await settled();
  };
  return { loop, looked, closed, arrive, isWaiting: () => give !== null, end: () => life.abort(new Error('over')) };
}

describe('frame loop', () => {
  it('does not look at a frame that was awaited when the pause came, whenever it arrives', async () => {
    const { loop, looked, closed, arrive, isWaiting, end } = openLoop();
    await arrive(1);
    loop.pause();
    await arrive(2);
    expect(isWaiting()).toBe(false);
    loop.resume();
    await settled();
    await arrive(3);
    await arrive(4);
    expect(looked).toEqual([1, 4]);
    expect(closed).toEqual([1, 2, 3, 4]);
    end();
  });

  it('does not look at a frame that was awaited across a whole pause', async () => {
    const { loop, looked, closed, arrive, end } = openLoop();
    await arrive(1);
    loop.pause();
    loop.resume();
    await arrive(2);
    await arrive(3);
    await arrive(4);
    await arrive(5);
    expect(looked).toEqual([1, 4, 5]);
    expect(closed).toEqual([1, 2, 3, 4, 5]);
    end();
  });

  it('looks at the first frame where nothing was paused', async () => {
    const { looked, arrive, end } = openLoop();
    await arrive(1);
    await arrive(2);
    expect(looked).toEqual([1, 2]);
    end();
  });
});
