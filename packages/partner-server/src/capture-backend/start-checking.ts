import type { ProcessState, StartVerification } from '@bonafide/contracts/capture-backend';
import { isPartnerServerError } from '../partner-server-error.ts';
import { depictionsOf } from './capture-backend-options.ts';
import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import { checkUp, toState } from './check-up.ts';
import { reload } from './hand-in-picture.ts';
import { CaptureRefusal } from './refusal.ts';

/** Starts the verification once every picture is there. Again while it is on its way changes nothing. */
export async function startChecking(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  captureId: string,
  { evidence }: StartVerification,
): Promise<ProcessState> {
  return await records.exclusively(captureId, async (signal) => {
    const record = await reload(records, captureId);
    if (record.started || record.outcome !== null) {
      const progress = await checkUp(settings, record, signal);
      if (progress.status !== 'processing') throw new CaptureRefusal('state-conflict');
      return toState(settings, captureId, record, progress);
    }
    checkPictures(record, evidence);
    await start(settings, record, evidence, signal);
    const started = { ...record, started: true };
    await records.save(captureId, started);
    return toState(settings, captureId, started, { status: 'processing' });
  });
}

/** @throws {CaptureRefusal} `images-missing`, `evidence-mismatch` */
function checkPictures({ sides, selfie, digests }: CaptureRecord, evidence: StartVerification['evidence']): void {
  for (const depiction of depictionsOf(sides, selfie)) {
    const digest = digests[depiction];
    if (digest === undefined) throw new CaptureRefusal('images-missing');
    const claimed = evidence?.[depiction]?.digest;
    if (claimed !== undefined && claimed !== digest) throw new CaptureRefusal('evidence-mismatch');
  }
}

/** A start whose first answer was lost meets a process that is no longer pending: then it has started. */
async function start(
  { assure, extensions }: CaptureBackendSettings,
  { dossierId, processId }: CaptureRecord,
  evidence: StartVerification['evidence'],
  signal: AbortSignal,
): Promise<void> {
  try {
    const isTold = extensions && evidence !== undefined;
    await assure.startVerification({ dossierId, processId, signal, ...(isTold && { evidence }) });
  } catch (error) {
    if (!isPartnerServerError(error) || error.code !== 'conflict') throw error;
    if ((await assure.getProcess({ dossierId, processId, signal })).status === 'pending') throw error;
  }
}
