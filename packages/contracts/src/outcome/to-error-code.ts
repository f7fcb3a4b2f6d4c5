import { JOURNEY_ENDS, type ErrorCode } from '../codes/index.ts';
import type { Outcome, ReasonClass } from './outcome.ts';
import { toJourneyEnd } from './to-journey-end.ts';

/** What broke, where the reason says more than that something did. */
const BY_REASON: Readonly<Partial<Record<ReasonClass, ErrorCode>>> = {
  device_permission: 'permission-denied',
  network: 'network',
  quota_lockout: 'rate-limited',
  integration: 'internal',
  security: 'internal',
  policy_consent: 'consent-declined',
  document_unsupported: 'document-unsupported',
  quality: 'verification-failed',
};

/**
 * The error code that the elements show for an outcome: of this package's one registry. Null while it goes on, and where
 * nothing went wrong.
 */
export function toErrorCode(
  outcome: Pick<Outcome, 'lifecycle' | 'decision' | 'terminal' | 'reasons'>,
): ErrorCode | null {
  const { lifecycle, reasons } = outcome;
  const end = toJourneyEnd(outcome);
  if (end === null) return null;
  if (lifecycle === 'locked_out') return 'attempts-exhausted';
  const isBroken = lifecycle === 'errored' || lifecycle === 'cancelled';
  const told = isBroken
    ? reasons.map((reason) => BY_REASON[reason.class]).find((code) => code !== undefined)
    : undefined;
  return told ?? JOURNEY_ENDS[end];
}
