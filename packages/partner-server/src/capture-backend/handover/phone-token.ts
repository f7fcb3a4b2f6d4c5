import { HEADERS } from '@bonafide/contracts/capture-backend';
import { toDigest } from '../digest.ts';
import { CaptureRefusal } from '../refusal.ts';
import type { HandoverRecord, HandoverRecords } from './handover-record.ts';
import { createSecret } from './secret.ts';
import { standingOf } from './standing.ts';

/** A hand-over that a phone has joined. */
export interface JoinedHandover {
  readonly handoverId: string;
  readonly record: HandoverRecord;
}

/** A token that stands for one hand-over: which, and a secret. */
export function createPhoneToken(handoverId: string): string {
  return `${handoverId}.${createSecret()}`;
}

/**
 * The hand-over that a request's token stands for, confirmed or not; undefined for a request without one. One that carries a
 * token is the phone's, whatever session the phone has beside it: otherwise what was taken back would go on.
 * @throws {CaptureRefusal} `unauthorized`, `handover-expired`, `handover-revoked`
 */
export async function findByToken(
  records: HandoverRecords,
  { headers }: Request,
  epochNowMs: number,
): Promise<JoinedHandover | undefined> {
  const token = headers.get(HEADERS.captureToken);
  if (token === null) return undefined;
  const handoverId = /^([0-9a-f]{32})\.[\w-]{43}$/.exec(token)?.[1];
  const record = handoverId === undefined ? undefined : await records.load(handoverId);
  // Digests of a random token: how long comparing them takes tells nothing of use.
  if (handoverId === undefined || !record?.phone || record.phone.tokenDigest !== (await toDigest(token)))
    throw new CaptureRefusal('unauthorized');
  refusePhone(record, epochNowMs);
  return { handoverId, record };
}

/**
 * What a phone may no longer do, also once it has left.
 * @throws {CaptureRefusal} `handover-expired`, `handover-revoked`
 */
export function refusePhone(record: HandoverRecord, epochNowMs: number): void {
  refuseWhenOver(record, epochNowMs);
  if (standingOf(record, epochNowMs) === 'left') throw new CaptureRefusal('handover-revoked');
}

/** @throws {CaptureRefusal} `handover-expired`, `handover-revoked` */
export function refuseWhenOver(record: HandoverRecord, epochNowMs: number): void {
  const standing = standingOf(record, epochNowMs);
  if (standing === 'expired' || standing === 'revoked') throw new CaptureRefusal(`handover-${standing}`);
}
