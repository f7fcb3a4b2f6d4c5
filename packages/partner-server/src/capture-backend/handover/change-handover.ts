import type {
  ClaimedHandover,
  ClaimHandover,
  CreatedHandover,
  CreateHandover,
} from '@bonafide/contracts/capture-backend';
import type { CaptureBackendSettings, CaptureSubject } from '../capture-backend-options.ts';
import type { CaptureRecords } from '../capture-record.ts';
import { toDigest } from '../digest.ts';
import { CaptureRefusal } from '../refusal.ts';
import type { HandoverRecord, HandoverRecords } from './handover-record.ts';
import { createPhoneToken, refuseWhenOver } from './phone-token.ts';
import { createCode, createSecret } from './secret.ts';

/** How long the person has to look at both screens. Source: guess. */
const CONFIRM_WITHIN_MS = 2 * 60_000;

/**
 * A link for the session's check, or for one that the phone will begin.
 * @throws {CaptureRefusal} `not-found`, also where the backend hands nothing over; `state-conflict` for a check that is over
 */
export async function createHandover(
  { handOverMs, handOverLinkMs, clock }: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  subject: CaptureSubject,
  { processId, ...chosen }: CreateHandover,
): Promise<CreatedHandover> {
  if (handOverMs === undefined) throw new CaptureRefusal('not-found');
  if (processId !== undefined) {
    const capture = await captures.load(processId);
    if (capture?.subjectId !== subject.id) throw new CaptureRefusal('not-found');
    if (capture.outcome !== null) throw new CaptureRefusal('state-conflict');
  }
  const handoverId = crypto.randomUUID().replaceAll('-', '');
  const secret = createSecret();
  await handovers.save(handoverId, {
    subject,
    captureId: processId ?? null,
    chosen,
    secretDigest: await toDigest(secret),
    linkEndsAtEpochMs: clock.now() + handOverLinkMs,
    phone: null,
    revoked: false,
    left: false,
  });
  return { handoverId, secret, expiresInSeconds: Math.max(1, Math.floor(handOverLinkMs / 1000)) };
}

/**
 * A phone has opened the link: once. Its token is good for nothing but asking, until the person has confirmed it.
 * @throws {CaptureRefusal} `not-found`, `handover-claimed`, `handover-expired`, `handover-revoked`
 */
export async function claimHandover(
  { clock }: CaptureBackendSettings,
  handovers: HandoverRecords,
  handoverId: string,
  { secret }: ClaimHandover,
): Promise<ClaimedHandover> {
  return await handovers.exclusively(handoverId, async () => {
    const record = await handovers.load(handoverId);
    if (record?.secretDigest !== (await toDigest(secret))) throw new CaptureRefusal('not-found');
    // Before its age: who comes second should hear that somebody was first.
    if (record.phone !== null && !record.revoked) throw new CaptureRefusal('handover-claimed');
    refuseWhenOver(record, clock.now());
    const captureToken = createPhoneToken(handoverId);
    const phone = {
      tokenDigest: await toDigest(captureToken),
      code: createCode(),
      endsAtEpochMs: clock.now() + CONFIRM_WITHIN_MS,
      confirmed: false,
    };
    await handovers.save(handoverId, { ...record, phone });
    return { captureToken, code: phone.code, confirmWithinSeconds: CONFIRM_WITHIN_MS / 1000 };
  });
}

/**
 * The person says that the phone with this code is theirs. Again changes nothing.
 * @throws {CaptureRefusal} `not-found`, `state-conflict`, `handover-expired`, `handover-revoked`
 */
export async function confirmHandover(
  { clock, handOverMs = 0 }: CaptureBackendSettings,
  handovers: HandoverRecords,
  subject: CaptureSubject,
  handoverId: string,
  code: string,
): Promise<void> {
  await handovers.exclusively(handoverId, async () => {
    const record = await loadForSubject(handovers, subject, handoverId);
    refuseWhenOver(record, clock.now());
    const { phone } = record;
    if (phone === null || phone.code !== code || record.left) throw new CaptureRefusal('state-conflict');
    if (phone.confirmed) return;
    const confirmed = { ...phone, confirmed: true, endsAtEpochMs: clock.now() + handOverMs };
    await handovers.save(handoverId, { ...record, phone: confirmed });
  });
}

/** A hand-over of whoever asks. Another's is not there at all. @throws {CaptureRefusal} `not-found` */
export async function loadForSubject(
  handovers: HandoverRecords,
  subject: CaptureSubject,
  handoverId: string,
): Promise<HandoverRecord> {
  const record = await handovers.load(handoverId);
  if (record?.subject.id !== subject.id) throw new CaptureRefusal('not-found');
  return record;
}
