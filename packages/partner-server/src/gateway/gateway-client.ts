import { deadlineSignal, linkSignals } from '#wire/abort.js';
import type { WireResponse } from '#wire/request.js';
import { createRetryBudget } from '#wire/retry-budget.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import { PartnerServerError } from '../partner-server-error.ts';
import type { IssuedToken } from '../shared-token.ts';
import { createTokenCache } from '../token-cache.ts';
import { createTokenVault } from '../token-vault.ts';
import type { TokenVault } from '../token-vault.ts';
import { exchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import type { GatewaySettings } from './gateway-options.ts';
import { fromRefusal } from './wire-failure.ts';
import type { Refusal } from './wire-failure.ts';

/** What every operation may set. */
export interface CallSettings {
  /** Ends this call; a token that others wait for too is still fetched. */
  readonly signal?: AbortSignal | undefined;
  /** Further headers, such as `traceparent`. Those of the contract cannot be replaced. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What tells one gateway from another. */
export interface GatewayKind<Operation extends string> {
  readonly settings: GatewaySettings<Operation>;
  /** What tokens are made with; a shared store's entries are sealed under the secret. */
  readonly credential: { readonly clientId: string; readonly secret: string };
  /** Asks for a token, uncached, within `TOKEN_TIMEOUT_MS`. */
  readonly fetchToken: (budget: RetryBudget) => Promise<IssuedToken>;
  /** The headers that show a token. */
  readonly show: (token: string) => Readonly<Record<string, string>>;
  readonly isSuccess: (status: number) => boolean;
  readonly toRefusal: (response: WireResponse) => Refusal;
}

/** What the operations of one gateway share: the token and one retry budget. */
export interface GatewayClient<Operation extends string> {
  readonly settings: GatewaySettings<Operation>;
  token(signal?: AbortSignal): Promise<string>;
  /**
   * An exchange with the token, within the client's whole time. A token that the gateway refuses is replaced once.
   * @throws {PartnerServerError} unless the answer is a success
   */
  call(request: Exchange<Operation>): Promise<WireResponse>;
}

/** Whole time of getting a token. Processes that share one wait a little longer than this for a holder that crashed. */
export const TOKEN_TIMEOUT_MS = 12_000;
/** Leases outlast the slowest fetch a little. */
const LEASE_MARGIN_MS = 2_000;
const STORE_TIMEOUT_MS = 1_000;

export function createGatewayClient<Operation extends string>(kind: GatewayKind<Operation>): GatewayClient<Operation> {
  const { settings, credential, show, isSuccess, toRefusal } = kind;
  const { urls, tokenStore, clock, random, emit } = settings;
  const budget = createRetryBudget();
  let vault: Promise<TokenVault> | undefined;
  const cache = createTokenCache({
    clock,
    random,
    fetchToken: () => kind.fetchToken(budget),
    shared: tokenStore && {
      store: tokenStore,
      vault: () => (vault ??= createTokenVault({ ...credential, tokenUrl: urls.token })),
      leaseMs: TOKEN_TIMEOUT_MS + LEASE_MARGIN_MS,
      storeTimeoutMs: STORE_TIMEOUT_MS,
      onStoreFailure: (error) => emit({ kind: 'store-failed', error }),
    },
    onToken: emit,
  });

  async function callWithToken(request: Exchange<Operation>): Promise<WireResponse> {
    for (let mayRetry = true; ; mayRetry = false) {
      const token = await cache.get(request.signal);
      const response = await exchange(
        { ...request, headers: { ...request.headers, ...show(token) } },
        settings,
        budget,
      );
      if (response.status !== 401) cache.accept(token);
      else if (cache.reject(token) && mayRetry) continue;
      if (isSuccess(response.status)) return response;
      throw fromRefusal(toRefusal(response));
    }
  }

  return {
    settings,
    token: (signal) => cache.get(signal),
    async call(request) {
      const { totalTimeoutMs = settings.totalTimeoutMs } = request;
      const deadline = deadlineSignal(clock, totalTimeoutMs);
      const { signal, dispose } = linkSignals(request.signal, deadline.signal);
      try {
        return await callWithToken({ ...request, signal });
      } catch (error) {
        request.signal?.throwIfAborted();
        if (!deadline.signal.aborted) throw error;
        throw new PartnerServerError('timeout', `no answer within ${totalTimeoutMs} ms`, { cause: error });
      } finally {
        dispose();
        deadline.dispose();
      }
    },
  };
}
