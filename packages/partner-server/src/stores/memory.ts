import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import type { AtomicStore } from '../atomic-store.ts';

export interface MemoryStoreOptions {
  readonly clock?: Pick<Clock, 'monotonicNow'>;
  /** Oldest entries are dropped beyond this many. Default: 100,000. */
  readonly maxEntries?: number;
}

/** An `AtomicStore` for one process. It ends with the process. */
export function createMemoryStore({ clock = systemClock, maxEntries = 100_000 }: MemoryStoreOptions = {}): AtomicStore {
  const entries = new Map<string, { readonly value: string; readonly endsAtMs: number }>();

  function read(key: string): string | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.endsAtMs > clock.monotonicNow()) return entry.value;
    entries.delete(key);
    return undefined;
  }

  function write(key: string, value: string, ttlMs: number): void {
    // Deleting first moves the key to the end: the order of the map is the order of writing.
    entries.delete(key);
    if (entries.size >= maxEntries) makeRoom();
    entries.set(key, { value, endsAtMs: clock.monotonicNow() + ttlMs });
  }

  function makeRoom(): void {
    const nowMs = clock.monotonicNow();
    for (const [key, { endsAtMs }] of entries) if (endsAtMs <= nowMs) entries.delete(key);
    for (const key of entries.keys()) {
      if (entries.size < maxEntries) break;
      entries.delete(key);
    }
  }

  return {
    get: (key) => Promise.resolve(read(key)),
    set(key, value, ttlMs) {
      write(key, value, ttlMs);
      return Promise.resolve();
    },
    setIfAbsent(key, value, ttlMs) {
      if (read(key) !== undefined) return Promise.resolve(false);
      write(key, value, ttlMs);
      return Promise.resolve(true);
    },
    deleteIfEquals(key, value) {
      return Promise.resolve(read(key) === value && entries.delete(key));
    },
  };
}
