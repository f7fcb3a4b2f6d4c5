import { StoredRecord } from './engine/stored-record.ts';
import type { ResumePoint } from './machine/session-event.ts';
import type { SessionStore } from './ports.ts';

/** How long a submission is worth asking after. Our choice: longer than any processing, shorter than a shared computer's shift. */
const LIFETIME_MS = 15 * 60_000;

/** Where a journey was, for the page's next life. Only ids, counters and an expiry are written. */
export function createResumeStore(store: SessionStore | null, prefix: string): StoredRecord<ResumePoint> {
  return new StoredRecord(store, `${prefix}.resume`, LIFETIME_MS, parsePoint);
}

function parsePoint(fields: Readonly<Record<string, unknown>>): ResumePoint | null {
  const { submissionId, correlationId, attempt, gatewayAttemptsLeft = null } = fields;
  if (typeof submissionId !== 'string' || submissionId === '') return null;
  if (typeof correlationId !== 'string' || correlationId === '') return null;
  if (!isCount(attempt) || !(gatewayAttemptsLeft === null || isCount(gatewayAttemptsLeft))) return null;
  return { submissionId, correlationId, attempt, gatewayAttemptsLeft };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
