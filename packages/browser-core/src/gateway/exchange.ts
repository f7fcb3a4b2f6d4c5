import { GatewayError } from './gateway-error.ts';
import { parseRetryAfter } from '#wire/retry-after.js';

/** What a gateway answered, whatever its status. */
export interface Answer {
  readonly httpStatus: number;
  /** Parsed, or undefined when it was no JSON. */
  readonly body: unknown;
  readonly retryAfterMs: number | null;
}

/** One request and its answer. Rejects with `network`, or the signal's reason. */
export async function exchange(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
  epochNow: () => number,
): Promise<Answer> {
  try {
    const response = await fetch(url, { cache: 'no-store', ...init });
    return toAnswer(response.status, await response.text(), response.headers.get('retry-after'), epochNow);
  } catch (cause) {
    init.signal.throwIfAborted();
    throw new GatewayError('network', 'no answer from the gateway', { cause });
  }
}

export function toAnswer(httpStatus: number, text: string, retryAfter: string | null, epochNow: () => number): Answer {
  const retryAfterMs = retryAfter === null ? null : (parseRetryAfter(retryAfter, epochNow()) ?? null);
  return { httpStatus, body: parseJson(text), retryAfterMs };
}

/** What a reader makes of an answer; what it cannot read is `invalid-response`. */
export function readAnswer<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new GatewayError('invalid-response', 'the gateway answered in a form that is not in the contract', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
