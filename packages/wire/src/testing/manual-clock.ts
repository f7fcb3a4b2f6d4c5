import type { Clock, Timer } from '../clock.ts';
import { countPendingWebCrypto } from './pending-web-crypto.ts';

/** A clock that moves only when a test says so. For this workspace's tests; never part of a published package. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass: fires what falls due, in order, and lets promises settle after each. */
  advance(ms: number): Promise<void>;
  /** Fires the next timer, however far away. False when there is none. */
  advanceToNext(): Promise<boolean>;
  /** Moves the wall clock alone, as a machine's clock correction does. */
  jump(ms: number): void;
  /** Delays of the timers that are armed, soonest first, in milliseconds from now. */
  readonly pendingMs: readonly number[];
}

export function createManualClock(startEpochMs = Date.UTC(2026, 0, 1)): ManualClock {
  let elapsedMs = 0;
  let offsetMs = startEpochMs;
  let serial = 0;
  const timers = new Map<number, { readonly dueMs: number; readonly run: () => void }>();

  function soonest(): [number, { readonly dueMs: number; readonly run: () => void }] | undefined {
    return [...timers].sort(([idA, a], [idB, b]) => a.dueMs - b.dueMs || idA - idB)[0];
  }

  async function advanceTo(targetMs: number): Promise<void> {
    await settle();
    for (let next = soonest(); next !== undefined && next[1].dueMs <= targetMs; next = soonest()) {
      timers.delete(next[0]);
      elapsedMs = Math.max(elapsedMs, next[1].dueMs);
      next[1].run();
      await settle();
    }
    elapsedMs = Math.max(elapsedMs, targetMs);
  }

  return {
    now: () => offsetMs + elapsedMs,
    monotonicNow: () => elapsedMs,
    setTimer(run, delayMs): Timer {
      const id = (serial += 1);
      timers.set(id, { dueMs: elapsedMs + Math.max(0, delayMs), run });
      return { cancel: () => void timers.delete(id) };
    },
    advance: (ms) => advanceTo(elapsedMs + ms),
    async advanceToNext() {
      await settle();
      const next = soonest();
      if (next === undefined) return false;
      await advanceTo(next[1].dueMs);
      return true;
    },
    jump(ms) {
      offsetMs += ms;
    },
    get pendingMs() {
      return [...timers.values()].map(({ dueMs }) => dueMs - elapsedMs).sort((a, b) => a - b);
    },
  };
}

/** Microtasks, the macrotasks that streams and `Response` bodies take, and whatever WebCrypto has still to answer. */
async function settle(): Promise<void> {
  for (let quietTurns = 0; quietTurns < 5;) {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    quietTurns = countPendingWebCrypto() > 0 ? 0 : quietTurns + 1;
  }
}
