import { deadlineSignal, linkSignals } from '#wire/abort.js';
import type { WireResponse } from '#wire/request.js';
import { createRetryBudget } from '#wire/retry-budget.js';
import { HEADERS } from '@bonafide/contracts/onekyc';
import { PartnerServerError } from '../partner-server-error.ts';
import { createTokenCache } from '../token-cache.ts';
import { createTokenVault } from '../token-vault.ts';
import type { TokenVault } from '../token-vault.ts';
import { exchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { fetchPartnerToken, TOKEN_TIMEOUT_MS } from './fetch-partner-token.ts';
import { requireText } from './onekyc-options.ts';
import type { OneKycSettings } from './onekyc-options.ts';
import { fromRefusal } from './to-partner-server-error.ts';

/** What every operation may set. */
export interface CallSettings {
  /** Ends this call; a token that others wait for too is still fetched. */
  readonly signal?: AbortSignal | undefined;
  /** Further headers, such as `traceparent`. Those of the contract cannot be replaced. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What the operations share: the partner token and one retry budget. */
export interface GatewayClient {
  readonly settings: OneKycSettings;
  partnerToken(signal?: AbortSignal): Promise<string>;
  /**
   * An exchange with the partner token, within the client's whole time. A token that the gateway refuses is replaced once.
   * @throws {PartnerServerError} unless the answer is 200
   */
  call(request: Exchange): Promise<WireResponse>;
}

/** Leases outlast the slowest fetch a little. */
const LEASE_MARGIN_MS = 2_000;
const STORE_TIMEOUT_MS = 1_000;

export function createGatewayClient(settings: OneKycSettings): GatewayClient {
  const { clientId, passKey, urls, tokenStore, clock, random, emit } = settings;
  const budget = createRetryBudget();
  let vault: Promise<TokenVault> | undefined;
  const cache = createTokenCache({
    clock,
    random,
    fetchToken: () => fetchPartnerToken(settings, budget),
    shared: tokenStore && {
      store: tokenStore,
      vault: () => (vault ??= createTokenVault({ clientId, passKey, tokenUrl: urls.token })),
      leaseMs: TOKEN_TIMEOUT_MS + LEASE_MARGIN_MS,
      storeTimeoutMs: STORE_TIMEOUT_MS,
      onStoreFailure: (error) => emit({ kind: 'store-failed', error }),
    },
    onToken: emit,
  });

  async function callWithToken(request: Exchange): Promise<WireResponse> {
    for (let mayRetry = true; ; mayRetry = false) {
      const token = await cache.get(request.signal);
      const headers = { ...request.headers, [HEADERS.token]: token };
      const response = await exchange({ ...request, headers }, settings, budget);
      if (response.status !== 401) cache.accept(token);
      else if (cache.reject(token) && mayRetry) continue;
      if (response.status === 200) return response;
      throw fromRefusal(response, 'gateway');
    }
  }

  return {
    settings,
    partnerToken: (signal) => cache.get(signal),
    async call(request) {
      const deadline = deadlineSignal(clock, settings.totalTimeoutMs);
      const { signal, dispose } = linkSignals(request.signal, deadline.signal);
      try {
        return await callWithToken({ ...request, signal });
      } catch (error) {
        request.signal?.throwIfAborted();
        if (!deadline.signal.aborted) throw error;
        const message = `no answer within ${settings.totalTimeoutMs} ms`;
        throw new PartnerServerError('timeout', message, { cause: error });
      } finally {
        dispose();
        deadline.dispose();
      }
    },
  };
}

/** What a header may be called (RFC 9110 §5.6.2, a token). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Lower-cased, so that a header of the caller cannot stand beside one of the contract.
 * @throws {TypeError} for one that cannot be sent, without quoting its value
 */
export function callerHeaders(headers: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => {
      if (!HEADER_NAME.test(name)) throw new TypeError('headers has a name that no header may have');
      requireText(value, `headers['${name}']`);
      return [name.toLowerCase(), value];
    }),
  );
}
