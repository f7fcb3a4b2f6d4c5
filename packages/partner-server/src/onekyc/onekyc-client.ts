import { HEADERS } from '@bonafide/contracts/onekyc';
import { createGatewayClient } from '../gateway/gateway-client.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { fetchPartnerToken } from './fetch-partner-token.ts';
import type { OneKycOperation, OneKycSettings } from './onekyc-options.ts';
import { toRefusal } from './refusal.ts';

/** What OneKYC's operations share. */
export interface OneKycClient extends GatewayClient<OneKycOperation> {
  readonly settings: OneKycSettings;
}

export function createOneKycClient(settings: OneKycSettings): OneKycClient {
  const client = createGatewayClient({
    settings,
    credential: { clientId: settings.clientId, secret: settings.passKey },
    fetchToken: (budget) => fetchPartnerToken(settings, budget),
    show: (token) => ({ [HEADERS.token]: token }),
    isSuccess: (status) => status === 200,
    toRefusal,
  });
  return { ...client, settings };
}
