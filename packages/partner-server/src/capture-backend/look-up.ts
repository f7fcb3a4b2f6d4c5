import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import { checkUp, toOutcome } from './check-up.ts';
import { CaptureRefusal } from './refusal.ts';
import type { Progress } from './to-progress.ts';

/** Where a check is; how it ended is kept. */
export async function lookUp(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  captureId: string,
  record: CaptureRecord,
): Promise<Progress> {
  const progress = await checkUp(settings, record);
  const outcome = toOutcome(progress);
  if (outcome !== null && record.outcome === null) await remember(records, captureId, record, outcome);
  return progress;
}

/** So that the page still hears of the end when the process has been deleted at the gateway. Somebody else may do it. */
async function remember(
  records: CaptureRecords,
  captureId: string,
  { attempt }: CaptureRecord,
  outcome: CaptureRecord['outcome'],
): Promise<void> {
  try {
    await records.exclusively(captureId, async () => {
      const now = await records.load(captureId);
      if (now?.attempt === attempt && now.outcome === null) await records.save(captureId, { ...now, outcome });
    });
  } catch (error) {
    if (!(error instanceof CaptureRefusal)) throw error;
  }
}
