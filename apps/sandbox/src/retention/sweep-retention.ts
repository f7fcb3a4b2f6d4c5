import { dateOf } from '../clock.ts';
import { subjectOf } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { expireHostedChecks } from '../hosted/expire-hosted-checks.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { forgetDossiers, forgetProcesses } from './forget-dossiers.ts';
import { forgetHostedChecks } from './forget-hosted-checks.ts';
import { forgetFlows } from './forget-flows.ts';
import { forgetVerifications } from './forget-verifications.ts';
import { sweepFaceLogins } from './sweep-face-logins.ts';
import { sweepSessions, sweepTemplates } from './sweep-sessions.ts';

export interface SweepReport {
  readonly imagesErased: number;
  readonly flowsErased: number;
  readonly processesErased: number;
  readonly hostedChecksErased: number;
  readonly verificationsErased: number;
  readonly faceLoginsErased: number;
  readonly sessionsErased: number;
  readonly templatesErased: number;
}

/** Ends hosted checks whose time is over, erases pictures whose time is, and whole records whose results' time is. */
export async function sweepRetention(gateway: Gateway): Promise<SweepReport> {
  const { clock, db, settings, log } = gateway;
  await expireHostedChecks(gateway);
  const images = await db
    .updateTable('artefact')
    .set({ bytes: null, erased_at: dateOf(clock) })
    .where('uploaded_at', '<', dateOf(clock, -settings.imagesMs))
    .where('bytes', 'is not', null)
    .returning(['submission_id', 'process_id', 'hosted_check_id', 'document_type'])
    .execute();
  for (const image of images) {
    await addTimeline(db, clock, subjectOf(image), 'image-erased', { document: image.document_type });
  }
  const files = await db
    .deleteFrom('dossier_file')
    .where('uploaded_at', '<', dateOf(clock, -settings.imagesMs))
    .returning('name')
    .execute();
  const flows = await db
    .selectFrom('flow')
    .select(['id', 'client_id', 'partner_session_id'])
    .where('created_at', '<', dateOf(clock, -settings.resultsMs))
    .execute();
  await forgetFlows(gateway, flows);
  const report = {
    imagesErased: images.length + files.length,
    flowsErased: flows.length,
    processesErased: await sweepDossiers(gateway),
    hostedChecksErased: await sweepHostedChecks(gateway),
    verificationsErased: await sweepVerifications(gateway),
    faceLoginsErased: await sweepFaceLogins(gateway),
    sessionsErased: await sweepSessions(gateway),
    templatesErased: await sweepTemplates(gateway),
  };
  if (Object.values(report).some((count) => count > 0)) log.info('retention', report);
  return report;
}

async function sweepHostedChecks(gateway: Gateway): Promise<number> {
  const { clock, db, settings } = gateway;
  const checks = await db
    .selectFrom('hosted_check')
    .select('id')
    .where('created_at', '<', dateOf(clock, -settings.resultsMs))
    .execute();
  await forgetHostedChecks(
    gateway,
    checks.map(({ id }) => id),
  );
  return checks.length;
}

/** Each session of Mosaic has its own time. */
async function sweepVerifications(gateway: Gateway): Promise<number> {
  const { clock, db } = gateway;
  const over = await db.selectFrom('verification').select('id').where('erase_at', '<=', dateOf(clock)).execute();
  await forgetVerifications(
    gateway,
    over.map(({ id }) => id),
  );
  return over.length;
}

/** A dossier goes with the last of its processes; until then it is the end-user's place. */
async function sweepDossiers(gateway: Gateway): Promise<number> {
  const { clock, db, settings } = gateway;
  const endOfTime = dateOf(clock, -settings.resultsMs);
  const processes = await db.selectFrom('process').select('id').where('created_at', '<', endOfTime).execute();
  await forgetProcesses(
    gateway,
    processes.map(({ id }) => id),
  );
  const dossiers = await db
    .selectFrom('dossier')
    .select('id')
    .where('updated_at', '<', endOfTime)
    .where('id', 'not in', db.selectFrom('process').select('dossier_id'))
    .execute();
  await forgetDossiers(
    gateway,
    dossiers.map(({ id }) => id),
  );
  return processes.length;
}
