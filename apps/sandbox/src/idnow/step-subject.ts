import { dateOf } from '../clock.ts';
import type { IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { StepSubject } from './step-end.ts';

/** Whom the blocks of a session are about, now. */
export function toStepSubject(
  { clock }: Gateway,
  { id, subject_id }: IdnowSessionRow,
  credentialId: string | null,
): StepSubject {
  return { subjectId: subject_id, credentialId, requestId: id, at: dateOf(clock).toISOString() };
}
