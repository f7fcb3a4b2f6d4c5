import type { Clock } from '#wire/clock.js';
import type { CaptureDepiction, CaptureStatus, DocumentSide } from '@bonafide/contracts/capture-backend';
import type { AtomicStore } from '../atomic-store.ts';
import { available, exclusively } from './store-lock.ts';
import type { Patience } from './store-lock.ts';

/** What is kept of a check: whose it is, names of the gateway, digests and words. No picture, no token. */
export interface CaptureRecord {
  readonly subjectId: string;
  readonly dossierId: string;
  /** The gateway's, of the present attempt. */
  readonly processId: string;
  readonly attempt: number;
  readonly documentType: string;
  readonly countryOfResidence: string;
  readonly consented: boolean;
  readonly sides: readonly DocumentSide[];
  readonly selfie: boolean;
  /** SHA-256 of each picture that is there, lower-case hex. */
  readonly digests: Readonly<Partial<Record<CaptureDepiction, string>>>;
  readonly started: boolean;
  /** Once it is over. */
  readonly outcome: Exclude<CaptureStatus, 'pending' | 'processing' | 'recapture'> | null;
  readonly endsAtEpochMs: number;
}

/** Where the checks of a backend are kept. */
export interface CaptureRecords {
  load(captureId: string): Promise<CaptureRecord | undefined>;
  save(captureId: string, record: CaptureRecord): Promise<void>;
  /**
   * Runs `change` while nobody else changes this check.
   * @throws {CaptureRefusal} `busy`
   */
  exclusively<T>(captureId: string, change: (signal: AbortSignal) => Promise<T>, patience?: Patience): Promise<T>;
}

export function createCaptureRecords(store: AtomicStore, clock: Clock): CaptureRecords {
  const keyOf = (captureId: string): string => `capture:${captureId}`;
  return {
    async load(captureId) {
      const text = await available(() => store.get(keyOf(captureId)));
      if (text === undefined) return undefined;
      const record = JSON.parse(text) as CaptureRecord;
      return record.endsAtEpochMs > clock.now() ? record : undefined;
    },
    async save(captureId, record) {
      const ttlMs = record.endsAtEpochMs - clock.now();
      if (ttlMs > 0) await available(() => store.set(keyOf(captureId), JSON.stringify(record), ttlMs));
    },
    exclusively: (captureId, change, patience) => exclusively(store, clock, keyOf(captureId), change, patience),
  };
}
