import { ORIGINS } from '@bonafide/contracts/assure';
import { toGatewaySettings } from '../gateway/gateway-options.ts';
import type { GatewayEvent, GatewayOptions, GatewayPlace, GatewaySettings } from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';

/** Who asks, of which gateway, and how. */
export type AssureOptions = GatewayOptions<AssureOperation> &
  GatewayPlace<keyof typeof ORIGINS> & {
    readonly clientId: string;
    readonly clientSecret: string;
    /** Space-separated, for token endpoints that want it. */
    readonly scope?: string;
  };

/** Name of a call to the gateway, as logs and events have it. */
export type AssureOperation =
  | 'accessToken'
  | 'createDossier'
  | 'getDossier'
  | 'deleteDossier'
  | 'getUserData'
  | 'setUserData'
  | 'setFiles'
  | 'getFiles'
  | 'deleteFiles'
  | 'startCapture'
  | 'getCaptureConfiguration'
  | 'createCaptureConfiguration'
  | 'updateCaptureConfiguration'
  | 'watermarkImage'
  | 'redactImage'
  | 'getDocumentTypes'
  | 'createProcess'
  | 'getProcess'
  | 'deleteProcess'
  | 'cancelProcess'
  | 'setImages'
  | 'getImage'
  | 'startVerification'
  | 'downloadFullResult';

/** Something worth a log line or a metric. */
export type AssureEvent = GatewayEvent<AssureOperation>;

/** Options with every default in its place. */
export interface AssureSettings extends GatewaySettings<AssureOperation> {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | undefined;
}

/** @throws {TypeError} on what cannot work */
export function toSettings(options: AssureOptions): AssureSettings {
  const { clientId, clientSecret, scope } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret })) requireText(value, name);
  if (scope !== undefined) requireText(scope, 'scope');
  return { ...toGatewaySettings(options, ORIGINS), clientId, clientSecret, scope };
}
