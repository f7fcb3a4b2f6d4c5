import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { deadlineSignal, linkSignals, waitUnlessAborted } from './abort.ts';
import { sleep } from './sleep.ts';
import { createManualClock } from './testing/manual-clock.ts';

describe('deadlineSignal', () => {
  it('aborts with a TimeoutError on the given clock', async () => {
    const clock = createManualClock();
    const { signal } = deadlineSignal(clock, 1_000);
    await clock.advance(999);
    expect(signal.aborted).toBe(false);
    await clock.advance(1);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('does not tick on after it was disposed of', () => {
    const clock = createManualClock();
    deadlineSignal(clock, 1_000).dispose();
    expect(clock.pendingMs).toEqual([]);
  });
});

describe('linkSignals', () => {
  it('aborts with the reason of the first', () => {
    const [a, b] = [new AbortController(), new AbortController()];
    const { signal } = linkSignals(a.signal, undefined, b.signal);
    b.abort('b');
    a.abort('a');
    expect(signal.reason).toBe('b');
  });

  it('has aborted when one of them has', () => {
    expect(linkSignals(new AbortController().signal, AbortSignal.abort('old')).signal.reason).toBe('old');
  });

  it('leaves no listener, whether it aborted or was disposed of', () => {
    const [a, b] = [new AbortController(), new AbortController()];
    linkSignals(a.signal, b.signal).dispose();
    linkSignals(a.signal, b.signal);
    b.abort();
    expect(getEventListeners(a.signal, 'abort')).toHaveLength(0);
  });
});

describe('waitUnlessAborted', () => {
  it('ends the wait and not the work', async () => {
    const controller = new AbortController();
    let finish: (value: string) => void = () => {};
    const work = new Promise<string>((resolve) => (finish = resolve));
    const wait = waitUnlessAborted(work, controller.signal);
    controller.abort('tired');
    await expect(wait).rejects.toBe('tired');
    finish('done');
    expect(await waitUnlessAborted(work, undefined)).toBe('done');
  });

  it('leaves no listener', async () => {
    const controller = new AbortController();
    await waitUnlessAborted(Promise.resolve(1), controller.signal);
    await Promise.resolve();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

describe('sleep', () => {
  it('rejects at once when it is already too late', async () => {
    const clock = createManualClock();
    await expect(sleep(10, clock, AbortSignal.abort('late'))).rejects.toBe('late');
    expect(clock.pendingMs).toEqual([]);
  });
});
