import type { SupportReport } from '../../camera/camera.ts';
import { BrowserCoreError } from '../../browser-core-error.ts';
import type { Depiction, IdentityGateway, IdentityPicture } from '../../gateway/identity-gateway.ts';
import { Engine } from '../engine/engine.ts';
import type { StoredRecord } from '../engine/stored-record.ts';
import type { Job } from '../engine/work-lanes.ts';
import { supportJob } from '../support-job.ts';
import { HandoverLinks } from './handover-links.ts';
import { HeldPictures } from './held-pictures.ts';
import type { IdentityEventMap, IdentitySessionOptions } from './identity-options.ts';
import type { IdentityPorts } from './identity-ports.ts';
import { createIdentityResumeStore } from './identity-resume-store.ts';
import type { IdentitySnapshot } from './identity-snapshot.ts';
import type { IdentityEffect } from './machine/identity-effect.ts';
import type { IdentityHappening, IdentityRunOutcome } from './machine/identity-event.ts';
import { initialIdentityState } from './machine/identity-state.ts';
import type { IdentityLane, IdentitySettings, IdentityState, IdentityTimer } from './machine/identity-state.ts';
import { toStartingPoint } from './machine/resume-point.ts';
import type { IdentityResumePoint } from './machine/resume-point.ts';
import { identityTransition } from './machine/transition.ts';
import { tellChanges } from './tell-changes.ts';
import { NO_LINK, toIdentitySnapshot } from './to-identity-snapshot.ts';

/** How long the gateway has to hear that the person went away. Nobody waits for it. */
const FAREWELL_MS = 10_000;

class IdentityEngine extends Engine<
  IdentityState,
  IdentityEffect,
  IdentityHappening,
  IdentitySnapshot,
  IdentityLane,
  IdentityTimer
> {}

/** Where the runner's news goes. */
export interface IdentitySink {
  snapshot(snapshot: IdentitySnapshot): void;
  event<K extends keyof IdentityEventMap>(type: K, detail: IdentityEventMap[K]): void;
}

/** Carries the machine's effects out over gateway, phone and storage. */
export class IdentityRunner {
  readonly pictures = new HeldPictures();
  readonly #ports: IdentityPorts;
  readonly #sink: IdentitySink;
  readonly #engine: IdentityEngine;
  readonly #links: HandoverLinks;
  readonly #resume: StoredRecord<IdentityResumePoint>;
  readonly #needsCamera: boolean;
  readonly #startFrom: IdentityResumePoint | null;
  #gateway: IdentityGateway | null = null;

