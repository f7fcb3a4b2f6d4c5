import { describe, expect, it } from 'vitest';
import { createAnnouncer } from './announcer.ts';

function setUp() {
  const spoken: string[] = [];
  let timeMs = 0;
  let pending: { run: () => void; atMs: number } | null = null;
  const announcer = createAnnouncer({
    write: (text) => spoken.push(text),
    now: () => timeMs,
    setTimer(run, delayMs) {
      const timer = { run, atMs: timeMs + delayMs };
      pending = timer;
      return () => {
        if (pending === timer) pending = null;
      };
    },
    intervalMs: 1000,
  });
  return {
    announcer,
    spoken,
    advanceTo: (ms: number): void => {
      timeMs = ms;
      if (pending === null || pending.atMs > ms) return;
      const { run } = pending;
      pending = null;
      run();
    },
  };
}

describe('createAnnouncer', () => {
  it('speaks at once after silence', () => {
    const { announcer, spoken } = setUp();
    announcer.announce('a');
    expect(spoken).toEqual(['a']);
  });

  it('makes the next one wait, and lets only the newest through', () => {
    const { announcer, spoken, advanceTo } = setUp();
    announcer.announce('a');
    advanceTo(100);
    announcer.announce('b');
    announcer.announce('c');
    advanceTo(999);
    expect(spoken).toEqual(['a']);
    advanceTo(1000);
    expect(spoken).toEqual(['a', 'c']);
  });

  it('does not repeat itself, and drops what became untrue while it waited', () => {
    const { announcer, spoken, advanceTo } = setUp();
    announcer.announce('a');
    announcer.announce('b');
    announcer.announce('a');
    advanceTo(5000);
    expect(spoken).toEqual(['a']);
  });

  it('is silent after stop', () => {
    const { announcer, spoken, advanceTo } = setUp();
    announcer.announce('a');
    announcer.announce('b');
    announcer.stop();
    advanceTo(5000);
    expect(spoken).toEqual(['a']);
  });
});
