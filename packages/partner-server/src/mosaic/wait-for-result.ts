import type { Recommendation } from '@bonafide/contracts/mosaic';
import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { isOver, sessionEnded } from './session-end.ts';
import { fetchResult } from './get-result.ts';
import type { MosaicClient } from './mosaic-client.ts';
import type { SessionKey } from './session-key.ts';
import type { VerifiedResult } from './verified-result.ts';

/** Which session, and how long to wait for its end. */
export type WaitForResult = SessionKey & WaitSettings;

/** A result with a decision. */
export type DecidedResult = VerifiedResult & { readonly recommendation: Recommendation };

/**
 * Asks for a result until there is a decision. There is no webhook: this is for a person whose browser never came back.
 * @throws {PartnerServerError} `still-processing` at the deadline; `session-ended` where none will come; a failure that
 *   asking again cannot mend, at once
 */
export async function waitForResult(client: MosaicClient, request: WaitForResult): Promise<DecidedResult> {
  const { timeoutMs, policy = {}, signal } = request;
  const ended = await waitUntil({
    settings: client.settings,
    name: 'verification',
    timeoutMs,
    policy,
    untilItExists: false,
    signal,
    look: async (lookSignal) => {
      const { result, retryAfterMs } = await fetchResult(client, { ...request, signal: lookSignal }, 1);
      return { value: result, retryAfterMs };
    },
    isFinished: (result): result is VerifiedResult => isOver(result.body),
  });
  if (isDecided(ended)) return ended;
  throw sessionEnded();
}

/** A recommendation without `complete` is no decision: what is not understood is never taken for one. */
export function isDecided(result: VerifiedResult): result is DecidedResult {
  return result.status === 'complete' && result.recommendation !== undefined;
}