  constructor(options: IdentitySessionOptions, settings: IdentitySettings, ports: IdentityPorts, sink: IdentitySink) {
    this.#ports = ports;
    this.#sink = sink;
    const { resumeKey, handover, needsCamera = true, startFrom } = options;
    this.#startFrom = startFrom === undefined ? null : toStartingPoint(startFrom);
    this.#needsCamera = needsCamera;
    this.#resume = createIdentityResumeStore(resumeKey === null ? null : ports.store, resumeKey ?? 'bonafide.identity');
    this.#engine = new IdentityEngine(ports, {
      initial: initialIdentityState(settings),
      transition: identityTransition,
      perform: (effect) => this.#perform(effect),
      // The first snapshot is made before there is a link.
      toSnapshot: (state, previous) =>
        toIdentitySnapshot(state, previous === null ? NO_LINK : this.#links.shown, previous),
      onSnapshot: (snapshot) => sink.snapshot(snapshot),
      onTurn: (before, after, sinceCreatedMs) =>
        tellChanges(before, after, sinceCreatedMs, (type, detail) => sink.event(type, detail)),
      onFailure: (code, cause) => sink.event('failure', { code, cause }),
    });
    this.#links = new HandoverLinks(handover ?? null, ports.clock);
  }

  get snapshot(): IdentitySnapshot {
    return this.#engine.snapshot;
  }

  get closed(): boolean {
    return this.#engine.closed;
  }

  start(): void {
    this.#engine.watch();
    this.dispatch({ type: 'start', resume: this.#startFrom ?? this.#resume.read(this.#ports.clock.now()) });
  }

  dispatch(event: IdentityHappening): void {
    this.#engine.dispatch(event);
  }

  /** Offers a picture to the machine, which keeps it or has it dropped. */
  offer(
    depiction: Depiction,
    picture: IdentityPicture,
    known: Pick<Extract<IdentityHappening, { type: 'offer-picture' }>, 'frameDigest' | 'origin' | 'problems'>,
  ): void {
    if (this.closed) return;
    this.pictures.offer(picture);
    const { digest, image } = picture;
    this.dispatch({ type: 'offer-picture', depiction, digest, byteCount: image.size, ...known });
  }

  /** Whoever cannot be asked has nothing to sign for: the selfie goes alone, and the gateway sees that. */
  async captureNonce(signal: AbortSignal): Promise<string | null> {
    try {
      return (await this.#gateway?.captureNonce?.(signal)) ?? null;
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }

  close(): void {
    this.#engine.close({ type: 'close' });
    this.pictures.clear();
    this.#gateway = null;
  }

  #perform(effect: IdentityEffect): void {
    switch (effect.type) {
      case 'check-support': {
        const tell = (support: SupportReport): void => this.#sink.event('support', support);
        const job = supportJob(this.#ports.checkSupport, !this.#needsCamera, tell);
        return this.#engine.lanes.run('support', effect.epoch, job);
      }
      case 'cancel-process':
        return this.#sayGoodbye(effect.unknown);
      case 'leave':
        return this.#leave();
      case 'keep-picture':
        return this.pictures.keep(effect.depiction, effect.digest);
      case 'drop-offer':
        return this.pictures.dropOffer(effect.digest);
      case 'drop-picture':
        return this.pictures.drop(effect.depiction);
      case 'make-link':
        return this.#engine.lanes.run('handover', effect.epoch, this.#links.make(effect.request));
      case 'poll-link':
        return this.#engine.lanes.run('handover', effect.epoch, this.#links.poll);
      case 'confirm-link':
        return this.#engine.lanes.run('handover', effect.epoch, this.#links.confirm);
      case 'drop-link':
        return this.#links.drop(effect.keep);
      case 'save-resume':
        return this.#resume.save(effect.point, this.#ports.clock.now());
      case 'clear-resume':
        return this.#resume.clear();
      default:
        this.#request(effect);
    }
  }

  #request(effect: IdentityEffect): void {
    if (!('epoch' in effect)) return;
    const job = this.#jobOf(effect);
    if (job !== null) this.#engine.lanes.run('gateway', effect.epoch, job);
  }

  #jobOf(effect: IdentityEffect): Job<IdentityRunOutcome> | null {
    const gateway = (): IdentityGateway => (this.#gateway ??= this.#ports.createGateway());
    switch (effect.type) {
      case 'open':
        return async (signal, report) => {
          const { processId, correlationId } = effect;
          report({ type: 'opened', requirements: await gateway().open(processId, signal, { correlationId }) });
        };
      case 'create':
        return async (signal, report) =>
          report({ type: 'created', process: await gateway().create(effect.request, signal) });
      case 'resume':
        return async (signal, report) =>
          report({ type: 'resumed', ...(await gateway().resume(effect.processId, signal)) });
      case 'put':
        return async (signal, report) => {
          const picture = this.pictures.get(effect.depiction);
          if (picture === null) throw new BrowserCoreError('internal', 'no picture held');
          const onProgress = (share: number): void => report({ type: 'put-progress', share });
          await gateway().put(effect.depiction, picture, onProgress, signal);
          report({ type: 'put-done' });
        };
      case 'submit':
        return async (signal, report) => {
          await gateway().submit(signal);
          report({ type: 'submit-done' });
        };
      case 'poll':
        return async (signal, report) => report({ type: 'polled', poll: await gateway().poll(signal) });
      case 'renew':
        return async (signal, report) => {
          const renewing = gateway().renew?.('token-expired', signal);
          if (renewing === undefined) throw new BrowserCoreError('token-expired', 'the gateway has no way to renew');
          await renewing;
          report({ type: 'renewed' });
        };
      default:
        return null;
    }
  }

  /** The journey is over whether the gateway hears of it or not. */
  #sayGoodbye(unknown: string | null): void {
    const gateway = this.#gateway;
    this.#gateway = null;
    if (gateway === null) return;
    this.#tell(async (signal) => {
      // What a phone has begun is first to be known here.
      if (unknown !== null) await gateway.resume(unknown, signal);
      await gateway.cancel(signal);
    });
  }

  /** Leaving ends the process too. */
  #leave(): void {
    const leave = this.#gateway?.leave?.bind(this.#gateway);
    if (leave === undefined) return;
    this.#gateway = null;
    this.#tell(leave);
  }

  #tell(last: (signal: AbortSignal) => Promise<void>): void {
    const farewell = new AbortController();
    const timer = this.#ports.clock.setTimer(() => farewell.abort(), FAREWELL_MS);
    last(farewell.signal).then(
      () => timer.cancel(),
      () => timer.cancel(),
    );
  }
}
