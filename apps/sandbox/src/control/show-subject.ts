import type { Subject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** What every check has: a history, pictures (presigned, as a partner gets them), deliveries where something is announced. */
export async function showSubject({ db, presigned, settings }: Gateway, subject: Subject) {
  const [column, id] = columnOf(subject);
  const timeline = await db
    .selectFrom('timeline')
    .select(['at', 'kind', 'detail'])
    .where(column, '=', id)
    .orderBy('id')
    .execute();
  const artefacts = await db
    .selectFrom('artefact')
    .select(['key', 'document_type', 'status', 'content_type', 'byte_count', 'digest', 'erased_at', 'is_carried'])
    .where(column, '=', id)
    .execute();
  const deliveries =
    column === 'hosted_check_id'
      ? []
      : await db
          .selectFrom('delivery')
          .select(['id', 'state', 'attempts', 'last_status', 'last_error', 'next_attempt_at', 'delivered_at'])
          .where(column, '=', id)
          .execute();
  return {
    timeline,
    documents: artefacts.map(({ key, ...artefact }) => ({
      documentType: artefact.document_type,
      status: artefact.status,
      contentType: artefact.content_type,
      bytes: artefact.byte_count,
      digest: artefact.digest,
      erasedAt: artefact.erased_at,
      keptFromLastAttempt: artefact.is_carried,
      url:
        artefact.byte_count === null || artefact.erased_at !== null
          ? null
          : presigned.sign('GET', key, settings.imageUrlSeconds),
    })),
    callbacks: deliveries.map((delivery) => ({
      deliveryId: delivery.id,
      state: delivery.state,
      attempts: delivery.attempts,
      lastStatus: delivery.last_status,
      lastError: delivery.last_error,
      nextAttemptAt: delivery.next_attempt_at,
      deliveredAt: delivery.delivered_at,
    })),
  };
}

function columnOf(subject: Subject) {
  if (subject.submission_id !== null) return ['submission_id', subject.submission_id] as const;
  if (subject.process_id !== null) return ['process_id', subject.process_id] as const;
  return ['hosted_check_id', subject.hosted_check_id] as const;
}
