import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; resolves early when the signal aborts, because what follows is an orderly end. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
