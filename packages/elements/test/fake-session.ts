import type {
  LivenessSession,
  LivenessSessionOptions,
  SessionEventMap,
  SessionSnapshot,
} from '@bonafide/browser-core/session';
import { IDLE_SNAPSHOT } from '../src/selfie-liveness/session-binding.ts';

type Call = [name: keyof LivenessSession, ...args: unknown[]];

/** A session that does what the test says, and writes down what the element asks of it. */
export class FakeSession implements LivenessSession {
  readonly calls: Call[] = [];
  readonly options: LivenessSessionOptions;
  snapshot: SessionSnapshot = IDLE_SNAPSHOT;
  closed = false;
  readonly #listeners = new Set<(snapshot: SessionSnapshot) => void>();
  readonly #handlers = new Map<keyof SessionEventMap, Set<(detail: never) => void>>();

  constructor(options: LivenessSessionOptions) {
    this.options = options;
  }

  /** How many listeners are left, of all kinds. */
  get listenerCount(): number {
    return [...this.#handlers.values()].reduce((sum, { size }) => sum + size, this.#listeners.size);
  }

  show(change: Partial<SessionSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.#listeners) listener(this.snapshot);
  }

  emit<K extends keyof SessionEventMap>(type: K, detail: SessionEventMap[K]): void {
    for (const handler of this.#handlers.get(type) ?? []) handler(detail as never);
  }

  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  on<K extends keyof SessionEventMap>(type: K, listener: (detail: SessionEventMap[K]) => void): () => void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers);
    handlers.add(listener);
    return () => handlers.delete(listener);
  }

  start(): void {
    this.calls.push(['start']);
  }

  acceptConsent(): void {
    this.calls.push(['acceptConsent']);
  }

  declineConsent(): void {
    this.calls.push(['declineConsent']);
  }

  retry(): void {
    this.calls.push(['retry']);
  }

  capture(): void {
    this.calls.push(['capture']);
  }

  cancel(reason?: 'user' | 'help'): void {
    this.calls.push(['cancel', reason]);
  }

  reset(): void {
    this.calls.push(['reset']);
    this.show(IDLE_SNAPSHOT);
  }

  switchCamera(deviceId: string): void {
    this.calls.push(['switchCamera', deviceId]);
  }

  close(): void {
    this.calls.push(['close']);
    this.closed = true;
  }
}
