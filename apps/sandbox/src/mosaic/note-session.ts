import type { VerificationRow } from '../database/schema.ts';
import type { Exchange } from '../gateway/serve-operation.ts';

/** Says to the log and the feed which session an exchange is about. */
export function noteSession({ notes }: Exchange, row: VerificationRow): void {
  notes.clientId = row.client_id;
  notes.correlationId = row.id;
  notes.submissionId = row.id;
  notes.scripted = row.scenario !== null || row.mock !== null;
  notes.latencyMs = row.scenario?.latencyMs ?? 0;
}
