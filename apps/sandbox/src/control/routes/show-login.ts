import type { Context } from 'hono';
import { hostedSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { showSubject } from '../show-subject.ts';

/** One login of the face bridge: its page's attempts and history. No portrait, photo, address or identifier. */
export async function showLogin(gateway: Gateway, context: Context): Promise<Response> {
  const loginId = context.req.param('loginId') ?? '';
  const found = await gateway.db
    .selectFrom('face_login')
    .select([
      'client_id',
      'channel',
      'scope',
      'reference',
      'state',
      'scenario',
      'created_at',
      'verified_at',
      'expires_at',
    ])
    .where('id', '=', loginId)
    .executeTakeFirst();
  if (found === undefined) return Response.json({ error: 'no such login' }, { status: 404 });
  const check = await gateway.db
    .selectFrom('hosted_check')
    .select('id')
    .where('system', '=', 'face-oidc')
    .where('owner_ref', '=', loginId)
    .executeTakeFirst();
  const attempts =
    check === undefined
      ? []
      : await gateway.db
          .selectFrom('hosted_attempt')
          .select(['attempt', 'outcome', 'cause', 'evidence'])
          .where('hosted_check_id', '=', check.id)
          .orderBy('attempt')
          .execute();
  const timeline = check === undefined ? [] : (await showSubject(gateway, hostedSubject(check.id))).timeline;
  return Response.json({
    loginId,
    clientId: found.client_id,
    channel: found.channel,
    scope: found.scope,
    reference: found.reference,
    state: found.state,
    scripted: found.scenario !== null,
    scenario: found.scenario,
    createdAt: found.created_at,
    verifiedAt: found.verified_at,
    eraseAt: found.expires_at,
    attempts,
    evidence: attempts.at(-1)?.evidence ?? null,
    timeline,
  });
}
