import { deadlineSignal, linkSignals } from '#wire/abort.js';
import { systemClock } from '#wire/clock.js';
import type { Clock } from '#wire/clock.js';
import { isFatalStatus, poll } from '#wire/poll.js';
import type { PollEnvironment, PollStep } from '#wire/poll.js';
import { HEADERS, PATHS } from '@bonafide/contracts/capture-backend';

import { createPageEnvironment } from '../session/page-environment.ts';
import type { HandoverRequest } from '../session/identity/identity-ports.ts';
import { createCaptureBackendGateway } from './create-capture-backend-gateway.ts';
import { exchange, readAnswer } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { GatewayError, isGatewayError } from './gateway-error.ts';
import type { HandoverTicket } from './handover-ticket.ts';
import type { IdentityGateway } from './identity-gateway.ts';
import { isHttpAddress } from './is-http-address.ts';
import { parseHandoverClaimed, parseHandoverSeen } from './parse-handover.ts';
import type { HandoverClaimed } from './parse-handover.ts';
import { refuseCapture } from './refuse-capture.ts';

/** How long one request may take. Source: guess. */
const REQUEST_MS = 15_000;
/** The person looks from one screen to the other meanwhile. Source: guess. */
const POLL_POLICY = { firstDelayMs: 1_000, growth: 1.2, maxDelayMs: 3_000, jitter: 0.2 } as const;

export interface JoinHandoverOptions {
  /** Where your backend serves `specs/capture-backend.yaml`. */
  readonly baseUrl: string;
  /** From `takeHandoverTicket`. */
  readonly ticket: HandoverTicket;
  /** Shows the code on the phone: the person compares it with the computer's, and confirms there. */
  readonly onCode: (code: string) => void;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for jitter. */
  readonly random?: () => number;
  /** Nothing is asked while the page is hidden or offline. */
  readonly environment?: PollEnvironment;
}

/** With what a phone goes on: `<id-verification>` takes both as properties of the same names. */
export interface HandedOver {
  /** Makes the gateway of the one check. The token stays in it. */
  readonly createGateway: () => IdentityGateway;
  /** Where the computer was. */
  readonly startFrom: HandoverRequest;
}

/**
 * On the phone: opens the link, which can be done once, and waits until the person has confirmed this phone on the computer.
 * Call it when the person presses a button, not at once, so that a look ahead at the link does not use it up.
 *
 * @throws {GatewayError} `handover-claimed`: another device was first · `handover-expired`: the link has run out, or nobody
 *   confirmed this phone in time · `handover-ended`: taken back · `session-not-found`: no such link · `network`, `server`,
 *   `rate-limited`, `invalid-response`. After a network that broke off in the middle of opening, the link may be used up.
 */
export async function joinHandover(options: JoinHandoverOptions): Promise<HandedOver> {
  const { baseUrl, ticket, onCode, fetch = globalThis.fetch.bind(globalThis), clock = systemClock } = options;
  if (typeof baseUrl !== 'string' || baseUrl === '' || !isHttpAddress(baseUrl))
    throw new TypeError('baseUrl must be an address of http or https');
  const ask = createAsk(baseUrl.replace(/\/+$/, ''), ticket.handoverId, fetch, clock);

  const { signal: outer, dispose } = linkSignals(options.signal);
  try {
    const { captureToken, code, confirmWithinMs } = await claim(ask, ticket, outer);
    onCode(code);
    const end = await poll<HandoverRequest>({
      ask: (signal) => look(ask, captureToken, signal),
      policy: POLL_POLICY,
      clock,
      random: options.random ?? Math.random,
      environment: options.environment ?? createPageEnvironment(),
      // The backend says when it is too late; this is for one that says nothing.
      timeoutMs: confirmWithinMs + 2 * REQUEST_MS,
      signal: outer,
    });
    if (end.kind !== 'done') throw new GatewayError('handover-expired', 'nobody confirmed this phone in time');
    return {
      createGateway: () =>
        Object.assign(createCaptureBackendGateway({ baseUrl, captureToken, fetch }), {
          leave: (signal: AbortSignal) => leave(ask, captureToken, signal),
        }),
      startFrom: end.value,
    };
  } finally {
    dispose();
  }
}

type Ask = (method: string, path: string, init: RequestInit, signal: AbortSignal) => Promise<Answer>;

/** One request with a deadline. No cookies: the ticket is all that a phone needs to have. */
function createAsk(root: string, handoverId: string, fetch: typeof globalThis.fetch, clock: Clock): Ask {
  return async (method, path, init, outer) => {
    const deadline = deadlineSignal(clock, REQUEST_MS);
    const { signal, dispose } = linkSignals(outer, deadline.signal);
    const url = `${root}${path.replace('{handoverId}', encodeURIComponent(handoverId))}`;
    try {
      return await exchange(fetch, url, { method, credentials: 'omit', ...init, signal }, () => clock.now());
    } catch (cause) {
      outer.throwIfAborted();
      throw isGatewayError(cause) ? cause : new GatewayError('network', 'no answer in time', { cause });
    } finally {
      dispose();
      deadline.dispose();
    }
  };
}

async function claim(ask: Ask, ticket: HandoverTicket, signal: AbortSignal): Promise<HandoverClaimed> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const body = JSON.stringify({ secret: ticket.reveal() });
  const answer = await ask('POST', PATHS.claim, { headers, body }, signal);
  if (answer.httpStatus !== 200) throw refuseCapture(answer);
  return readAnswer(() => parseHandoverClaimed(answer.body));
}

/** The page may be closed right after: the browser still sends it. */
async function leave(ask: Ask, captureToken: string, signal: AbortSignal): Promise<void> {
  const headers = { accept: 'application/json', [HEADERS.captureToken]: captureToken };
  const answer = await ask('DELETE', PATHS.handover, { headers, keepalive: true }, signal);
  // Over before is what was wanted.
  if (![204, 404, 410].includes(answer.httpStatus)) throw refuseCapture(answer);
}

async function look(ask: Ask, captureToken: string, signal: AbortSignal): Promise<PollStep<HandoverRequest>> {
  const headers = { accept: 'application/json', [HEADERS.captureToken]: captureToken };
  let answer: Answer;
  try {
    answer = await ask('GET', PATHS.handover, { headers }, signal);
  } catch (error) {
    if (isGatewayError(error)) return { kind: 'failed' };
    throw error;
  }
  const { httpStatus, retryAfterMs } = answer;
  const retry = retryAfterMs === null ? {} : { retryAfterMs };
  if (httpStatus === 200) {
    const { status, request } = readAnswer(() => parseHandoverSeen(answer.body));
    return status === 'connected' || status === 'done'
      ? { kind: 'done', value: request }
      : { kind: 'pending', ...retry };
  }
  if (isFatalStatus(httpStatus)) throw refuseCapture(answer);
  return { kind: 'failed', httpStatus, ...retry };
}
