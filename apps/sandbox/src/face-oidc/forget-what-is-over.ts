import type { Provider } from 'oidc-provider';
import { dateOf } from '../clock.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { forgetHostedChecksOf } from '../retention/forget-hosted-checks.ts';
import { forgetFaceLogins } from '../retention/forget-face-logins.ts';
import { CLAIMS_SECONDS } from './lifetimes.ts';

/**
 * Removes what a login was made of as soon as its outcome has been given to the relying party (documented): pictures and check
 * with the way back, the whole login when it was refused, and the claims with the access token. What a profile was compared
 * with follows the rules of the service instead (documented), here those of all pictures and results.
 */
export function forgetWhatIsOver(gateway: Gateway, provider: Provider, clientId: string): void {
  const { clock, db } = gateway;
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx;
    if (oidc?.route === 'resume') {
      // Nobody stays logged in: the next login is another check, of whoever is there then.
      if (oidc.session !== undefined) await oidc.session.destroy();
      const uid = oidc.entities.Interaction?.uid;
      if (uid !== undefined && ctx.status === 303) await forgetReturned(gateway, clientId, uid);
    }
    const accountId = oidc?.entities.Account?.accountId;
    if (oidc?.route === 'token' && ctx.status === 200 && accountId !== undefined) {
      await db
        .updateTable('face_login')
        .set({ expires_at: dateOf(clock, CLAIMS_SECONDS * 1_000) })
        .where('client_id', '=', clientId)
        .where('id', '=', accountId)
        .execute();
    }
    const revoked = oidc?.route === 'revocation' && ctx.status === 200 ? oidc.entities.AccessToken : undefined;
    if (revoked?.accountId !== undefined) await forgetFaceLogins(gateway, [revoked.accountId]);
  });
}

async function forgetReturned(gateway: Gateway, clientId: string, uid: string): Promise<void> {
  const login = await gateway.db
    .selectFrom('face_login')
    .select(['id', 'state', 'reference'])
    .where('client_id', '=', clientId)
    .where('request_id', '=', uid)
    .executeTakeFirst();
  if (login === undefined) return;
  if (login.reference !== 'profile') await forgetHostedChecksOf(gateway, 'face-oidc', [login.id]);
  if (login.state !== 'passed') await forgetFaceLogins(gateway, [login.id]);
}
