import { isPartnerServerError } from '../partner-server-error.ts';
import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import { checkUp, toOutcome } from './check-up.ts';
import { reload } from './hand-in-picture.ts';
import { LAST_REQUEST } from './store-lock.ts';

/** Ends a check that is not over, and has its pictures deleted. */
export async function cancelCapture(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  captureId: string,
): Promise<void> {
  const cancel = async (signal: AbortSignal): Promise<void> => {
    const record = await reload(records, captureId);
    const outcome = toOutcome(await checkUp(settings, record, signal));
    if (outcome === null) await tellGateway(settings, record, signal);
    await records.save(captureId, { ...record, outcome: outcome ?? 'canceled' });
  };
  // A picture may still be on its way that the person no longer waits for.
  await records.exclusively(captureId, cancel, LAST_REQUEST);
}

async function tellGateway(
  { assure, extensions }: CaptureBackendSettings,
  { dossierId, processId, started }: CaptureRecord,
  signal: AbortSignal,
): Promise<void> {
  if (!extensions) return await assure.deleteProcess({ dossierId, processId, signal });
  try {
    await assure.cancelProcess({ dossierId, processId, signal });
  } catch (error) {
    // It has ended while the person was leaving: what it came to stands at the gateway.
    if (!started || !isPartnerServerError(error) || error.code !== 'conflict') throw error;
  }
}
