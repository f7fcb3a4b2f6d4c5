import { toGatewaySettings } from '../gateway/gateway-options.ts';
import type { GatewayEvent, GatewayOptions, GatewaySettings } from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';

/** Who asks, of which provider, and how. */
export interface FaceOidcOptions extends Omit<GatewayOptions<FaceOidcOperation>, 'tokenStore'> {
  /** The provider's issuer. `ORIGINS.issuer` of `@bonafide/contracts/face-oidc` is the one that the vendor's samples name. */
  readonly issuer: string;
  readonly clientId: string;
  /** Left out for a client without a secret; then PKCE alone holds a login together, and there is no login by CIBA. */
  readonly clientSecret?: string;
  /** Where the browser comes back to, as it is registered. */
  readonly redirectUri: string;
}

/** Name of a call to the provider, as logs and events have it. */
export type FaceOidcOperation =
  | 'discovery'
  | 'keys'
  | 'pushedAuthorize'
  | 'backchannelAuthorize'
  | 'token'
  | 'userInfo'
  | 'revoke';

/** Something worth a log line or a metric. */
export type FaceOidcEvent = GatewayEvent<FaceOidcOperation>;

/** Options with every default in its place. */
export interface FaceOidcSettings extends GatewaySettings<FaceOidcOperation> {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly redirectUri: string;
}

/** @throws {TypeError} on what cannot work */
export function toSettings(options: FaceOidcOptions): FaceOidcSettings {
  const { issuer, clientId, clientSecret, redirectUri } = options;
  requireText(clientId, 'clientId');
  if (clientSecret !== undefined) requireText(clientSecret, 'clientSecret');
  if (!URL.canParse(redirectUri) || new URL(redirectUri).hash !== '')
    throw new TypeError('redirectUri must be an address without a fragment');
  const settings = toGatewaySettings({ ...options, urls: { token: issuer, gateway: issuer } }, {});
  return { ...settings, issuer: settings.urls.gateway, clientId, clientSecret, redirectUri };
}
