import type { WireResponse } from '#wire/request.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import type { IssuedToken } from '../shared-token.ts';
import type { Exchange } from './exchange.ts';
import { fillPath } from './fill-path.ts';
import { createGatewayClient } from './gateway-client.ts';
import type { CallSettings, GatewayClient } from './gateway-client.ts';
import type { GatewaySettings } from './gateway-options.ts';
import { callerHeaders } from './header-text.ts';
import type { Refusal } from './wire-failure.ts';

/** One call: where, and what differs from a plain read. */
export type BearerCall<Operation extends string> = Pick<Exchange<Operation>, 'operation'> &
  Partial<Omit<Exchange<Operation>, 'operation' | 'url' | 'headers' | 'signal'>> & {
    readonly path: string;
    readonly names?: Readonly<Record<string, string>>;
    /** What is asked for where it is not JSON. */
    readonly accept?: string;
  };

/** What the operations of a gateway share that shows a bearer token of an OAuth client. */
export interface BearerClient<
  Operation extends string,
  Settings extends GatewaySettings<Operation> = GatewaySettings<Operation>,
> extends Pick<GatewayClient<Operation>, 'token'> {
  readonly settings: Settings;
  /** @throws {PartnerServerError} unless the answer is a success */
  call(call: BearerCall<Operation>, settings: CallSettings): Promise<WireResponse>;
}

/** A client of one gateway, by its own token endpoint and its own words for a refusal. */
export function createBearerClient<
  Operation extends string,
  Settings extends GatewaySettings<Operation> & { readonly clientId: string; readonly clientSecret: string },
>(kind: {
  readonly settings: Settings;
  readonly fetchToken: (budget: RetryBudget) => Promise<IssuedToken>;
  readonly toRefusal: (response: WireResponse) => Refusal;
}): BearerClient<Operation, Settings> {
  const { settings, fetchToken, toRefusal } = kind;
  const client = createGatewayClient<Operation>({
    settings,
    credential: { clientId: settings.clientId, secret: settings.clientSecret },
    fetchToken,
    show: (token) => ({ authorization: `Bearer ${token}` }),
    // Which of them a success is, is not documented.
    isSuccess: (status) => status >= 200 && status < 300,
    toRefusal,
  });
  return {
    settings,
    token: (signal) => client.token(signal),
    call: ({ path, names = {}, accept, ...exchange }, { headers, signal }) =>
      client.call({
        ...exchange,
        url: settings.urls.gateway + fillPath(path, names),
        headers: { ...callerHeaders(headers), ...(accept === undefined ? {} : { accept }) },
        signal,
      }),
  };
}
