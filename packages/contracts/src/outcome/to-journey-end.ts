import type { JourneyEnd } from '../codes/index.ts';
import type { Lifecycle, Outcome } from './outcome.ts';

const BY_LIFECYCLE: Readonly<Partial<Record<Lifecycle, JourneyEnd>>> = {
  cancelled: 'cancelled',
  expired: 'expired',
  deleted: 'expired',
  locked_out: 'failed',
  errored: 'error',
};

/**
 * How a journey ends in the page, in the words of the elements' events; null while it goes on. What is over and not understood
 * is `review`, so that somebody looks at it.
 */
export function toJourneyEnd({
  lifecycle,
  decision,
  terminal,
}: Pick<Outcome, 'lifecycle' | 'decision' | 'terminal'>): JourneyEnd | null {
  if (!terminal) return null;
  const end = BY_LIFECYCLE[lifecycle];
  if (end !== undefined) return end;
  if (decision === 'accepted') return 'passed';
  return decision === 'rejected' || decision === 'none' ? 'failed' : 'review';
}
