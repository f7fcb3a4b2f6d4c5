import { HEADERS, PATHS } from '@bonafide/contracts/capture-backend';

import { BrowserCoreError } from '../browser-core-error.ts';
import { exchange, readAnswer, toAnswer } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { GatewayError } from './gateway-error.ts';
import type { Depiction, IdentityGateway, IdentityPicture, IdentityPoll, IdentityRequest } from './identity-gateway.ts';
import { isHttpAddress } from './is-http-address.ts';
import {
  PATH_NAME_OF,
  parseCreated,
  parseProcessState,
  parseReceived,
  parseRequirements,
  readRefusal,
} from './parse-capture-backend.ts';
import { sendPictureByFetch, sendPictureByXhr } from './put-picture.ts';
import type { SendPicture } from './put-picture.ts';
import { refuseCapture } from './refuse-capture.ts';

export interface CaptureBackendGatewayOptions {
  /** Where your backend serves `specs/capture-backend.yaml`, with or without a trailing slash. Relative ones are the page's. */
  readonly baseUrl: string;
  /** On a phone: what `joinHandover` got for the one check that it was sent here with. */
  readonly captureToken?: string;
  /** Signs the person in again after a 401; called once, then the request is repeated. Without it a 401 ends the journey. */
  readonly renewSession?: (signal: AbortSignal) => Promise<void>;
  readonly fetch?: typeof globalThis.fetch;
  /** Default: XMLHttpRequest where there is one, else fetch. */
  readonly sendPicture?: SendPicture;
  /** Wall clock, milliseconds since the epoch. */
  readonly epochNow?: () => number;
}

/**
 * Your own backend as an identity gateway: it speaks to Assure, the page never does. Cookies go along, so it should be of
 * the page's own origin. Throws a `TypeError` at once on an address that cannot be used.
 */
export function createCaptureBackendGateway(options: CaptureBackendGatewayOptions): IdentityGateway {
  const { baseUrl, renewSession } = options;
  if (typeof baseUrl !== 'string' || baseUrl === '' || !isHttpAddress(baseUrl)) {
    throw new TypeError('baseUrl must be an address of http or https');
  }
  const gateway = new CaptureBackend(options);
  return renewSession === undefined ? gateway : Object.assign(gateway, { renew: renewing(renewSession) });
}

function renewing(renewSession: (signal: AbortSignal) => Promise<void>): NonNullable<IdentityGateway['renew']> {
  return async (_reason, signal) => {
    try {
      await renewSession(signal);
    } catch (cause) {
      signal.throwIfAborted();
      throw new GatewayError('token-expired', 'the session could not be renewed', { cause });
    }
  };
}

class CaptureBackend implements IdentityGateway {
  readonly #root: string;
  readonly #fetch: typeof globalThis.fetch;
  readonly #sendPicture: SendPicture;
  readonly #epochNow: () => number;
  readonly #evidence = new Map<Depiction, IdentityPicture['evidence']>();
  readonly #captureToken: string | null;
  #processId: string | null = null;

  constructor(options: CaptureBackendGatewayOptions) {
    const { fetch = globalThis.fetch.bind(globalThis), epochNow = Date.now } = options;
    this.#root = options.baseUrl.replace(/\/+$/, '');
    this.#fetch = fetch;
    this.#epochNow = epochNow;
    this.#captureToken = options.captureToken ?? null;
    this.#sendPicture =
      options.sendPicture ?? (typeof XMLHttpRequest === 'undefined' ? sendPictureByFetch(fetch) : sendPictureByXhr);
  }

  async open(_resuming: string | null, signal: AbortSignal) {
    const answer = await this.#call('GET', PATHS.requirements, signal);
    if (answer.httpStatus !== 200) throw refuseCapture(answer);
    return readAnswer(() => parseRequirements(answer.body));
  }

