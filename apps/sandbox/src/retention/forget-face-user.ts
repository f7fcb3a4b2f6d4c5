import { signingSecret } from '../database/signing-secret.ts';
import { profileKeyOf } from '../face-oidc/tenant-keys.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { forgetFaceLogins } from './forget-face-logins.ts';
import { forgetHostedChecks } from './forget-hosted-checks.ts';

/** Deletes what a client's identifier is known by at the face bridge: profile, logins, and the checks made against it. */
export async function forgetFaceUser(gateway: Gateway, clientId: string, userId: string): Promise<number> {
  const { db } = gateway;
  const profileKey = profileKeyOf(await signingSecret(db), clientId, userId);
  const profiles = await db
    .deleteFrom('face_profile')
    .where('client_id', '=', clientId)
    .where('profile_key', '=', profileKey)
    .returning('profile_key')
    .execute();
  const logins = await db.selectFrom('face_login').select('id').where('profile_key', '=', profileKey).execute();
  await forgetFaceLogins(
    gateway,
    logins.map(({ id }) => id),
  );
  const checks = await db
    .selectFrom('hosted_check')
    .select('id')
    .where('system', '=', 'face-oidc')
    .where('correlation_id', '=', profileKey)
    .execute();
  await forgetHostedChecks(
    gateway,
    checks.map(({ id }) => id),
  );
  gateway.feed.forget(new Set([profileKey]));
  return profiles.length;
}
