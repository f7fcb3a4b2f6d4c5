import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecord } from './capture-record.ts';

/**
 * Creates a process for the record's present attempt, says so to the partner, and has it kept. One that is not kept is deleted
 * at the gateway: nobody would know of it, nor of the pictures that are in it.
 */
export async function openAttempt(
  settings: CaptureBackendSettings,
  captureId: string,
  record: Omit<CaptureRecord, 'processId'>,
  keep: (record: CaptureRecord) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const { assure, processType, notification, onProcess } = settings;
  const { subjectId, dossierId, attempt, documentType, countryOfResidence, consented } = record;
  const { processId } = await assure.createProcess({
    dossierId,
    processType,
    documentType,
    location: { countryOfResidence },
    ...(consented && { consents: { privacy: true } }),
    ...(notification && {
      notificationUrl: notification.url,
      authorizationHeader: notification.authorizationHeader,
    }),
    signal,
  });
  try {
    await onProcess({ subjectId, captureId, attempt, dossierId, processId });
    await keep({ ...record, processId });
  } catch (error) {
    // Without the signal, which may be why it was not kept.
    await assure.deleteProcess({ dossierId, processId }).catch(() => {});
    throw error;
  }
}
