import type { WireResponse } from '#wire/request.js';
import { createRetryBudget } from '#wire/retry-budget.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import { exchange } from '../gateway/exchange.ts';
import type { Exchange } from '../gateway/exchange.ts';
import { fillPath } from '../gateway/fill-path.ts';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { callerHeaders } from '../gateway/header-text.ts';
import { fromTokenRefusal } from '../gateway/wire-failure.ts';
import type { IdnowOperation, IdnowSettings } from './idnow-options.ts';
import { toRefusal } from './refusal.ts';

/** A call to Keyless, whose key is shown instead of a token. */
export type KeylessExchange = (
  call: Pick<Exchange<IdnowOperation>, 'operation' | 'method'> & {
    readonly path: string;
    readonly names?: Readonly<Record<string, string>>;
  },
  settings: CallSettings,
) => Promise<WireResponse>;

/** @throws {TypeError} when it is called without a tenant of Keyless */
export function createKeylessExchange(settings: IdnowSettings): KeylessExchange {
  const budget: RetryBudget = createRetryBudget();
  return async ({ path, names = {}, ...call }, { headers, signal }) => {
    const { keyless } = settings;
    if (keyless === undefined) throw new TypeError('keyless is needed: which tenant, and its API key');
    const response = await exchange(
      {
        ...call,
        url: keyless.url + fillPath(path, names),
        headers: { ...callerHeaders(headers), 'x-api-key': keyless.apiKey },
        signal,
      },
      settings,
      budget,
    );
    if (response.status === 200) return response;
    throw fromTokenRefusal(toRefusal(response));
  };
}
