import type { AuthenticationReference } from '@bonafide/contracts/face-oidc';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { renderSVG } from 'uqr';
import type { Gateway } from '../gateway/gateway.ts';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { endFaceLogin } from './end-face-login.ts';
import type { FaceProviders } from './face-providers.ts';
import { INTERVAL_SECONDS, LOGIN_SECONDS } from './lifetimes.ts';
import { openFaceCheck } from './open-face-check.ts';
import { REFUSALS } from './refusal-of.ts';
import { createSeal, type Seal } from './seal.ts';

/** As the hosted pages and the elements draw theirs: with the quiet zone of four modules that scanners need (ISO/IEC 18004). */
const QR_CODE = { ecc: 'M', border: 4 } as const;

/** Begins the check of a login by CIBA, and says in the answer where the person goes on. */
export async function beginBackchannelLogin(
  gateway: Gateway,
  ctx: KoaContextWithOIDC,
  { clientId, loginId, authReqId }: { readonly clientId: string; readonly loginId: string; readonly authReqId: string },
): Promise<void> {
  const { clock, db } = gateway;
  const address = await db.transaction().execute(async (trx) => {
    const login = await trx
      .updateTable('face_login')
      .set({ request_id: sealOf(gateway, clientId).close(authReqId).toString('base64url') })
      .where('id', '=', loginId)
      .returningAll()
      .executeTakeFirstOrThrow();
    const launchUrl = await openFaceCheck(trx, gateway, login);
    const end = login.scenario?.login;
    if (end !== undefined) await endFaceLogin(trx, gateway, loginId, { end, selfie: null, wasCompared: false });
    return launchUrl;
  });
  const authref: AuthenticationReference = {
    qrlink: address,
    qrcode: `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, QR_CODE)).toString('base64')}`,
    applink: address,
    qrauth: loginId,
    expires_in: LOGIN_SECONDS,
    expires_at: Math.floor(clock.now() / 1_000) + LOGIN_SECONDS,
  };
  ctx.body = { ...(ctx.body as object), interval: INTERVAL_SECONDS, authref };
}

/** Asks who asks too often to slow down, as CIBA §11 has it: only of a login that is theirs and still open. */
export function slowDownPolling(provider: Provider, { clock }: Pick<Gateway, 'clock'>): void {
  const limit = createRateLimit({ burst: 1, windowMs: INTERVAL_SECONDS * 1_000, clock });
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    const body = ctx.body as { readonly error?: unknown } | null | undefined;
    const { auth_req_id: authReqId } = ctx.oidc?.params ?? {};
    if (body?.error !== 'authorization_pending' || typeof authReqId !== 'string') return;
    if (limit.take(authReqId) !== null) ctx.body = { ...body, error: 'slow_down' };
  });
}

/** Lets the provider answer for a login by CIBA that is over, and tell the client where it wants to be told. */
export async function finishBackchannelLogin(
  gateway: Gateway,
  providers: FaceProviders,
  loginId: string,
): Promise<void> {
  const { db } = gateway;
  const login = await db.selectFrom('face_login').selectAll().where('id', '=', loginId).executeTakeFirst();
  if (login === undefined || login.state === 'open') return;
  const provider = await providers.of(login.client_id, login.issuer);
  if (provider === null) return;
  const { state, client_id: clientId, id: accountId } = login;
  const authReqId = sealOf(gateway, clientId).open(Buffer.from(login.request_id, 'base64url'));
  // Another secret has been given to the client since: it can show neither.
  if (authReqId === null) return;
  if (state !== 'passed') {
    const { error, description } = REFUSALS[state];
    await provider.backchannelResult(authReqId, new errors.CustomOIDCProviderError(error, description));
    return;
  }
  const request = await provider.BackchannelAuthenticationRequest.find(authReqId);
  if (request === undefined) return;
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope(request.scope ?? 'openid');
  await provider.backchannelResult(request, await grant.save());
}

/**
 * Who has an `auth_req_id` may ask for the claims, so that the database knows it only closed with what it does not know: the
 * secret that the client must show as well.
 */
function sealOf({ settings }: Gateway, clientId: string): Seal {
  return createSeal(settings.clients.get(clientId)?.passKey ?? '', `backchannel/${clientId}`);
}
