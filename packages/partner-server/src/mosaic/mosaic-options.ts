import { ORIGINS, TOKEN_RESOURCE } from '@bonafide/contracts/mosaic';
import { toGatewaySettings } from '../gateway/gateway-options.ts';
import type {
  GatewayEvent,
  GatewayOptions,
  GatewayPlace,
  GatewaySettings,
  GatewayUrls,
} from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';

/** Who asks, of which region of Mosaic, and how. */
export type MosaicOptions = GatewayOptions<MosaicOperation> &
  GatewayPlace<keyof typeof ORIGINS> & {
    readonly clientId: string;
    readonly clientSecret: string;
    /** What the access token is for. Default: `https://verify.identity.security`. Older accounts: null, which leaves it out. */
    readonly resource?: string | null;
  };

/** Name of a call to the gateway, as logs and events have it. */
export type MosaicOperation =
  | 'accessToken'
  | 'createVerification'
  | 'getStatus'
  | 'getConsent'
  | 'getResult'
  | 'deleteVerification'
  | 'getImages'
  | 'getImage'
  | 'createFaceAuthentication'
  | 'getFaceAuthenticationResult';

/** Something worth a log line or a metric. */
export type MosaicEvent = GatewayEvent<MosaicOperation>;

/** Options with every default in its place. */
export interface MosaicSettings extends GatewaySettings<MosaicOperation> {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly resource: string | undefined;
}

/** A region is one origin for everything. */
const REGIONS = Object.fromEntries(
  Object.entries(ORIGINS).map(([name, origin]) => [name, { token: origin, gateway: origin }]),
) as Readonly<Record<keyof typeof ORIGINS, GatewayUrls>>;

/** @throws {TypeError} on what cannot work */
export function toSettings(options: MosaicOptions): MosaicSettings {
  const { clientId, clientSecret, resource = TOKEN_RESOURCE } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret })) requireText(value, name);
  if (resource !== null) requireText(resource, 'resource');
  return { ...toGatewaySettings(options, REGIONS), clientId, clientSecret, resource: resource ?? undefined };
}
