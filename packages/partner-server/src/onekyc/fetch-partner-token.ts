import type { RetryBudget } from '#wire/retry-budget.js';
import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { PartnerTokenResponse } from '@bonafide/contracts/onekyc';
import { partnerTokenResponse } from '@bonafide/contracts/onekyc/validators';
import type { IssuedToken } from '../shared-token.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { exchange } from './exchange.ts';
import { isHeaderText } from './onekyc-options.ts';
import type { OneKycSettings } from './onekyc-options.ts';
import { readAnswer } from './read-answer.ts';
import { fromRefusal } from './to-partner-server-error.ts';

/** Whole time of getting a token. Processes that share one wait a little longer than this for a holder that crashed. */
export const TOKEN_TIMEOUT_MS = 12_000;

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
  if (response.status !== 200) throw fromRefusal(response, 'token');
  const { data } = readAnswer(response, partnerTokenResponse) as PartnerTokenResponse;
  if (!isHeaderText(data.token)) {
    throw new PartnerServerError('invalid-response', 'the token cannot be sent in a header', {
      status: response.status,
      requestId: response.requestId,
    });
  }
  // Not `expires_at`: the gateway's clock and this one need not agree.
  const lifetimeMs = Number(data.expiry_seconds) * 1000;
  return { value: data.token, lifetimeMs, expiresAtEpochMs: clock.now() + lifetimeMs };
}
