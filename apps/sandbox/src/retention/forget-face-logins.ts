import type { Gateway } from '../gateway/gateway.ts';
import { forgetHostedChecksOf } from './forget-hosted-checks.ts';

/** Deletes logins with what is kept of them: photo, portrait, and the check unless it was made against a profile. */
export async function forgetFaceLogins(gateway: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await gateway.db
    .deleteFrom('face_login')
    .where('id', 'in', ids)
    .returning(['id', 'reference'])
    .execute();
  const without = gone.filter(({ reference }) => reference !== 'profile').map(({ id }) => id);
  await forgetHostedChecksOf(gateway, 'face-oidc', without);
  gateway.feed.forget(new Set(ids));
}
