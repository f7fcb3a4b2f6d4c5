import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import { JOURNEY_STEP_ID } from '@bonafide/contracts/mosaic';
import type { JourneyPayload, JourneyReturn } from '@bonafide/contracts/mosaic';
import { journeyClientInput } from '@bonafide/contracts/mosaic/validators';
import type { AtomicStore } from '../atomic-store.ts';
import { isPartnerServerError } from '../partner-server-error.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';
import type { CreateVerification } from './create-verification.ts';
import type { Mosaic } from './create-mosaic.ts';
import type { MockVerification } from './mock-verification.ts';
import { createReturnStates } from './return-states.ts';
import { ReturnRejectedError } from './return-rejected-error.ts';
import { toErrorBranch, toMosaicBranch } from './mosaic-branch.ts';
import type { MosaicBranch } from './mosaic-branch.ts';

/** The settings of the journey's step "Identity Verification", by the vendor's table, for a backend without the journey. */
export interface MosaicStepOptions {
  readonly mosaic: Pick<Mosaic, 'createVerification' | 'waitForResult'>;
  /** Where the browser comes back once the checks are over. */
  readonly callbackUrl: string;
  /** Remembers who was sent away with which state. One that all your processes share, when you have several. */
  readonly store: AtomicStore;
  /** After which the session's data are deleted. Default: the gateway's, 90 days. */
  readonly timeToLiveSeconds?: number;
  /** Name of the variable that holds the result. Default: `identity_result`. */
  readonly outputVariable?: string;
  /** What an unexpected error of the session does: `abort` throws it, `branch` makes it a branch. Default: `abort`. */
  readonly sessionErrors?: 'abort' | 'branch';
  /** Mocking behaviour, for tests. Default: none, and the person is verified. */
  readonly mock?: MockVerification;
  /** How long a browser may be away. Default: 30 minutes. Source: guess. */
  readonly stateLifeMs?: number;
  /** How long `finish` waits for a decision that is not there yet. Default: 10 seconds. Source: guess. */
  readonly waitMs?: number;
  readonly clock?: Clock;
}

/** What the page is given to start with, as the orchestration SDK would: `data.payload.endpoint` is where it goes. */
export interface MosaicStepStart {
  readonly type: 'client_input_required';
  readonly journeyStepId: typeof JOURNEY_STEP_ID;
  readonly data: { readonly payload: Required<JourneyPayload> };
}

/** Whose browser it is: your own name for the login or the session behind its cookie, the same at both ends. */
interface OfSubject {
  readonly subject: string;
  readonly signal?: AbortSignal | undefined;
}

export type StartMosaicStep = OfSubject & Pick<CreateVerification, 'customerInformation' | 'headers'>;

export interface FinishMosaicStep extends OfSubject {
  /** What the page submits: `{ payload: { state, sessionId } }`, from the address to which the browser came back. */
  readonly input: unknown;
}

/** One verification of a person in a page, from the button to the branch. */
export interface MosaicStep {
  /** A session, and a state that is good for this subject, this session, and once. @throws {PartnerServerError} */
  start(request: StartMosaicStep): Promise<MosaicStepStart>;
  /**
   * The branch, by the result that is read from the gateway; of what came with the browser, nothing decides.
   * @throws {PartnerServerError} `return-rejected` (a `ReturnRejectedError`) for a state that does not fit;
   *   `still-processing`, `network` and others that are `retryable`: the state stays good, and the page may submit again
   */
  finish(request: FinishMosaicStep): Promise<MosaicBranch>;
}

/** The session itself came to nothing. Everything else is a matter of the backend, or passes. */
const SESSION_ERRORS: ReadonlySet<PartnerServerErrorCode> = new Set(['session-ended', 'not-found', 'invalid-response']);
const DEFAULT_STATE_LIFE_MS = 30 * 60_000;
const DEFAULT_WAIT_MS = 10_000;

/** @throws {TypeError} when an option cannot work */
export function createMosaicStep(options: MosaicStepOptions): MosaicStep {
  const { mosaic, callbackUrl, store, timeToLiveSeconds, mock, clock = systemClock } = options;
  const { outputVariable = 'identity_result', sessionErrors = 'abort' } = options;
  const { stateLifeMs = DEFAULT_STATE_LIFE_MS, waitMs = DEFAULT_WAIT_MS } = options;
  if (!URL.canParse(callbackUrl)) throw new TypeError('callbackUrl must be an address');
  if (!(stateLifeMs > 0)) throw new TypeError('stateLifeMs must be above 0');
  if (!(waitMs > 0)) throw new TypeError('waitMs must be above 0');
  if (!/^[A-Za-z_]\w*$/.test(outputVariable)) throw new TypeError('outputVariable must be a name');
  const states = createReturnStates({ store, clock, lifeMs: stateLifeMs });

  return {
    async start({ subject, customerInformation, headers, signal }) {
      requireSubject(subject);
      const state = states.create();
      const { sessionId, startToken, hostedPageUrl } = await mosaic.createVerification({
        callbackUrl,
        state,
        ...(mock && { mock }),
        ...(timeToLiveSeconds !== undefined && { timeToLive: timeToLiveSeconds }),
        ...(customerInformation && { customerInformation }),
        headers,
        signal,
      });
      await states.keep(state, { subject, sessionId });
      const payload = {
        endpoint: hostedPageUrl,
        base_endpoint: hostedPageUrl.slice(0, -encodeURIComponent(startToken).length - 1),
        start_token: startToken,
        state,
        session: sessionId,
      };
      return { type: 'client_input_required', journeyStepId: JOURNEY_STEP_ID, data: { payload } };
    },

    async finish({ subject, input, signal }) {
      requireSubject(subject);
      const { state, sessionId } = toReturn(input);
      const known = await states.check(state, { subject, sessionId });
      try {
        const result = await mosaic.waitForResult({ sessionId, timeoutMs: waitMs, signal });
        await known.consume();
        return toMosaicBranch(result, outputVariable);
      } catch (error) {
        if (!isPartnerServerError(error) || !SESSION_ERRORS.has(error.code)) throw error;
        await known.consume();
        if (sessionErrors === 'abort') throw error;
        return toErrorBranch(error);
      }
    },
  };
}

function requireSubject(subject: unknown): void {
  if (typeof subject !== 'string' || subject === '') throw new TypeError('subject must say whose browser it is');
}

function toReturn(input: unknown): JourneyReturn {
  const { data } = journeyClientInput.safeParse(input);
  if (data === undefined || data.payload.state === '') throw new ReturnRejectedError('malformed');
  return data.payload;
}
