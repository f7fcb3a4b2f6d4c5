import { PATHS } from '@bonafide/contracts/idnow';
import { tokenResponse } from '@bonafide/contracts/idnow/validators';
import { createBearerClient } from '../gateway/bearer-client.ts';
import type { BearerClient } from '../gateway/bearer-client.ts';
import { fetchClientToken } from '../gateway/fetch-client-token.ts';
import type { IdnowOperation, IdnowSettings } from './idnow-options.ts';
import { toRefusal } from './refusal.ts';

/** What the operations of the platform share. */
export type IdnowClient = BearerClient<IdnowOperation, IdnowSettings>;

export function createIdnowClient(settings: IdnowSettings): IdnowClient {
  const { clientId, clientSecret, authentication } = settings;
  return createBearerClient({
    settings,
    fetchToken: (budget) =>
      fetchClientToken(
        {
          operation: 'accessToken',
          path: PATHS.token,
          clientId,
          clientSecret,
          authentication,
          scope: undefined,
          schema: tokenResponse,
          toRefusal,
        },
        settings,
        budget,
      ),
    toRefusal,
  });
}
