import { PATHS } from '@bonafide/contracts/mosaic';
import { tokenResponse } from '@bonafide/contracts/mosaic/validators';
import { createBearerClient } from '../gateway/bearer-client.ts';
import type { BearerClient } from '../gateway/bearer-client.ts';
import { fetchClientToken } from '../gateway/fetch-client-token.ts';
import type { MosaicOperation, MosaicSettings } from './mosaic-options.ts';
import { toRefusal } from './refusal.ts';

/** What Mosaic's operations share. */
export type MosaicClient = BearerClient<MosaicOperation, MosaicSettings>;

export function createMosaicClient(settings: MosaicSettings): MosaicClient {
  const { clientId, clientSecret, resource } = settings;
  return createBearerClient({
    settings,
    toRefusal,
    /** `POST /oidc/token`, uncached. Source: documented; the credentials stand in the form. */
    fetchToken: (budget) =>
      fetchClientToken(
        {
          operation: 'accessToken',
          path: PATHS.token,
          clientId,
          clientSecret,
          authentication: 'client_secret_post',
          scope: undefined,
          ...(resource === undefined ? {} : { form: { resource } }),
          schema: tokenResponse,
          toRefusal,
        },
        settings,
        budget,
      ),
  });
}
