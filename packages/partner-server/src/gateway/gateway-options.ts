import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import type { Fetch } from '#wire/request.js';
import { DEFAULT_RETRY_POLICY } from '#wire/retry.js';
import type { RetryPolicy } from '#wire/retry.js';
import type { AtomicStore } from '../atomic-store.ts';
import { hear } from './hear.ts';

/** What every gateway's client may be told. `Operation` names its calls. */
export interface GatewayOptions<Operation extends string> {
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  /** Shares the token between processes, sealed under the credential's secret. Default: each process has its own. */
  readonly tokenStore?: AtomicStore;
  /** For one attempt. Default: 10 seconds. */
  readonly timeoutMs?: number;
  /** For one operation, with its retries and the token that it may need. Default: 30 seconds. */
  readonly totalTimeoutMs?: number;
  /** What differs from three attempts with full jitter. */
  readonly retry?: Partial<RetryPolicy>;
  /** Hears what happens, for metrics and logs: no token, header, body or person. May throw without harm. */
  readonly onEvent?: (event: GatewayEvent<Operation>) => void;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for jitter. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Where a gateway is: its token endpoint's base address, and everything else's. */
export interface GatewayUrls {
  readonly token: string;
  readonly gateway: string;
}

/** Where the gateway is: one of the vendor's environments, or addresses of your own (a sandbox, a proxy). */
export type GatewayPlace<Environment extends string> =
  | { readonly environment: Environment; readonly urls?: never }
  | { readonly environment?: never; readonly urls: GatewayUrls };

/** Something worth a log line or a metric. */
export type GatewayEvent<Operation extends string> =
  | {
      readonly kind: 'exchange';
      readonly operation: Operation;
      /** HTTP status; undefined when there was no answer. */
      readonly status: number | undefined;
      readonly requestId: string | undefined;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'retry';
      readonly operation: Operation;
      readonly attempts: number;
      readonly delayMs: number;
    }
  /** A token came into this process. */
  | { readonly kind: 'token'; readonly from: 'store' | 'gateway' }
  /** The token in use could not be renewed ahead of time; it is still good. */
  | { readonly kind: 'refresh-failed'; readonly error: unknown }
  /** The shared store failed; this process fetched for itself. */
  | { readonly kind: 'store-failed'; readonly error: unknown };

/** Options with every default in its place. */
export interface GatewaySettings<Operation extends string> {
  readonly urls: GatewayUrls;
  readonly fetch: Fetch;
  readonly tokenStore: AtomicStore | undefined;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: RetryPolicy;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: (event: GatewayEvent<Operation>) => void;
}

/**
 * @param environments The vendor's own addresses by name.
 * @throws {TypeError} on what cannot work
 */
export function toGatewaySettings<Operation extends string, Environment extends string>(
  options: GatewayOptions<Operation> & GatewayPlace<Environment>,
  environments: Readonly<Record<Environment, GatewayUrls>>,
): GatewaySettings<Operation> {
  const { timeoutMs = 10_000, totalTimeoutMs = 30_000, onEvent, clock = systemClock, random = Math.random } = options;
  requireDuration(timeoutMs, 'timeoutMs');
  requireDuration(totalTimeoutMs, 'totalTimeoutMs');
  const urls = options.urls ?? environments[options.environment];
  if (urls === undefined) throw new TypeError(`environment must be one of ${Object.keys(environments).join(', ')}`);
  return {
    urls: { token: baseUrl(urls.token, 'urls.token'), gateway: baseUrl(urls.gateway, 'urls.gateway') },
    // Looked up at each call, so that a test or a tracer may replace the global one later.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    tokenStore: options.tokenStore,
    timeoutMs,
    totalTimeoutMs,
    retry: { ...DEFAULT_RETRY_POLICY, ...options.retry },
    clock,
    random,
    emit: (event) => hear(onEvent, event),
  };
}

function requireDuration(value: number, name: string): void {
  if (!(value > 0)) throw new TypeError(`${name} must be above 0`);
}

/** Without a trailing slash. Plain http only to this machine: a secret travels in a header. */
export function baseUrl(value: string, name: string): string {
  if (typeof value !== 'string' || !URL.canParse(value)) throw new TypeError(`${name} must be an address`);
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  // Paths are put behind it, and `fetch` refuses credentials in words that quote them.
  if (username || password || search || hash)
    throw new TypeError(`${name} must be an address without user, query or fragment`);
  const isLoopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback))
    throw new TypeError(`${name} must be an https address (http only to localhost)`);
  return value.replace(/\/+$/, '');
}
