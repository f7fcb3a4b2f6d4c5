import type { TelemetryRecord } from './liveness-session-options.ts';
import type { SessionState } from './machine/session-state.ts';

/** What changed between two states, as names and codes. */
export function toTelemetry(
  before: SessionState,
  after: SessionState,
  sinceCreatedMs: number,
): readonly TelemetryRecord[] {
  const records: TelemetryRecord[] = [];
  const base = { atMs: Math.round(sinceCreatedMs), attempt: after.attempt, phase: after.phase };
  if (after.phase !== before.phase) records.push({ name: 'phase', ...base, from: before.phase });
  if (after.guidance !== before.guidance && after.guidance !== null) {
    records.push({ name: 'guidance', ...base, code: after.guidance });
  }
  if (after.failure !== before.failure && after.failure !== null) {
    records.push({ name: 'failure', ...base, code: after.failure.code });
  }
  return records;
}
