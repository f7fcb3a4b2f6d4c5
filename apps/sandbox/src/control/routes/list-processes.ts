import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

const SHOWN = 50;

/** The newest processes; `?clientId=` and `?dossierId=` narrow them. */
export async function listProcesses({ db }: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.query('clientId');
  const dossierId = context.req.query('dossierId');
  const processes = await db
    .selectFrom('process')
    .innerJoin('dossier', 'dossier.id', 'process.dossier_id')
    .select([
      'process.id as processId',
      'process.dossier_id as dossierId',
      'dossier.client_id as clientId',
      'process.process_type as processType',
      'process.document_type as documentType',
      'process.attempt',
      'process.scenario',
      'process.status',
      'process.created_at as createdAt',
      'process.updated_at as updatedAt',
    ])
    .$if(clientId !== undefined, (query) => query.where('dossier.client_id', '=', clientId ?? ''))
    .$if(dossierId !== undefined, (query) => query.where('process.dossier_id', '=', dossierId ?? ''))
    .orderBy('process.created_at', 'desc')
    .orderBy('process.attempt', 'desc')
    .limit(SHOWN)
    .execute();
  return Response.json({
    processes: processes.map(({ scenario, ...shown }) => ({
      ...shown,
      scripted: scenario !== null,
      scenario: scenario === null ? null : (scenario.name ?? 'custom'),
    })),
  });
}
