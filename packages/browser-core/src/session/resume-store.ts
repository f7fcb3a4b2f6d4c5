import type { ResumePoint } from './machine/session-event.ts';
import type { SessionStore } from './ports.ts';

/** How long a submission is worth asking after. Our choice: longer than any processing, shorter than a shared computer's shift. */
const LIFETIME_MS = 15 * 60_000;

/**
 * Where a journey was, for the page's next life. Only ids, counters and an expiry are written. Storage that is
 * missing, full or forbidden turns resuming off and nothing else.
 */
export class ResumeStore {
  readonly #store: SessionStore | null;
  readonly #key: string;

  constructor(store: SessionStore | null, prefix: string) {
    this.#store = store;
    this.#key = `${prefix}.resume`;
  }

  save(point: ResumePoint, epochNowMs: number): void {
    const { submissionId, correlationId, attempt, gatewayAttemptsLeft } = point;
    const record = {
      version: 1,
      submissionId,
      correlationId,
      attempt,
      gatewayAttemptsLeft,
      expiresAtMs: epochNowMs + LIFETIME_MS,
    };
    this.#guard((store) => store.setItem(this.#key, JSON.stringify(record)));
  }

  /** The point, or null when there is none, it is too old or it is not ours to read. */
  read(epochNowMs: number): ResumePoint | null {
    const text = this.#guard((store) => store.getItem(this.#key));
    if (typeof text !== 'string') return null;
    const point = parsePoint(text, epochNowMs);
    if (point === null) this.clear();
    return point;
  }

  clear(): void {
    this.#guard((store) => store.removeItem(this.#key));
  }

  #guard<T>(use: (store: SessionStore) => T): T | null {
    if (this.#store === null) return null;
    try {
      return use(this.#store);
    } catch {
      return null;
    }
  }
}

function parsePoint(text: string, epochNowMs: number): ResumePoint | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Readonly<Record<string, unknown>>;
  const { version, submissionId, correlationId, attempt, gatewayAttemptsLeft = null, expiresAtMs } = record;
  if (version !== 1 || typeof submissionId !== 'string' || submissionId === '') return null;
  if (typeof correlationId !== 'string' || correlationId === '') return null;
  if (!isCount(attempt) || !(gatewayAttemptsLeft === null || isCount(gatewayAttemptsLeft))) return null;
  const leftMs = typeof expiresAtMs === 'number' ? expiresAtMs - epochNowMs : 0;
  // A clock that was set back must not make a record live for ever.
  if (!(leftMs > 0 && leftMs <= LIFETIME_MS)) return null;
  return { submissionId, correlationId, attempt, gatewayAttemptsLeft };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
