import type { Clock } from '#wire/clock.js';
import type { CreateHandover } from '@bonafide/contracts/capture-backend';
import type { AtomicStore } from '../../atomic-store.ts';
import type { CaptureSubject } from '../capture-backend-options.ts';
import { available, exclusively } from '../store-lock.ts';
import type { Patience } from '../store-lock.ts';

/** A phone that has opened a link. */
export interface JoinedPhone {
  /** SHA-256 of its token, lower-case hex. */
  readonly tokenDigest: string;
  /** Shown on both screens. */
  readonly code: string;
  /** Until when the person may say that it is theirs; afterwards until when it may go on. */
  readonly endsAtEpochMs: number;
  readonly confirmed: boolean;
}

/** What is kept of a hand-over: whose check it is, what was chosen, digests. No secret, no token. */
export interface HandoverRecord {
  /** As the session said it; a phone has no session to ask. */
  readonly subject: CaptureSubject;
  /** The check, once it has begun. */
  readonly captureId: string | null;
  readonly chosen: Omit<CreateHandover, 'processId'>;
  /** SHA-256 of the link's secret, lower-case hex. */
  readonly secretDigest: string;
  readonly linkEndsAtEpochMs: number;
  readonly phone: JoinedPhone | null;
  readonly revoked: boolean;
  /** The person has stopped on the phone. */
  readonly left: boolean;
}

/** Where the hand-overs of a backend are kept. */
export interface HandoverRecords {
  load(handoverId: string): Promise<HandoverRecord | undefined>;
  save(handoverId: string, record: HandoverRecord): Promise<void>;
  /**
   * Runs `change` while nobody else changes this hand-over.
   * @throws {CaptureRefusal} `busy`
   */
  exclusively<T>(handoverId: string, change: () => Promise<T>, patience?: Patience): Promise<T>;
}

/** How long it is still known what a hand-over came to, so that a late phone is told why. Source: guess. */
const LINGER_MS = 15 * 60_000;

export function createHandoverRecords(store: AtomicStore, clock: Clock): HandoverRecords {
  const keyOf = (handoverId: string): string => `handover:${handoverId}`;
  return {
    async load(handoverId) {
      const text = await available(() => store.get(keyOf(handoverId)));
      return text === undefined ? undefined : (JSON.parse(text) as HandoverRecord);
    },
    async save(handoverId, record) {
      const endsAtEpochMs = Math.max(record.linkEndsAtEpochMs, record.phone?.endsAtEpochMs ?? 0);
      const ttlMs = Math.max(0, endsAtEpochMs - clock.now()) + LINGER_MS;
      await available(() => store.set(keyOf(handoverId), JSON.stringify(record), ttlMs));
    },
    exclusively: (handoverId, change, patience) => exclusively(store, clock, keyOf(handoverId), change, patience),
  };
}
