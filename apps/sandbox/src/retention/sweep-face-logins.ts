import { dateOf } from '../clock.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { forgetFaceLogins } from './forget-face-logins.ts';

/** Erases logins, held photos and the provider's state whose time is over, and profiles that nobody used for as long as results are kept. */
export async function sweepFaceLogins(gateway: Gateway): Promise<number> {
  const { clock, db, settings } = gateway;
  const now = dateOf(clock);
  const logins = await db.selectFrom('face_login').select('id').where('expires_at', '<=', now).execute();
  await forgetFaceLogins(
    gateway,
    logins.map(({ id }) => id),
  );
  await db.deleteFrom('face_photo').where('expires_at', '<=', now).execute();
  await db.deleteFrom('oidc_artefact').where('expires_at', '<=', now).execute();
  await db.deleteFrom('face_profile').where('used_at', '<', dateOf(clock, -settings.resultsMs)).execute();
  return logins.length;
}
