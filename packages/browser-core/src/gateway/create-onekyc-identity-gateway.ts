import { BrowserCoreError } from '../browser-core-error.ts';
import { isCheckOverError } from './check-over-error.ts';
import type { CheckEnd } from './check-over-error.ts';
import type { SessionProvider } from '../session/liveness-session-options.ts';
import type { SessionInit } from '../session/ports.ts';
import { isSessionInit, TokenSource } from '../session/token-source.ts';
import { GatewayError } from './gateway-error.ts';
import type {
  Depiction,
  IdentityGateway,
  IdentityPicture,
  IdentityPoll,
  IdentityProcess,
  IdentityRequirements,
} from './identity-gateway.ts';
import { isHttpAddress } from './is-http-address.ts';
import { createOneKycClient } from './onekyc-client.ts';
import type { OneKycClient, OneKycClientOptions } from './onekyc-client.ts';
import type { DocumentTarget, OneKycStatus } from './parse-onekyc.ts';
import { DOCUMENT_OF, isRefusedPicture, toOneKycPoll } from './to-onekyc-poll.ts';

/** What a flow consists of, and what its pictures are called. */
const FLOWS = {
  KTP_SCAN: ['FRONT'],
  KYC_LITE: ['FRONT', 'SELFIE'],
  FACE_VERIFICATION: ['SELFIE'],
} as const satisfies Record<string, readonly Depiction[]>;

export interface OneKycIdentityGatewayOptions extends Omit<OneKycClientOptions, 'token' | 'correlationId'> {
  /** As the backend initiated it. */
  readonly flow: keyof typeof FLOWS;
  /** The first token. Needed unless `sessionProvider` is there. */
  readonly session?: SessionInit;
  /**
   * Asked with `start`, with `resume` after a reload, and once with `token-expired`; the last two with the correlation id of
   * the check that goes on, for which the token must be; where the gateway has ended that check, reject with a `CheckOverError`.
   */
  readonly sessionProvider?: SessionProvider;
}

interface Grant {
  readonly submissionId: string;
  readonly targets: Readonly<Record<string, DocumentTarget>>;
  readonly receivedAtMs: number;
}

/**
 * OneKYC's `KTP_SCAN`, `KYC_LITE` and `FACE_VERIFICATION` as an identity gateway. Pictures go out together at the end, since
 * their presigned addresses last ten minutes; each that arrived is not sent again. Throws a `TypeError` at once on an
 * address or a session that cannot be used.
 */
export function createOneKycIdentityGateway(options: OneKycIdentityGatewayOptions): IdentityGateway {
  const { flow, session, sessionProvider, epochNow = Date.now } = options;
  if (!Object.hasOwn(FLOWS, flow)) throw new TypeError(`flow must be one of ${Object.keys(FLOWS).join(', ')}`);
  if (typeof options.baseUrl !== 'string' || options.baseUrl === '' || !isHttpAddress(options.baseUrl)) {
    throw new TypeError('baseUrl must be an address of http or https');
  }
  if (session === undefined && sessionProvider === undefined) {
    throw new TypeError('either session or sessionProvider is needed');
  }
  if (session !== undefined && !isSessionInit(session)) {
    throw new TypeError('session must be { token, correlationId }, both texts in printable ASCII');
  }
  return new OneKycIdentity(options, new TokenSource(session, sessionProvider), epochNow);
}

class OneKycIdentity implements IdentityGateway {
  readonly #options: OneKycIdentityGatewayOptions;
  readonly #tokens: TokenSource;
  readonly #epochNow: () => number;
  readonly #depictions: readonly Depiction[];
  readonly #sdkSessionId: string;
  #client: OneKycClient | null = null;
  #correlationId: string | null;
  #grant: Grant | null = null;
  #submissionId: string | null = null;
  /** Once there is no token any more to ask the gateway with. */
  #end: CheckEnd | null = null;
  /** What this attempt consists of: kept until the gateway is content, since a retry may open a new submission. */
  readonly #pictures = new Map<Depiction, IdentityPicture>();
  readonly #sent = new Set<Depiction>();

