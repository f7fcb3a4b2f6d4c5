import { call } from '#wire/call.js';
import type { CallOptions } from '#wire/call.js';
import type { WireResponse } from '#wire/request.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import type { GatewaySettings } from './gateway-options.ts';
import { fromWireFailure } from './wire-failure.ts';

export interface Exchange<Operation extends string> {
  readonly operation: Operation;
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Whether making it twice does no harm. Default: as the method says. */
  readonly idempotent?: boolean;
  /** Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number;
  /** Default: the client's `totalTimeoutMs`. */
  readonly totalTimeoutMs?: number;
  /** Default: the client's policy. */
  readonly maxAttempts?: number | undefined;
  /** Default: 1 MiB. */
  readonly maxResponseBytes?: number;
  /** Takes the body of a success as it comes. What has been passed on is not asked for again. */
  readonly receive?: (chunk: Uint8Array) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** One exchange with the gateway, with retries, and every failure of the wire in this package's words. */
export async function exchange<Operation extends string>(
  request: Exchange<Operation>,
  settings: GatewaySettings<Operation>,
  budget: RetryBudget,
): Promise<WireResponse> {
  const {
    operation,
    url,
    method = 'GET',
    headers,
    json,
    form,
    idempotent,
    maxAttempts,
    maxResponseBytes,
    receive,
    signal,
  } = request;
  const { clock, random, emit } = settings;
  const startedAtMs = clock.monotonicNow();
  const report = (response?: WireResponse): void =>
    emit({
      kind: 'exchange',
      operation,
      status: response?.status,
      requestId: response?.requestId,
      durationMs: clock.monotonicNow() - startedAtMs,
    });
  const options: CallOptions = {
    method,
    headers,
    ...(json === undefined ? {} : { json }),
    ...(form === undefined ? {} : { form }),
    ...(idempotent === undefined ? {} : { idempotent }),
    ...(maxResponseBytes === undefined ? {} : { maxResponseBytes }),
    ...(receive === undefined ? {} : { receive }),
    fetch: settings.fetch,
    clock,
    random,
    budget,
    signal,
    policy: maxAttempts === undefined ? settings.retry : { ...settings.retry, maxAttempts },
    timeoutMs: request.timeoutMs ?? settings.timeoutMs,
    totalTimeoutMs: request.totalTimeoutMs ?? settings.totalTimeoutMs,
    onRetry: (retry) => emit({ kind: 'retry', operation, ...retry }),
  };
  try {
    const response = await call(url, options);
    report(response);
    return response;
  } catch (error) {
    report();
    throw fromWireFailure(error);
  }
}
