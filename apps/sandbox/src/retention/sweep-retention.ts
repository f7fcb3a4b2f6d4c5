import { dateOf } from '../clock.ts';
import type { Gateway } from '../onekyc/gateway.ts';
import { addTimeline } from '../store/add-timeline.ts';
import { forgetFlows } from './forget-flows.ts';

export interface SweepReport {
  readonly imagesErased: number;
  readonly flowsErased: number;
}

/** Erases pictures whose time is over, and whole flows whose results' time is over. */
export async function sweepRetention(gateway: Gateway): Promise<SweepReport> {
  const { clock, db, settings, log } = gateway;
  const images = await db
    .updateTable('artefact')
    .set({ bytes: null, erased_at: dateOf(clock) })
    .where('uploaded_at', '<', dateOf(clock, -settings.imagesMs))
    .where('bytes', 'is not', null)
    .returning(['submission_id', 'document_type'])
    .execute();
  for (const { submission_id, document_type } of images) {
    await addTimeline(db, clock, submission_id, 'image-erased', { document: document_type });
  }
  const flows = await db
    .selectFrom('flow')
    .select(['id', 'client_id', 'partner_session_id'])
    .where('created_at', '<', dateOf(clock, -settings.resultsMs))
    .execute();
  await forgetFlows(gateway, flows);
  const report = { imagesErased: images.length, flowsErased: flows.length };
  if (images.length > 0 || flows.length > 0) log.info('retention', report);
  return report;
}
