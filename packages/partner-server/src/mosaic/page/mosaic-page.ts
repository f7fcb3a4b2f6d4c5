import { JOURNEY_STEP_ID } from '@bonafide/contracts/mosaic';
import type { JourneyClientInput, JourneyReturn } from '@bonafide/contracts/mosaic';

/** A step that was started, by your backend or by the orchestration SDK: of it, what a page needs. */
export interface StartedMosaicStep {
  readonly journeyStepId?: string;
  readonly data?: {
    readonly payload?: { readonly endpoint?: string; readonly state?: string; readonly session?: string };
  };
}

/** What a page keeps while the browser is away. No secret: the start token and the address that holds it are left out. */
export interface SavedMosaicStep {
  readonly journeyStepId: typeof JOURNEY_STEP_ID;
  readonly data: { readonly payload: { readonly state: string; readonly session: string } };
}

/** What a page does next. */
export type MosaicPageStep =
  /** Keep `save` where it outlives the page (session storage), then go to `url`. Do not log `url`. */
  | { readonly kind: 'leave'; readonly url: string; readonly save: string }
  /** Back from the hosted page: submit `input` to your backend, forget what was saved, and clean the address. */
  | { readonly kind: 'submit'; readonly input: JourneyClientInput }
  /** The address is not of the journey that was saved: somebody else's link, or one of yesterday. Begin anew. */
  | { readonly kind: 'foreign' }
  /** Nothing is going on: ask your backend to start. */
  | { readonly kind: 'idle' };

const VERSION = 1;

/** The step as text. @throws {TypeError} for another step than `identityVerification` */
export function serializeState(response: StartedMosaicStep): string {
  const { state, session } = response.data?.payload ?? {};
  if (response.journeyStepId !== JOURNEY_STEP_ID || !isText(state) || !isText(session))
    throw new TypeError('the response is not an identity verification step with a state and a session');
  return JSON.stringify({ version: VERSION, state, session });
}

/** The step again, or undefined for what is none: storage is the person's, and may hold anything. */
export function restoreFromSerializedState(saved: string | null | undefined): SavedMosaicStep | undefined {
  if (typeof saved !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(saved);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, state, session } = value as Record<string, unknown>;
  if (version !== VERSION || !isText(state) || !isText(session)) return undefined;
  return { journeyStepId: JOURNEY_STEP_ID, data: { payload: { state, session } } };
}

/** `state` and `sessionId` of an address to which the browser came back; undefined unless each is there once. */
export function readReturn(search: string): JourneyReturn | undefined {
  const query = new URLSearchParams(search);
  const [states, sessions] = [query.getAll('state'), query.getAll('sessionId')];
  const [state, sessionId] = [states[0], sessions[0]];
  if (states.length !== 1 || sessions.length !== 1 || !isText(state) || !isText(sessionId)) return undefined;
  return { state, sessionId };
}

/**
 * What a page does when it loads (`search`: its query), and when its backend has started a step (`response`). Pure; whether
 * what came back is believed, the backend decides.
 * @throws {TypeError} for an endpoint that no page may be sent to
 */
export function nextMosaicPageStep(given: {
  readonly search: string;
  readonly saved: string | null | undefined;
  readonly response?: StartedMosaicStep;
}): MosaicPageStep {
  const { response } = given;
  if (response !== undefined) return { kind: 'leave', url: toEndpoint(response), save: serializeState(response) };
  const returned = readReturn(given.search);
  if (returned === undefined) return { kind: 'idle' };
  const { state, session } = restoreFromSerializedState(given.saved)?.data.payload ?? {};
  return state === returned.state && session === returned.sessionId
    ? { kind: 'submit', input: { payload: returned } }
    : { kind: 'foreign' };
}

/** An address of https, or of this machine: never one that runs a script. */
function toEndpoint(response: StartedMosaicStep): string {
  const endpoint = response.data?.payload?.endpoint ?? '';
  const { protocol, hostname } = URL.canParse(endpoint) ? new URL(endpoint) : { protocol: '', hostname: '' };
  const isLoopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback))
    throw new TypeError('the endpoint must be an https address (http only to localhost)');
  return endpoint;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
