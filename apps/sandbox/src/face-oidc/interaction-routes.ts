import type { Provider } from 'oidc-provider';
import type { InteractionResults, KoaContextWithOIDC } from 'oidc-provider';
import type { FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { HostedCheckOverError } from '../hosted/open-hosted-check.ts';
import { endFaceLogin } from './end-face-login.ts';
import { showNotice } from './notices.ts';
import { openFaceCheck } from './open-face-check.ts';
import { REFUSALS } from './refusal-of.ts';

const PATH = /^\/interaction\/([\w-]+)(\/return)?$/;

/**
 * The way to the hosted check and back. Only the browser that began the login has its cookie, so that a link which somebody
 * else was given neither opens the check nor brings its outcome to another's session.
 */
export function addInteractionRoutes(gateway: Gateway, provider: Provider, clientId: string): void {
  provider.use(async (ctx, next) => {
    const [, uid, isReturn] = PATH.exec(ctx.path) ?? [];
    if (uid === undefined || ctx.method !== 'GET') return next();
    const login = await loginOf(gateway, provider, ctx, { clientId, uid });
    if (login === null) {
      ctx.status = 400;
      showNotice(ctx, 'elsewhere');
      return undefined;
    }
    ctx.status = 303;
    if (isReturn === undefined) ctx.redirect(await wayThere(gateway, login));
    else if (login.state === 'open') ctx.redirect(`${login.issuer}/interaction/${uid}`);
    else {
      const result = toResult(login);
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
    }
    return undefined;
  });
}

async function loginOf(
  { db }: Gateway,
  provider: Provider,
  ctx: Pick<KoaContextWithOIDC, 'req' | 'res'>,
  { clientId, uid }: { readonly clientId: string; readonly uid: string },
): Promise<FaceLoginRow | null> {
  const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => null);
  if (interaction?.uid !== uid) return null;
  const login = await db
    .selectFrom('face_login')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('channel', '=', 'browser')
    .where('request_id', '=', uid)
    .executeTakeFirst();
  return login ?? null;
}

/** To the hosted check; straight back where the login is decided, also by a scenario. */
async function wayThere(gateway: Gateway, login: FaceLoginRow): Promise<string> {
  const back = `${login.issuer}/interaction/${login.request_id}/return`;
  const scripted = login.scenario?.login;
  return gateway.db.transaction().execute(async (trx) => {
    if (scripted !== undefined)
      await endFaceLogin(trx, gateway, login.id, { end: scripted, selfie: null, wasCompared: false });
    if (scripted !== undefined || login.state !== 'open') return back;
    try {
      return await openFaceCheck(trx, gateway, login);
    } catch (error) {
      if (error instanceof HostedCheckOverError) return back;
      throw error;
    }
  });
}

function toResult({ id, state }: FaceLoginRow): InteractionResults {
  if (state === 'open') throw new TypeError('the login is not over');
  if (state === 'passed') return { login: { accountId: id, acr: 'face_present', remember: false } };
  const { error, description } = REFUSALS[state];
  return { error, error_description: description };
}
