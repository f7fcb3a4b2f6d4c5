import type { IdnowSession } from '@bonafide/contracts/idnow';
import type { IdnowSessionRow } from '../database/schema.ts';
import { FLOWS } from './flows.ts';

const FLOW_VERSION = '1';

/** A session as it is answered: what it knows of its end, only once it has ended. */
export function toSession(row: IdnowSessionRow): IdnowSession {
  const { stepDescription, stepType } = FLOWS[row.flow_id];
  const lastStep = { stepId: 'step-1', stepDescription, ...(stepType === null ? {} : { stepType }) };
  const extension = {
    ...(row.scenario === null ? {} : { scripted: true }),
    ...(row.reason_code === null ? {} : { reasonCode: row.reason_code }),
    ...(row.retry_after_seconds === null ? {} : { retryAfterSeconds: row.retry_after_seconds }),
  };
  return {
    sessionId: row.id,
    sessionStatus: row.status,
    flowId: row.flow_id,
    flowVersion: FLOW_VERSION,
    environment: row.environment,
    subjectId: row.subject_id,
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    createdAt: row.created_at.toISOString(),
    ...(row.started_at === null ? {} : { startedAt: row.started_at.toISOString() }),
    updatedAt: row.updated_at.toISOString(),
    ...(row.completed_at === null ? {} : { completedAt: row.completed_at.toISOString() }),
    expiresAt: row.expires_at.toISOString(),
    ...(row.redirect_url === null ? {} : { redirectUrl: row.redirect_url }),
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.verdict === null ? {} : { lastStep: { ...lastStep, verdict: row.verdict } }),
    ...(row.results === null ? {} : { results: row.results }),
    ...(Object.keys(extension).length === 0 ? {} : { 'x-bonafide': extension }),
  };
}
