import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

const SHOWN = 50;

/** The newest logins of the face bridge; `?clientId=` narrows them. Nothing that names the person. */
export async function listLogins({ db }: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.query('clientId');
  const rows = await db
    .selectFrom('face_login')
    .leftJoin('hosted_check', (join) =>
      join.onRef('hosted_check.owner_ref', '=', 'face_login.id').on('hosted_check.system', '=', 'face-oidc'),
    )
    .select([
      'face_login.id as loginId',
      'face_login.client_id as clientId',
      'face_login.channel',
      'face_login.scope',
      'face_login.reference',
      'face_login.state',
      'face_login.scenario',
      'face_login.created_at as createdAt',
      'face_login.verified_at as verifiedAt',
      'face_login.expires_at as eraseAt',
      'hosted_check.attempts_used as attempts',
    ])
    .$if(clientId !== undefined, (query) => query.where('face_login.client_id', '=', clientId ?? ''))
    .orderBy('face_login.created_at', 'desc')
    .limit(SHOWN)
    .execute();
  return Response.json({
    logins: rows.map(({ scenario, attempts, ...shown }) => ({
      ...shown,
      // Null where the page was not opened yet.
      attempts: attempts ?? 0,
      scripted: scenario !== null,
      scenario: scenario === null ? null : (scenario.name ?? 'custom'),
    })),
  });
}
