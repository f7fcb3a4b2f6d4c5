import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';
import { sessionStatus } from '../../mosaic/session-status.ts';

const SHOWN = 50;

/** The newest sessions of Mosaic; `?clientId=` narrows them. */
export async function listVerifications({ db }: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.query('clientId');
  const rows = await db
    .selectFrom('verification')
    .innerJoin('hosted_check', (join) =>
      join.onRef('hosted_check.owner_ref', '=', 'verification.id').on('hosted_check.system', '=', 'mosaic'),
    )
    .selectAll('verification')
    .select(['hosted_check.state as check_state', 'hosted_check.recapture', 'hosted_check.attempts_used'])
    .$if(clientId !== undefined, (query) => query.where('verification.client_id', '=', clientId ?? ''))
    .orderBy('verification.created_at', 'desc')
    .limit(SHOWN)
    .execute();
  return Response.json({
    verifications: rows.map((row) => ({
      sessionId: row.id,
      kind: row.kind,
      clientId: row.client_id,
      status: sessionStatus(row, { state: row.check_state, recapture: row.recapture }),
      recommendation: row.result?.recommendation ?? null,
      attempts: row.attempts_used,
      createdAt: row.created_at,
      scripted: row.scenario !== null || row.mock !== null,
      scenario: row.scenario === null ? (row.mock === null ? null : 'mock') : (row.scenario.name ?? 'custom'),
    })),
  });
}