  async create(request: IdentityRequest, signal: AbortSignal) {
    const { documentType, country, countryOfResidence, consent } = request;
    const answer = await this.#call('POST', PATHS.processes, signal, {
      documentType,
      ...(country === null ? {} : { issuingCountry: country }),
      ...(countryOfResidence === null ? {} : { countryOfResidence }),
      ...(consent === null ? {} : { consents: { privacy: consent } }),
    });
    if (answer.httpStatus !== 201) throw refuseCapture(answer);
    const process = readAnswer(() => parseCreated(answer.body));
    this.#processId = process.processId;
    return process;
  }

  async resume(processId: string, signal: AbortSignal) {
    this.#processId = processId;
    const answer = await this.#call('GET', this.#path(PATHS.process), signal);
    if (answer.httpStatus !== 200) throw refuseCapture(answer);
    const { process, poll } = this.#read(answer);
    return { process, poll };
  }

  async put(
    depiction: Depiction,
    { image, digest, evidence }: IdentityPicture,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const url = `${this.#root}${this.#path(PATHS.image).replace('{depiction}', PATH_NAME_OF[depiction])}`;
    const sent = await this.#sendPicture({
      url,
      image,
      onProgress,
      signal,
      headers: this.#headers(),
      withCredentials: true,
    });
    const answer = toAnswer(sent.httpStatus, sent.text, sent.retryAfter, this.#epochNow);
    if (answer.httpStatus !== 200) throw refuseCapture(answer);
    readAnswer(() => parseReceived(answer.body, depiction, digest));
    this.#evidence.set(depiction, evidence);
  }

  async submit(signal: AbortSignal): Promise<void> {
    const evidence = Object.fromEntries(
      [...this.#evidence].map(([depiction, claims]) => [PATH_NAME_OF[depiction], claims]),
    );
    const answer = await this.#call('POST', this.#path(PATHS.verification), signal, { evidence });
    // An earlier submission got through although its answer was lost: polling tells what came of it.
    if (answer.httpStatus === 409 && readRefusal(answer.body).code === 'state-conflict') return;
    if (answer.httpStatus !== 202) throw refuseCapture(answer);
    this.#read(answer);
  }

  async poll(signal: AbortSignal): Promise<IdentityPoll> {
    const answer = await this.#call('GET', this.#path(PATHS.process), signal);
    if (answer.httpStatus !== 200) throw refuseCapture(answer);
    return this.#read(answer).poll;
  }

  async captureNonce(signal: AbortSignal): Promise<string | null> {
    const answer = await this.#call('GET', this.#path(PATHS.process), signal);
    if (answer.httpStatus !== 200) throw refuseCapture(answer);
    return this.#read(answer).captureNonce;
  }

  async cancel(signal: AbortSignal): Promise<void> {
    if (this.#processId === null) return;
    const answer = await this.#call('DELETE', this.#path(PATHS.process), signal);
    // Gone is what was wanted.
    if (answer.httpStatus !== 204 && answer.httpStatus !== 404) throw refuseCapture(answer);
  }

  #call(method: string, path: string, signal: AbortSignal, payload?: unknown): Promise<Answer> {
    const headers = { accept: 'application/json', ...this.#headers() };
    const init: RequestInit =
      payload === undefined
        ? { method, headers }
        : { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(payload) };
    return exchange(this.#fetch, `${this.#root}${path}`, { ...init, signal, credentials: 'include' }, this.#epochNow);
  }

  #headers(): Readonly<Record<string, string>> {
    return this.#captureToken === null ? {} : { [HEADERS.captureToken]: this.#captureToken };
  }

  #path(template: string): string {
    if (this.#processId === null) throw new BrowserCoreError('internal', 'no process yet');
    return template.replace('{processId}', encodeURIComponent(this.#processId));
  }

  #read(answer: Answer) {
    const processId = this.#processId ?? '';
    const { process, poll, captureNonce } = readAnswer(() => parseProcessState(answer.body, processId));
    return { process, captureNonce, poll: { ...poll, retryAfterMs: answer.retryAfterMs } as IdentityPoll };
  }
}
