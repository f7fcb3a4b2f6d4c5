import type { RetryBudget } from '#wire/retry-budget.js';
import { PATHS } from '@bonafide/contracts/assure';
import { tokenResponse } from '@bonafide/contracts/assure/validators';
import { fetchClientToken } from '../gateway/fetch-client-token.ts';
import type { IssuedToken } from '../shared-token.ts';
import type { AssureSettings } from './assure-options.ts';
import { toRefusal } from './refusal.ts';

/** `POST /auth/open/connect/token` with the client's credentials, uncached. */
export async function fetchAccessToken(settings: AssureSettings, budget: RetryBudget): Promise<IssuedToken> {
  const { clientId, clientSecret, scope } = settings;
  return await fetchClientToken(
    { operation: 'accessToken', path: PATHS.token, clientId, clientSecret, scope, schema: tokenResponse, toRefusal },
    settings,
    budget,
  );
}
