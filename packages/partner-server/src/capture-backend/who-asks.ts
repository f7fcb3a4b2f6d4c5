import type { CaptureBackendSettings, CaptureSubject } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import type { JoinedHandover } from './handover/phone-token.ts';
import { CaptureRefusal } from './refusal.ts';

/** Whose session it is. @throws {CaptureRefusal} `unauthorized` */
export async function whoAsks({ authorize }: CaptureBackendSettings, request: Request): Promise<CaptureSubject> {
  const subject = await authorize(request);
  if (!subject) throw new CaptureRefusal('unauthorized');
  if (!subject.id) throw new TypeError('authorize must give the subject an id');
  return subject;
}

/**
 * The check, if it is of whoever asks: of the session, or the one that the phone was sent here with. Another's is not there
 * at all.
 * @throws {CaptureRefusal} `unauthorized`, `not-found`
 */
export async function findCapture(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  request: Request,
  captureId: string,
  phone: JoinedHandover | undefined,
): Promise<CaptureRecord> {
  if (phone !== undefined && phone.record.captureId !== captureId) throw new CaptureRefusal('not-found');
  const { id } = phone?.record.subject ?? (await whoAsks(settings, request));
  const record = await captures.load(captureId);
  if (record?.subjectId !== id) throw new CaptureRefusal('not-found');
  return record;
}
