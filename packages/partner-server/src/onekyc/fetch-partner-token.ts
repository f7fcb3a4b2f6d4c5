import type { RetryBudget } from '#wire/retry-budget.js';
import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { PartnerTokenResponse } from '@bonafide/contracts/onekyc';
import { partnerTokenResponse } from '@bonafide/contracts/onekyc/validators';
import { exchange } from '../gateway/exchange.ts';
import { TOKEN_TIMEOUT_MS } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { toIssuedToken } from '../gateway/to-issued-token.ts';
import { fromTokenRefusal } from '../gateway/wire-failure.ts';
import type { IssuedToken } from '../shared-token.ts';
import type { OneKycSettings } from './onekyc-options.ts';
import { toRefusal } from './refusal.ts';

/** `GET /v1/coe/partner/authentication`, uncached. */
export async function fetchPartnerToken(settings: OneKycSettings, budget: RetryBudget): Promise<IssuedToken> {
  const { clientId, passKey, urls, clock } = settings;
  const response = await exchange(
    {
      operation: 'partnerToken',
      url: urls.token + PATHS.partnerToken,
      headers: { [HEADERS.clientId]: clientId, [HEADERS.passKey]: passKey },
      totalTimeoutMs: Math.min(TOKEN_TIMEOUT_MS, settings.totalTimeoutMs),
    },
    settings,
    budget,
  );
  if (response.status !== 200) throw fromTokenRefusal(toRefusal(response));
  const { data } = readAnswer(response, partnerTokenResponse) as PartnerTokenResponse;
  return toIssuedToken(response, data.token, Number(data.expiry_seconds) * 1000, clock.now());
}
