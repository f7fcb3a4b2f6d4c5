import { ORIGINS } from '@bonafide/contracts/onekyc';
import { toGatewaySettings } from '../gateway/gateway-options.ts';
import type { GatewayEvent, GatewayOptions, GatewayPlace, GatewaySettings } from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';

/** Who asks, of which gateway, and how. */
export type OneKycOptions = GatewayOptions<OneKycOperation> &
  GatewayPlace<keyof typeof ORIGINS> & {
    readonly clientId: string;
    readonly passKey: string;
    /** `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`. */
    readonly onboardingPartner: string;
  };

/** Name of a call to the gateway, as logs and events have it. */
export type OneKycOperation = 'partnerToken' | 'initiateFlow' | 'getSubmissionDetails';

/** Something worth a log line or a metric. */
export type OneKycEvent = GatewayEvent<OneKycOperation>;

/** Options with every default in its place. */
export interface OneKycSettings extends GatewaySettings<OneKycOperation> {
  readonly clientId: string;
  readonly passKey: string;
  readonly onboardingPartner: string;
}

/** @throws {TypeError} on what cannot work */
export function toSettings(options: OneKycOptions): OneKycSettings {
  const { clientId, passKey, onboardingPartner } = options;
  for (const [name, value] of Object.entries({ clientId, passKey, onboardingPartner })) requireText(value, name);
  return { ...toGatewaySettings(options, ORIGINS), clientId, passKey, onboardingPartner };
}
