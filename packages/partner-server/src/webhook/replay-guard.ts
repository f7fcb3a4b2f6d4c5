import type { AtomicStore } from '../atomic-store.ts';
import { PartnerServerError } from '../partner-server-error.ts';

export interface ReplayGuardOptions {
  readonly store: AtomicStore;
  /** How long an event that was dealt with is remembered. */
  readonly doneTtlMs: number;
  /** How long a handler may take; one that crashed holds the event this long. */
  readonly handlingTtlMs: number;
}

export type ReplayOutcome = 'handled' | 'already-done' | 'in-progress';

/**
 * Runs `handle` once an event, whatever number of deliveries come at once or later. An event whose handler failed is let
 * go, so that the sender's next delivery is handled.
 * @throws {PartnerServerError} `store-unavailable`; what `handle` throws
 */
export async function handleOnce(
  eventKey: string,
  { store, doneTtlMs, handlingTtlMs }: ReplayGuardOptions,
  handle: () => Promise<void>,
): Promise<ReplayOutcome> {
  const key = `callback:${eventKey}`;
  const mine = `in-progress:${crypto.randomUUID()}`;
  if (!(await available(() => store.setIfAbsent(key, mine, handlingTtlMs)))) {
    return (await available(() => store.get(key))) === 'done' ? 'already-done' : 'in-progress';
  }
  try {
    await handle();
  } catch (error) {
    // When this fails too, the entry runs out by itself; the handler's error is the one to hear of.
    await quietly(() => store.deleteIfEquals(key, mine));
    throw error;
  }
  // The event was dealt with: should this fail, asking for another delivery would only have it dealt with twice.
  await quietly(() => store.set(key, 'done', doneTtlMs));
  return 'handled';
}

/** Also where a client that is closed throws at once instead of rejecting. */
async function quietly(operation: () => Promise<unknown>): Promise<void> {
  try {
    await operation();
  } catch {
    // Said above, at each use.
  }
}

async function available<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (cause) {
    throw new PartnerServerError('store-unavailable', 'the replay store does not answer', { cause });
  }
}
