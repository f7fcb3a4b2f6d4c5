import type { Context } from 'hono';
import { processSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { showSubject } from '../show-subject.ts';

/** One process with its history, evidence, pictures and notifications; of what the document said, only the outcome. */
export async function showProcess(gateway: Gateway, context: Context): Promise<Response> {
  const processId = context.req.param('processId') ?? '';
  const found = await gateway.db
    .selectFrom('process')
    .innerJoin('dossier', 'dossier.id', 'process.dossier_id')
    .selectAll('process')
    .select('dossier.client_id')
    .where('process.id', '=', processId)
    .executeTakeFirst();
  if (found === undefined) return Response.json({ error: 'no such process' }, { status: 404 });
  const { facialSimilarity, documentVerification } = found.outcome?.providerSpecific ?? {};
  return Response.json({
    processId,
    dossierId: found.dossier_id,
    clientId: found.client_id,
    processType: found.process_type,
    documentType: found.document_type,
    attempt: found.attempt,
    status: found.status,
    documentResult: documentVerification?.result ?? null,
    documentSubResult: documentVerification?.subResult ?? null,
    faceResult: facialSimilarity?.result ?? null,
    similarityScore: facialSimilarity?.similarityScore ?? null,
    failReason: found.outcome?.failReason ?? null,
    scripted: found.scenario !== null,
    scenario: found.scenario,
    evidence: found.evidence,
    ...(await showSubject(gateway, processSubject(processId))),
  });
}
