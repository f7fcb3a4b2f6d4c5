/** What one attempt to deliver came to. `status` 0: no answer, `error` says why. */
export interface DeliveryAnswer {
  readonly status: number;
  readonly error: string | null;
  /** The header as sent. */
  readonly retryAfter: string | null;
}

export type NextDelivery =
  | { readonly state: 'DELIVERED' | 'DISABLED' | 'FAILED' }
  | { readonly state: 'PENDING'; readonly delayMs: number };

/** An endpoint that asks for more than a day is not believed. */
const MAXIMUM_RETRY_AFTER_MS = 24 * 3600 * 1000;

/**
 * What follows an attempt, as Standard Webhooks asks: 2xx is delivered, 410 disables the endpoint, everything else is
 * tried again while the schedule lasts, and a 429 or 503 may ask for more time than the schedule gives.
 * `attempts` counts those made, this one included.
 */
export function nextDelivery(
  answer: DeliveryAnswer,
  attempts: number,
  retryDelaysMs: readonly number[],
  now: number,
): NextDelivery {
  if (answer.status >= 200 && answer.status < 300) return { state: 'DELIVERED' };
  if (answer.status === 410) return { state: 'DISABLED' };
  // An address that is refused here stays refused.
  if (answer.error === 'address-not-allowed' || answer.error === 'url-not-allowed') return { state: 'FAILED' };
  const scheduled = retryDelaysMs[attempts - 1];
  if (scheduled === undefined) return { state: 'FAILED' };
  const asked = answer.status === 429 || answer.status === 503 ? parseRetryAfter(answer.retryAfter, now) : 0;
  return { state: 'PENDING', delayMs: Math.max(scheduled, Math.min(asked, MAXIMUM_RETRY_AFTER_MS)) };
}

function parseRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
