import { nativeWords } from './native-words.ts';
import type { Outcome, Provider } from './outcome.ts';

/** The outcome of a verification whose data were deleted at the provider: once there may have been another, and now there is none. */
export function deletedOutcome(provider: Provider): Outcome {
  return {
    lifecycle: 'deleted',
    decision: 'none',
    fraudSignal: 'not_reported',
    nextAction: 'none',
    terminal: true,
    authoritative: true,
    subjectState: 'deleted',
    reasons: [],
    checks: [],
    attempts: { used: null, max: null, scope: null },
    native: nativeWords(provider, null, 'api', {}),
  };
}
