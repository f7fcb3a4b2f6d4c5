import type { PhaseDeadline } from '../../machine/phase-deadlines.ts';
import type { IdentityPhase } from '../identity-snapshot.ts';

/** From `start` or `retry` to an end, hidden or not: bounds what the others cannot. Our choice: finding a passport takes time. */
export const IDENTITY_JOURNEY_MS = 45 * 60_000;

/** One deadline for each state, our choices. They stand still while the page is hidden. */
export const IDENTITY_DEADLINES: Readonly<Record<IdentityPhase, PhaseDeadline>> = {
  idle: { ms: null, code: 'internal' },
  // Longer than all tries of a request that fails: they know better what went wrong.
  checking: { ms: 2 * 60_000, code: 'network' },
  consent: { ms: 10 * 60_000, code: 'attempt-timeout' },
  selecting: { ms: 10 * 60_000, code: 'attempt-timeout' },
  'capturing-front': { ms: 15 * 60_000, code: 'attempt-timeout' },
  flipping: { ms: 10 * 60_000, code: 'attempt-timeout' },
  'capturing-back': { ms: 15 * 60_000, code: 'attempt-timeout' },
  reviewing: { ms: 10 * 60_000, code: 'attempt-timeout' },
  'capturing-selfie': { ms: 15 * 60_000, code: 'attempt-timeout' },
  recapture: { ms: 10 * 60_000, code: 'attempt-timeout' },
  submitting: { ms: 5 * 60_000, code: 'network' },
  processing: { ms: 3 * 60_000, code: 'processing-timeout' },
  // Its link has a shorter one of its own.
  handover: { ms: 30 * 60_000, code: 'handover-expired' },
  passed: { ms: null, code: 'internal' },
  review: { ms: null, code: 'internal' },
  failed: { ms: null, code: 'internal' },
  cancelled: { ms: null, code: 'internal' },
  expired: { ms: null, code: 'internal' },
  error: { ms: null, code: 'internal' },
  unsupported: { ms: null, code: 'internal' },
};
