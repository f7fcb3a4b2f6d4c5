import type { CreatedProcess, CreateProcess } from '@bonafide/contracts/capture-backend';
import { beginCapture } from '../begin-capture.ts';
import { cancelCapture } from '../cancel-capture.ts';
import type { CaptureBackendSettings } from '../capture-backend-options.ts';
import type { CaptureRecords } from '../capture-record.ts';
import { CaptureRefusal } from '../refusal.ts';
import type { HandoverRecords } from './handover-record.ts';
import { refusePhone } from './phone-token.ts';

/**
 * Begins the hand-over's check. A hand-over has one at a time: an empty one makes room, since its phone may never have heard
 * of it.
 * @throws {CaptureRefusal} `state-conflict` when there is one with pictures; `handover-expired`, `handover-revoked`
 */
export async function beginOnPhone(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  handoverId: string,
  wanted: CreateProcess,
): Promise<CreatedProcess> {
  return await handovers.exclusively(handoverId, async () => {
    const record = await handovers.load(handoverId);
    if (record === undefined) throw new CaptureRefusal('unauthorized');
    // It may have been taken back while this request was on its way.
    refusePhone(record, settings.clock.now());
    const before = record.captureId === null ? undefined : await captures.load(record.captureId);
    if (record.captureId !== null && before !== undefined && before.outcome !== 'canceled') {
      const isEmpty = Object.keys(before.digests).length === 0 && before.outcome === null;
      if (!isEmpty) throw new CaptureRefusal('state-conflict');
      await cancelCapture(settings, captures, record.captureId);
    }
    const created = await beginCapture(settings, captures, record.subject, wanted);
    await handovers.save(handoverId, { ...record, captureId: created.processId });
    return created;
  });
}