  constructor(options: OneKycIdentityGatewayOptions, tokens: TokenSource, epochNow: () => number) {
    this.#options = options;
    this.#tokens = tokens;
    this.#epochNow = epochNow;
    this.#depictions = FLOWS[options.flow];
    this.#correlationId = tokens.firstCorrelationId;
    this.#sdkSessionId = options.sdkSessionId ?? crypto.randomUUID();
  }

  async open(
    resuming: string | null,
    signal: AbortSignal,
    context: { readonly correlationId: string | null } = { correlationId: null },
  ): Promise<IdentityRequirements> {
    // A token for the check that is taken up again, not for the one that a fresh page would begin.
    if (resuming !== null && context.correlationId !== null) this.#correlationId = context.correlationId;
    // A session that cannot be had is found out here, and not when a person has shown their face.
    await this.#authorise(resuming === null ? 'start' : 'resume', signal);
    return {
      documents: this.#depictions.includes('FRONT')
        ? [{ documentType: 'ktp', sides: ['front'], countries: ['IDN'] }]
        : [],
      selfie: this.#depictions.includes('SELFIE'),
      countryOfResidence: null,
      consent: null,
      eager: false,
    };
  }

  async create(_request: unknown, signal: AbortSignal): Promise<IdentityProcess> {
    const { submissionId } = await this.#requestTargets(signal);
    return this.#toProcess(submissionId, []);
  }

  async resume(processId: string, signal: AbortSignal) {
    if (this.#end !== null) return { process: this.#toProcess(processId, []), poll: toEndPoll(this.#end) };
    const known = await this.#open().status(processId, signal);
    this.#submissionId = processId;
    const poll = toOneKycPoll(this.#depictions, known);
    if (poll.state !== 'recapture') return this.#toResumed(processId, known, poll);
    // The page may have opened the next attempt before it was reloaded, and even confirmed it.
    const { submissionId, targets } = await this.#requestTargets(signal);
    const next = await this.#open().status(submissionId, signal);
    const nextPoll = toOneKycPoll(this.#depictions, next);
    if (nextPoll.state !== 'pending') return this.#toResumed(submissionId, next, nextPoll);
    const depictions = this.#depictions.filter((depiction) => DOCUMENT_OF[depiction] in targets);
    return this.#toResumed(submissionId, next, { ...poll, depictions });
  }

  async put(
    depiction: Depiction,
    picture: IdentityPicture,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    this.#pictures.set(depiction, picture);
    this.#sent.delete(depiction);
    await this.#send(depiction, picture, onProgress, signal);
  }

  async submit(signal: AbortSignal): Promise<void> {
    // A retry may have opened a new submission, which wants the good pictures of the last one as well.
    const { targets } = await this.#grantOf(signal);
    for (const [depiction, picture] of this.#pictures) {
      if (DOCUMENT_OF[depiction] in targets && !this.#sent.has(depiction)) {
        await this.#send(depiction, picture, () => {}, signal);
      }
    }
    const evidence = Object.fromEntries(
      [...this.#pictures].map(([depiction, picture]) => [DOCUMENT_OF[depiction].toLowerCase(), picture.evidence]),
    );
    await this.#open().confirm(this.#submission(), this.#toMetadata(evidence), signal);
    this.#grant = null;
  }

  async poll(signal: AbortSignal): Promise<IdentityPoll> {
    if (this.#end !== null) return toEndPoll(this.#end);
    const poll = toOneKycPoll(this.#depictions, await this.#open().status(this.#submission(), signal));
    if (poll.state === 'recapture') {
      // The next picture belongs to another submission.
      this.#grant = null;
      this.#sent.clear();
      for (const depiction of poll.depictions) this.#pictures.delete(depiction);
    }
    if (poll.state === 'done') this.#pictures.clear();
    return poll;
  }

  /** OneKYC has no way to take a submission back: an unconfirmed one runs out by itself. */
  cancel(): Promise<void> {
    this.#pictures.clear();
    this.#grant = null;
    return Promise.resolve();
  }

  renew(reason: Parameters<SessionProvider>[0], signal: AbortSignal): Promise<void> {
    return this.#authorise(reason, signal);
  }

  async #authorise(reason: Parameters<SessionProvider>[0], signal: AbortSignal): Promise<void> {
    const init = await this.#tokens.ask(reason, this.#correlationId, signal).catch((error: unknown) => {
      // Of a check that begins there is no end.
      if (reason === 'start' || !isCheckOverError(error)) throw error;
      this.#end = error.end;
      return null;
    });
    signal.throwIfAborted();
    if (init === null) return;
    const { baseUrl, fetch, putPicture } = this.#options;
    this.#client = createOneKycClient({
      baseUrl,
      ...init,
      sdkSessionId: this.#sdkSessionId,
      epochNow: this.#epochNow,
      ...(fetch === undefined ? {} : { fetch }),
      ...(putPicture === undefined ? {} : { putPicture }),
    });
    this.#correlationId = init.correlationId;
  }

  async #send(
    depiction: Depiction,
    { image }: IdentityPicture,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const url = await this.#urlFor(depiction, signal);
    try {
      await this.#open().put(url, image, onProgress, signal);
    } catch (error) {
      if (!(error instanceof GatewayError) || !error.uploadExpired) throw error;
      // An address that ran out while somebody looked for better light is worth one new one.
      this.#grant = null;
      await this.#open().put(await this.#urlFor(depiction, signal), image, onProgress, signal);
    }
    this.#sent.add(depiction);
  }

