import { cancelCapture } from '../cancel-capture.ts';
import type { CaptureBackendSettings, CaptureSubject } from '../capture-backend-options.ts';
import type { CaptureRecords } from '../capture-record.ts';
import { LAST_REQUEST } from '../store-lock.ts';
import { loadForSubject } from './change-handover.ts';
import type { HandoverRecord, HandoverRecords } from './handover-record.ts';
import { isDone } from './look-at-handover.ts';
import type { JoinedHandover } from './phone-token.ts';

/**
 * The page takes it back: link and token are of no more use. `keep` is the check that goes on there; any other has nobody who
 * is at it, such as one that the phone had only just begun, and is ended at the gateway. Again does what may have failed.
 * @throws {CaptureRefusal} `not-found`, `busy`
 */
export async function revokeHandover(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  subject: CaptureSubject,
  { handoverId, keep }: { readonly handoverId: string; readonly keep: string | null },
): Promise<void> {
  const record = await loadForSubject(handovers, subject, handoverId);
  await end(settings, captures, handovers, { handoverId, record }, { how: 'revoked', keep });
}

/**
 * The person has stopped on the phone: the page is told so, and the check is ended at the gateway.
 * @throws {CaptureRefusal} `busy`
 */
export async function leaveHandover(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  phone: JoinedHandover,
): Promise<void> {
  await end(settings, captures, handovers, phone, { how: 'left', keep: null });
}

/** One whose check is over stays, so that both still hear of the end. */
async function end(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  { handoverId, record: asked }: JoinedHandover,
  { how, keep }: { readonly how: 'revoked' | 'left'; readonly keep: string | null },
): Promise<void> {
  // Nobody repeats it: the page may be gone by then, and the phone may be beginning a check at this moment.
  const change = async (): Promise<void> => {
    const record: HandoverRecord = (await handovers.load(handoverId)) ?? asked;
    const { captureId } = record;
    const capture = captureId === null ? undefined : await captures.load(captureId);
    if (isDone(record, capture)) return;
    if (!record[how]) await handovers.save(handoverId, { ...record, [how]: true });
    if (captureId === null || captureId === keep || capture === undefined || capture.outcome !== null) return;
    await cancelCapture(settings, captures, captureId);
  };
  await handovers.exclusively(handoverId, change, LAST_REQUEST);
}
