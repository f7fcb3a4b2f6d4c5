import type { HandoverState } from '@bonafide/contracts/capture-backend';
import type { CaptureBackendSettings } from '../capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from '../capture-record.ts';
import { toOutcome } from '../check-up.ts';
import { lookUp } from '../look-up.ts';
import type { HandoverRecord } from './handover-record.ts';
import type { JoinedHandover } from './phone-token.ts';
import { refuseWhenOver } from './phone-token.ts';
import { standingOf } from './standing.ts';

/**
 * Where a hand-over is. `done` as soon as the gateway has come to an end, whoever hears of it first; the gateway is asked as
 * a page that waits for the end would ask it.
 * @throws {CaptureRefusal} `handover-expired`, `handover-revoked`
 */
export async function lookAtHandover(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  { handoverId, record }: JoinedHandover,
): Promise<HandoverState> {
  const { captureId, chosen, phone } = record;
  const capture = captureId === null ? undefined : await inForce(settings, captures, captureId);
  const done = isDone(record, capture);
  if (!done) refuseWhenOver(record, settings.clock.now());
  return {
    handoverId,
    status: done ? 'done' : (standingOf(record, settings.clock.now()) as Exclude<HandoverState['status'], 'done'>),
    ...(phone !== null && { code: phone.code }),
    ...(captureId !== null && capture !== undefined && { processId: captureId }),
    ...chosen,
  };
}

/** Whether the phone has brought the check to an end. One that was canceled is begun anew, with another document for example. */
export function isDone({ phone, revoked }: HandoverRecord, capture: CaptureRecord | undefined): boolean {
  const isOver = capture !== undefined && capture.outcome !== null && capture.outcome !== 'canceled';
  return phone?.confirmed === true && !revoked && isOver;
}

/** The check as it is now; undefined for one that was canceled or is no more. */
async function inForce(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  captureId: string,
): Promise<CaptureRecord | undefined> {
  const capture = await captures.load(captureId);
  if (capture === undefined) return undefined;
  const outcome = toOutcome(await lookUp(settings, captures, captureId, capture));
  return outcome === 'canceled' ? undefined : { ...capture, outcome };
}
