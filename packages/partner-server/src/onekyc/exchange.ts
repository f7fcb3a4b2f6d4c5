import { call } from '#wire/call.js';
import type { CallOptions } from '#wire/call.js';
import type { WireResponse } from '#wire/request.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import type { OneKycOperation, OneKycSettings } from './onekyc-options.ts';
import { fromWireFailure } from './to-partner-server-error.ts';

export interface Exchange {
  readonly operation: OneKycOperation;
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Default: the client's `totalTimeoutMs`. */
  readonly totalTimeoutMs?: number;
  /** Default: the client's policy. */
  readonly maxAttempts?: number;
  readonly signal?: AbortSignal | undefined;
}

/** One exchange with the gateway, with retries, and every failure of the wire in this package's words. */
export async function exchange(
  { operation, url, method = 'GET', headers, json, totalTimeoutMs, maxAttempts, signal }: Exchange,
  settings: OneKycSettings,
  budget: RetryBudget,
): Promise<WireResponse> {
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
    fetch: settings.fetch,
    clock,
    random,
    budget,
    signal,
    policy: maxAttempts === undefined ? settings.retry : { ...settings.retry, maxAttempts },
    timeoutMs: settings.timeoutMs,
    totalTimeoutMs: totalTimeoutMs ?? settings.totalTimeoutMs,
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
