import { ENVIRONMENTS, ORIGINS } from '@bonafide/contracts/idnow';
import type { IdnowEnvironment } from '@bonafide/contracts/idnow';
import { baseUrl, toGatewaySettings } from '../gateway/gateway-options.ts';
import type { GatewayEvent, GatewayOptions, GatewaySettings, GatewayUrls } from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';

/** Who asks, of which platform, and how. */
export interface IdnowOptions extends GatewayOptions<IdnowOperation> {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token host and the platform's, as the vendor told you: they are not printed. */
  readonly urls: GatewayUrls;
  /** Which of a flow's two environments. */
  readonly environment: IdnowEnvironment;
  /** How the token host wants the credentials. Default: `client_secret_basic`. */
  readonly authentication?: 'client_secret_basic' | 'client_secret_post';
  /** Your own Keyless tenant, for evidence and for deleting faces. */
  readonly keyless?: KeylessOptions;
}

/** A tenant of Keyless. */
export interface KeylessOptions {
  /** One of the vendor's regions, or an address of your own (a sandbox). */
  readonly region: keyof typeof KEYLESS_REGIONS | { readonly url: string };
  /** A secret. */
  readonly apiKey: string;
}

/** Name of a call to the platform or to Keyless, as logs and events have it. */
export type IdnowOperation =
  | 'accessToken'
  | 'createSession'
  | 'getSession'
  | 'getVaultEntry'
  | 'getTransactionKey'
  | 'deleteKeylessUser';

/** Something worth a log line or a metric. */
export type IdnowEvent = GatewayEvent<IdnowOperation>;

/** Options with every default in its place. */
export interface IdnowSettings extends GatewaySettings<IdnowOperation> {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly environment: IdnowEnvironment;
  readonly authentication: 'client_secret_basic' | 'client_secret_post';
  readonly keyless: { readonly url: string; readonly apiKey: string } | undefined;
}

const KEYLESS_REGIONS = {
  eu: ORIGINS.keylessEu,
  us: ORIGINS.keylessUs,
  latam: ORIGINS.keylessLatam,
} as const;

/** @throws {TypeError} on what cannot work */
export function toSettings(options: IdnowOptions): IdnowSettings {
  const { clientId, clientSecret, environment, authentication = 'client_secret_basic', keyless } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret })) requireText(value, name);
  if (!ENVIRONMENTS.includes(environment)) throw new TypeError(`environment must be one of ${ENVIRONMENTS.join(', ')}`);
  if (keyless !== undefined) requireText(keyless.apiKey, 'keyless.apiKey');
  const { environment: _, ...rest } = options;
  return {
    ...toGatewaySettings(rest, {}),
    clientId,
    clientSecret,
    environment,
    authentication,
    keyless: keyless && { url: keylessUrl(keyless.region), apiKey: keyless.apiKey },
  };
}

function keylessUrl(region: KeylessOptions['region']): string {
  if (typeof region === 'object') return baseUrl(region.url, 'keyless.region.url');
  if (Object.hasOwn(KEYLESS_REGIONS, region)) return KEYLESS_REGIONS[region];
  throw new TypeError(`keyless.region must be one of ${Object.keys(KEYLESS_REGIONS).join(', ')}, or { url }`);
}
