import type { Clock } from '#wire/clock.js';
import { deadlineSignal } from '#wire/abort.js';
import { sleep } from '#wire/sleep.js';
import type { AtomicStore } from '../atomic-store.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { CaptureRefusal } from './refusal.ts';

/** Longest change: a new attempt creates a process and copies two pictures. Source: guess. */
const CHANGE_TIMEOUT_MS = 90_000;
/** A crashed process holds what it changes this long. */
const LOCK_TTL_MS = CHANGE_TIMEOUT_MS + 10_000;
/** How often whoever is patient looks whether it is their turn. Source: guess. */
const LOOK_AGAIN_MS = 200;

export interface Patience {
  /** How long to wait for whoever is at it before it is refused. Default 0: not at all. */
  readonly patienceMs?: number;
}

/** For what nobody repeats when it is refused, such as the last request of a page. A page gives it 10 s. Source: guess. */
export const LAST_REQUEST: Patience = { patienceMs: 5_000 };

/**
 * Runs `change` while nobody else changes what is kept under `key`.
 * @throws {CaptureRefusal} `busy`
 */
export async function exclusively<T>(
  store: AtomicStore,
  clock: Clock,
  key: string,
  change: (signal: AbortSignal) => Promise<T>,
  { patienceMs = 0 }: Patience = {},
): Promise<T> {
  const lockKey = `${key}:lock`;
  const holder = crypto.randomUUID();
  const patientUntilMs = clock.now() + patienceMs;
  while (!(await available(() => store.setIfAbsent(lockKey, holder, LOCK_TTL_MS)))) {
    if (clock.now() >= patientUntilMs) throw new CaptureRefusal('busy');
    await sleep(LOOK_AGAIN_MS, clock);
  }
  const deadline = deadlineSignal(clock, CHANGE_TIMEOUT_MS);
  try {
    return await change(deadline.signal);
  } finally {
    deadline.dispose();
    await quietly(() => store.deleteIfEquals(lockKey, holder));
  }
}

/** @throws {PartnerServerError} `store-unavailable` */
export async function available<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (cause) {
    throw new PartnerServerError('store-unavailable', 'the store of the checks does not answer', { cause });
  }
}

/** Should letting go fail, the lock runs out by itself. A client that is closed may throw at once instead of rejecting. */
async function quietly(operation: () => Promise<unknown>): Promise<void> {
  try {
    await operation();
  } catch {
    // Said above.
  }
}
