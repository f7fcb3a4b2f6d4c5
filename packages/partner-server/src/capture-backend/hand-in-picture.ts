import type { CaptureDepiction, ReceivedImage, Recapture } from '@bonafide/contracts/capture-backend';
import { checkPicture } from '../picture/picture.ts';
import type { CaptureBackendSettings } from './capture-backend-options.ts';
import { depictionsOf } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import { checkUp } from './check-up.ts';
import { toDigest } from './digest.ts';
import { openAttempt } from './open-attempt.ts';
import { CaptureRefusal } from './refusal.ts';

/**
 * Sends a picture on; nothing of it stays here but its digest. When pictures are wanted again, the first opens a new process,
 * to which the pictures that were good enough are copied, from gateway to gateway.
 */
export async function handInPicture(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  captureId: string,
  { depiction, bytes }: { readonly depiction: CaptureDepiction; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<ReceivedImage> {
  checkPicture(bytes, 'the picture');
  const digest = await toDigest(bytes);
  await records.exclusively(captureId, async (signal) => {
    let record = await reload(records, captureId);
    if (!depictionsOf(record.sides, record.selfie).includes(depiction)) throw new CaptureRefusal('request-invalid');
    const { status, recapture } = await checkUp(settings, record, signal);
    if (recapture !== undefined) {
      if (!recapture.depictions.includes(depiction)) throw new CaptureRefusal('state-conflict');
      record = await openNextAttempt(settings, records, captureId, record, recapture, signal);
    } else if (status !== 'pending') throw new CaptureRefusal('state-conflict');
    const { dossierId, processId } = record;
    await settings.assure.setImages({ dossierId, processId, images: { [depiction]: bytes }, signal });
    await records.save(captureId, { ...record, digests: { ...record.digests, [depiction]: digest } });
  });
  return { depiction, digest };
}

/** A check as it is now that nobody else changes it. @throws {CaptureRefusal} `not-found` */
export async function reload(records: CaptureRecords, captureId: string): Promise<CaptureRecord> {
  const record = await records.load(captureId);
  if (record === undefined) throw new CaptureRefusal('not-found');
  return record;
}

async function openNextAttempt(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  captureId: string,
  before: CaptureRecord,
  recapture: Recapture,
  signal: AbortSignal,
): Promise<CaptureRecord> {
  const { assure } = settings;
  const { dossierId } = before;
  const kept = depictionsOf(before.sides, before.selfie).filter((each) => !recapture.depictions.includes(each));
  const images: Partial<Record<CaptureDepiction, Uint8Array>> = {};
  for (const each of kept) {
    const depiction = each.toUpperCase() as Uppercase<CaptureDepiction>;
    images[each] = (await assure.getImage({ dossierId, processId: before.processId, depiction, signal })).bytes;
  }
  const next = {
    ...before,
    attempt: before.attempt + 1,
    started: false,
    digests: Object.fromEntries(kept.map((each) => [each, before.digests[each]])),
  };
  let opened: CaptureRecord = { ...before, ...next };
  await openAttempt(
    settings,
    captureId,
    next,
    async (record) => {
      const { processId } = record;
      if (kept.length > 0) await assure.setImages({ dossierId, processId, images, signal });
      await records.save(captureId, record);
      opened = record;
    },
    signal,
  );
  return opened;
}
