import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import type { Fetch } from '#wire/request.js';
import { DEFAULT_RETRY_POLICY } from '#wire/retry.js';
import type { RetryPolicy } from '#wire/retry.js';
import { ORIGINS } from '@bonafide/contracts/onekyc';
import type { AtomicStore } from '../atomic-store.ts';
import { hear } from './hear.ts';

interface CommonOptions {
  readonly clientId: string;
  readonly passKey: string;
  /** `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`. */
  readonly onboardingPartner: string;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  /** Shares the partner token between processes, sealed under the pass key. Default: each process has its own. */
  readonly tokenStore?: AtomicStore;
  /** For one attempt. Default: 10 seconds. */
  readonly timeoutMs?: number;
  /** For one operation, with its retries and the token that it may need. Default: 30 seconds. */
  readonly totalTimeoutMs?: number;
  /** What differs from three attempts with full jitter. */
  readonly retry?: Partial<RetryPolicy>;
  /** Hears what happens, for metrics and logs: no token, header, body or person. May throw without harm. */
  readonly onEvent?: (event: OneKycEvent) => void;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for jitter. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Where the gateway is: one of the vendor's environments, or addresses of your own (a sandbox, a proxy). */
export type OneKycOptions = CommonOptions &
  (
    | { readonly environment: keyof typeof ORIGINS; readonly urls?: never }
    | { readonly environment?: never; readonly urls: { readonly token: string; readonly gateway: string } }
  );

/** Name of a call to the gateway, as logs and events have it. */
export type OneKycOperation = 'partnerToken' | 'initiateFlow' | 'getSubmissionDetails';

/** Something worth a log line or a metric. */
export type OneKycEvent =
  | {
      readonly kind: 'exchange';
      readonly operation: OneKycOperation;
      /** HTTP status; undefined when there was no answer. */
      readonly status: number | undefined;
      readonly requestId: string | undefined;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'retry';
      readonly operation: OneKycOperation;
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
export interface OneKycSettings {
  readonly clientId: string;
  readonly passKey: string;
  readonly onboardingPartner: string;
  readonly urls: { readonly token: string; readonly gateway: string };
  readonly fetch: Fetch;
  readonly tokenStore: AtomicStore | undefined;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: RetryPolicy;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: (event: OneKycEvent) => void;
}

/** @throws {TypeError} on what cannot work */
export function toSettings(options: OneKycOptions): OneKycSettings {
  for (const name of ['clientId', 'passKey', 'onboardingPartner'] as const) requireText(options[name], name);
  const { timeoutMs = 10_000, totalTimeoutMs = 30_000, onEvent, clock = systemClock, random = Math.random } = options;
  requireDuration(timeoutMs, 'timeoutMs');
  requireDuration(totalTimeoutMs, 'totalTimeoutMs');
  const urls = options.urls ?? ORIGINS[options.environment];
  if (urls === undefined) throw new TypeError(`environment must be one of ${Object.keys(ORIGINS).join(', ')}`);
  return {
    clientId: options.clientId,
    passKey: options.passKey,
    onboardingPartner: options.onboardingPartner,
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

/**
 * Values that become headers: a line break would be refused by the platform in words that quote the value, and spaces at
 * the ends would be lost on the way, so that the gateway knows another value than the caller.
 */
export function requireText(value: unknown, name: string): asserts value is string {
  if (!isHeaderText(value))
    throw new TypeError(`${name} must be a text of printable ASCII, neither empty nor with spaces at its ends`);
}

/** Whether a value arrives as it is when it is sent in a header. */
export function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~](?:[ -~]*[!-~])?$/.test(value);
}

function requireDuration(value: number, name: string): void {
  if (!(value > 0)) throw new TypeError(`${name} must be above 0`);
}

/** Without a trailing slash. Plain http only to this machine: a pass key travels in a header. */
function baseUrl(value: string, name: string): string {
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
