import type { HandoverStatus } from '@bonafide/contracts/capture-backend';
import type { HandoverRecord } from './handover-record.ts';

/** Where a hand-over is; the last two are answered with a refusal. */
export type Standing = Exclude<HandoverStatus, 'done'> | 'expired' | 'revoked';

/** A function of what is kept and of the time. What was taken back, or left, stays so, whatever time it is. */
export function standingOf({ revoked, left, phone, linkEndsAtEpochMs }: HandoverRecord, epochNowMs: number): Standing {
  if (revoked) return 'revoked';
  if (left) return 'left';
  if ((phone?.endsAtEpochMs ?? linkEndsAtEpochMs) <= epochNowMs) return 'expired';
  if (phone === null) return 'waiting';
  return phone.confirmed ? 'connected' : 'joined';
}
