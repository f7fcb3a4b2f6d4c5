/**
 * What several processes share: four operations, each atomic. `setIfAbsent` is what makes a lease and a replay store
 * possible; a store that can only look and then write cannot stand in for it.
 */
export interface AtomicStore {
  /** The value, or undefined when there is none or its time is over. */
  get(key: string): Promise<string | undefined>;
  /** Writes, whatever was there. `ttlMs` > 0. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Writes only where nothing is. True: written. Of many callers at once, one is told true. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Deletes only this value. True: deleted. */
  deleteIfEquals(key: string, value: string): Promise<boolean>;
}
