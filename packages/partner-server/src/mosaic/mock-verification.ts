import { RECOMMENDATIONS } from '@bonafide/contracts/mosaic';
import type { MockBehavior, Recommendation } from '@bonafide/contracts/mosaic';

/** What a session without verification does. Source: documented, as the settings of the journey's step. */
export interface MockVerification {
  readonly recommendation: Recommendation;
  /** How long the checks seem to take once all pictures are there. Default: the gateway's. */
  readonly processingTimeSeconds?: number;
  /** Whether the first attempt asks for pictures again. Default: no. */
  readonly forceRecapture?: boolean;
}

/**
 * As the API wants it. The name of "Force Recapture" could not be found: both that are known are sent.
 * @throws {TypeError} on what no mock can do
 */
export function toMockBehavior(mock: MockVerification): MockBehavior {
  const { recommendation, processingTimeSeconds, forceRecapture } = mock;
  if (!RECOMMENDATIONS.includes(recommendation))
    throw new TypeError(`mock.recommendation must be one of ${RECOMMENDATIONS.join(', ')}`);
  if (processingTimeSeconds !== undefined && !(Number.isInteger(processingTimeSeconds) && processingTimeSeconds >= 0))
    throw new TypeError('mock.processingTimeSeconds must be whole seconds, 0 or more');
  return {
    recommendation,
    ...(processingTimeSeconds !== undefined && { processing_time: `${processingTimeSeconds}s` }),
    ...(forceRecapture !== undefined && { force_recapture: forceRecapture, force_retry: forceRecapture }),
  };
}
