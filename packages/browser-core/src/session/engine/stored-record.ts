import type { SessionStore } from '../ports.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * One record of `sessionStorage` with an expiry. Storage that is missing, full or forbidden turns it off and nothing
 * else; what was not written by this version is forgotten.
 */
export class StoredRecord<T extends object> {
  readonly #store: SessionStore | null;
  readonly #key: string;
  readonly #lifetimeMs: number;
  readonly #parse: (fields: Fields) => T | null;

  /** `parse` gives null for what it does not know. */
  constructor(store: SessionStore | null, key: string, lifetimeMs: number, parse: (fields: Fields) => T | null) {
    this.#store = store;
    this.#key = key;
    this.#lifetimeMs = lifetimeMs;
    this.#parse = parse;
  }

  save(value: T, epochNowMs: number): void {
    const record = { ...value, version: 1, expiresAtMs: epochNowMs + this.#lifetimeMs };
    this.#guard((store) => store.setItem(this.#key, JSON.stringify(record)));
  }

  /** The record, or null when there is none, it is too old or it is not ours to read. */
  read(epochNowMs: number): T | null {
    const text = this.#guard((store) => store.getItem(this.#key));
    if (typeof text !== 'string') return null;
    const value = this.#read(text, epochNowMs);
    if (value === null) this.clear();
    return value;
  }

  clear(): void {
    this.#guard((store) => store.removeItem(this.#key));
  }

  #read(text: string, epochNowMs: number): T | null {
    const record = parseJson(text);
    if (typeof record !== 'object' || record === null) return null;
    const { version, expiresAtMs, ...fields } = record as Fields;
    const leftMs = typeof expiresAtMs === 'number' ? expiresAtMs - epochNowMs : 0;
    // A clock that was set back must not make a record live for ever.
    if (version !== 1 || !(leftMs > 0 && leftMs <= this.#lifetimeMs)) return null;
    return this.#parse(fields);
  }

  #guard<R>(use: (store: SessionStore) => R): R | null {
    if (this.#store === null) return null;
    try {
      return use(this.#store);
    } catch {
      return null;
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
