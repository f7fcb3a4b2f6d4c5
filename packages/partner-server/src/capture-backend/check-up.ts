import type { ProcessState } from '@bonafide/contracts/capture-backend';
import type { AssureProcess } from '@bonafide/contracts/assure';
import { depictionsOf } from './capture-backend-options.ts';
import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecord } from './capture-record.ts';
import { toProgress } from './to-progress.ts';
import type { Progress } from './to-progress.ts';

/** Asks the gateway where a check is, when only it can know. */
export async function checkUp(
  { assure, maxAttempts }: CaptureBackendSettings,
  record: CaptureRecord,
  signal?: AbortSignal,
): Promise<Progress> {
  const { dossierId, processId, started, outcome, sides, selfie, attempt } = record;
  if (outcome !== null) return { status: outcome };
  if (!started) return { status: 'pending' };
  const process: AssureProcess = await assure.getProcess({ dossierId, processId, signal });
  return toProgress(process, { sides, selfie, mayRecapture: attempt < maxAttempts });
}

/** A final status of a progress, to be remembered; null while there is more to come. */
export function toOutcome({ status }: Progress): CaptureRecord['outcome'] {
  return status === 'pending' || status === 'processing' || status === 'recapture' ? null : status;
}

/** What the page is told. */
export function toState(
  { maxAttempts }: CaptureBackendSettings,
  captureId: string,
  record: CaptureRecord,
  { status, recapture }: Progress,
): ProcessState {
  const { sides, selfie, digests, attempt } = record;
  const again = recapture?.depictions ?? [];
  return {
    processId: captureId,
    status,
    ...(recapture && { recapture }),
    requirements: { sides: [...sides], selfie },
    received: depictionsOf(sides, selfie).filter((each) => digests[each] !== undefined && !again.includes(each)),
    attempts: { used: attempt, max: maxAttempts },
  };
}