  async #urlFor(depiction: Depiction, signal: AbortSignal): Promise<string> {
    const { targets } = await this.#grantOf(signal);
    const target = targets[DOCUMENT_OF[depiction]];
    if (target === undefined) throw new GatewayError('invalid-response', 'the gateway has no place for this picture');
    return target.url;
  }

  async #grantOf(signal: AbortSignal): Promise<Grant> {
    const grant = this.#grant;
    if (grant !== null && isFresh(grant, this.#epochNow())) return grant;
    return this.#requestTargets(signal);
  }

  async #requestTargets(signal: AbortSignal): Promise<Grant> {
    const granted = await this.#open().requestTargets(this.#options.flow, signal);
    // Another submission begins with nothing.
    if (granted.submissionId !== this.#submissionId) this.#sent.clear();
    this.#submissionId = granted.submissionId;
    this.#grant = { ...granted, receivedAtMs: this.#epochNow() };
    return this.#grant;
  }

  #toResumed(processId: string, { documents }: OneKycStatus, poll: IdentityPoll) {
    const received = this.#depictions.filter((depiction) => {
      const state = documents[DOCUMENT_OF[depiction]]?.status;
      return state !== undefined && state !== 'PENDING' && !isRefusedPicture(state);
    });
    // Before the confirmation the addresses are lost with the page, so the pictures are taken anew.
    const isConfirmed = poll.state === 'processing' || poll.state === 'done';
    return { process: this.#toProcess(processId, isConfirmed ? received : []), poll };
  }

  #toProcess(processId: string, received: readonly Depiction[]): IdentityProcess {
    return { processId, depictions: this.#depictions, received, correlationId: this.#correlationId };
  }

  #toMetadata(evidence: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const selfie = this.#pictures.get('SELFIE')?.evidence;
    // The selfie's evidence stands where a liveness submission has it, so that a gateway reads both in one way.
    return { ...selfie, documents: evidence };
  }

  #open(): OneKycClient {
    if (this.#client === null) throw new BrowserCoreError('internal', 'no token yet');
    return this.#client;
  }

  #submission(): string {
    if (this.#submissionId === null) throw new BrowserCoreError('internal', 'no submission yet');
    return this.#submissionId;
  }
}

function toEndPoll({ status, word }: CheckEnd): IdentityPoll {
  return { state: 'done', status, word, retryAfterMs: null, attemptsLeft: null };
}

function isFresh({ targets, receivedAtMs }: Grant, nowMs: number): boolean {
  return Object.values(targets).every(({ expiresInMs }) => receivedAtMs + expiresInMs > nowMs);
}
