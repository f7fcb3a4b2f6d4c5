import type { DocumentTelemetryRecord } from './document-session-options.ts';
import type { DocumentState } from './machine/document-state.ts';

/** What changed between two states, as names and codes. */
export function toDocumentTelemetry(
  before: DocumentState,
  after: DocumentState,
  sinceCreatedMs: number,
): readonly DocumentTelemetryRecord[] {
  const records: DocumentTelemetryRecord[] = [];
  const base = { atMs: Math.round(sinceCreatedMs), side: after.side, phase: after.phase };
  if (after.phase !== before.phase) records.push({ name: 'phase', ...base, from: before.phase });
  if (after.guidance !== before.guidance && after.guidance !== null) {
    records.push({ name: 'guidance', ...base, code: after.guidance });
  }
  if (after.refusals > before.refusals) {
    for (const code of after.problems) records.push({ name: 'refusal', ...base, code });
  }
  if (after.failure !== before.failure && after.failure !== null) {
    records.push({ name: 'failure', ...base, code: after.failure.code });
  }
  return records;
}
