import { errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { GuardedFetch } from '../outbound/guarded-fetch.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { beginBackchannelLogin, slowDownPolling } from './backchannel-login.ts';
import { toAccount } from './face-claims.ts';
import { addInteractionRoutes } from './interaction-routes.ts';
import { forgetWhatIsOver } from './forget-what-is-over.ts';
import { leadOut } from './lead-out.ts';
import { openFaceLogin } from './open-face-login.ts';
import { toPortrait } from './to-portrait.ts';
import { toProviderConfiguration } from './provider-configuration.ts';
import { tenantKeys } from './tenant-keys.ts';

/** What the bridge works with beside the gateway. */
export interface FacePorts {
  readonly outbound: GuardedFetch;
  readonly processor: PictureProcessor;
  readonly secret: Uint8Array;
}

/** The OpenID providers of this sandbox's tenants. */
export interface FaceProviders {
  /** Null for a tenant that has no face bridge. */
  of(clientId: string, issuer: string): Promise<Provider | null>;
}

/**
 * An issuer begins with an origin that the caller names, who may invent any. A provider holds no state of its own, so that
 * one which was dropped is made again.
 */
const KEPT = 20;
const NOTIFICATION_TIMEOUT_MS = 2_500;
const NOTIFICATION_ANSWER_BYTES = 4_096;

export function createFaceProviders(gateway: Gateway, ports: FacePorts): FaceProviders {
  const providers = new Map<string, Promise<Provider>>();
  return {
    async of(clientId, issuer) {
      const client = gateway.settings.clients.get(clientId);
      if (client?.faceOidc === undefined) return null;
      const provider = providers.get(issuer) ?? createProvider(gateway, ports, client, issuer);
      providers.delete(issuer);
      providers.set(issuer, provider);
      // One that could not be made is forgotten, so that the next request tries again.
      provider.catch(() => providers.delete(issuer));
      const [oldest] = providers.keys();
      if (providers.size > KEPT && oldest !== undefined) providers.delete(oldest);
      return provider;
    },
  };
}

async function createProvider(
  gateway: Gateway,
  { outbound, processor, secret }: FacePorts,
  client: SandboxClient,
  issuer: string,
): Promise<Provider> {
  const { db, log } = gateway;
  const { clientId, faceOidc: face = { redirectUris: [] } } = client;
  const keys = await tenantKeys(db, secret, clientId);

  const findLogin = (id: string): Promise<FaceLoginRow | undefined> =>
    db.selectFrom('face_login').selectAll().where('client_id', '=', clientId).where('id', '=', id).executeTakeFirst();

  const open = (
    ctx: KoaContextWithOIDC,
    channel: FaceLoginRow['channel'],
    requestId: string,
  ): Promise<FaceLoginRow> => {
    const { scope = '', login_hint: loginHint, state } = ctx.oidc.params ?? {};
    return openFaceLogin(gateway, secret, {
      client,
      issuer,
      channel,
      requestId,
      scope: String(scope),
      // CIBA has no hint of its own: `authref` says that whoever opens the answer's address is meant.
      loginHint: channel === 'browser' && typeof loginHint === 'string' ? loginHint : undefined,
      state: typeof state === 'string' ? state : undefined,
      request: ctx.req,
    });
  };

  const provider = new Provider(
    issuer,
    toProviderConfiguration(
      gateway,
      { client, face, issuer, keys },
      {
        async findAccount(_ctx, sub) {
          const login = await findLogin(sub);
          return login === undefined ? undefined : toAccount(login, () => toPortrait(processor, login, gateway.signal));
        },
        async interactionUrl(ctx, interaction) {
          await open(ctx, 'browser', interaction.uid);
          return `${issuer}/interaction/${interaction.uid}`;
        },
        // The only thing that this provider calls: no client of it has a `jwks_uri`, a sector or a logo.
        async fetch(_url, options = {}) {
          const { status } = await outbound({
            url: face.notificationUrl ?? '',
            method: options.method === 'POST' ? 'POST' : 'GET',
            headers: Object.fromEntries(new Headers(options.headers)),
            ...(typeof options.body === 'string' ? { body: options.body } : {}),
            timeoutMs: NOTIFICATION_TIMEOUT_MS,
            maximumBytes: NOTIFICATION_ANSWER_BYTES,
          });
          return new Response(null, { status });
        },
        ciba: {
          async processLoginHint(ctx, hint) {
            if (hint !== 'authref') throw new errors.UnknownUserId('login_hint must be authref');
            return (await open(ctx, 'backchannel', crypto.randomUUID())).id;
          },
          triggerAuthenticationDevice: (ctx, request, account) =>
            beginBackchannelLogin(gateway, ctx, { clientId, loginId: account.accountId, authReqId: request.jti }),
        },
      },
    ),
  );
  // Behind the sandbox's own listener, which says by these headers how the caller reached it.
  provider.proxy = true;
  addInteractionRoutes(gateway, provider, clientId);
  forgetWhatIsOver(gateway, provider, clientId);
  leadOut(provider);
  slowDownPolling(provider, gateway);
  provider.on('server_error', (_ctx, error) => log.error('face-oidc', error));
  return provider;
}
