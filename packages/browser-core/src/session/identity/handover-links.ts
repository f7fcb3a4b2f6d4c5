import type { Clock } from '#wire/clock.js';

import { BrowserCoreError } from '../../browser-core-error.ts';
import type { Job } from '../engine/work-lanes.ts';
import type { HandoverLink, HandoverPort, HandoverRequest } from './identity-ports.ts';
import type { IdentityRunOutcome } from './machine/identity-event.ts';
import { NO_LINK } from './to-identity-snapshot.ts';
import type { LinkShown } from './to-identity-snapshot.ts';

const FAREWELL_MS = 10_000;

/** The link to a phone, which is a secret as long as it lasts: in memory only. */
export class HandoverLinks {
  readonly #port: HandoverPort | null;
  readonly #clock: Clock;
  #link: HandoverLink | null = null;
  #shown: LinkShown = NO_LINK;

  constructor(port: HandoverPort | null, clock: Clock) {
    this.#port = port;
    this.#clock = clock;
  }

  get shown(): LinkShown {
    return this.#shown;
  }

  make(request: HandoverRequest): Job<IdentityRunOutcome> {
    return async (signal, report) => {
      const link = await this.#portOrThrow().create(request, signal);
      if (signal.aborted) return this.#cancel(link, request.processId);
      this.#link = link;
      const expiresAt = new Date(this.#clock.now() + link.expiresInMs).toISOString();
      this.#shown = { url: link.url, code: link.code ?? null, expiresAt };
      report({ type: 'link-made', expiresInMs: link.expiresInMs });
    };
  }

  readonly poll: Job<IdentityRunOutcome> = async (signal, report) => {
    const link = this.#link;
    if (link === null) throw new BrowserCoreError('internal', 'no link to ask about');
    const progress = await this.#portOrThrow().poll(link.id, signal);
    // What came too late is not shown either.
    if (link === this.#link && progress.code !== undefined) this.#shown = { ...this.#shown, code: progress.code };
    report({ type: 'link-polled', progress });
  };

  readonly confirm: Job<IdentityRunOutcome> = async (signal, report) => {
    const { code } = this.#shown;
    const confirming = this.#link === null ? undefined : this.#port?.confirm?.(this.#link.id, code ?? '', signal);
    if (confirming === undefined || code === null) throw new BrowserCoreError('internal', 'no phone to confirm');
    await confirming;
    report({ type: 'link-confirmed' });
  };

  drop(keep: string | null): void {
    const link = this.#link;
    this.#link = null;
    this.#shown = NO_LINK;
    if (link !== null) this.#cancel(link, keep);
  }

  /** A link that cannot be taken back runs out by itself. */
  #cancel(link: HandoverLink, keep: string | null): void {
    const farewell = new AbortController();
    const timer = this.#clock.setTimer(() => farewell.abort(), FAREWELL_MS);
    const cancelled = this.#port?.cancel?.(link.id, farewell.signal, keep) ?? Promise.resolve();
    cancelled.then(
      () => timer.cancel(),
      () => timer.cancel(),
    );
  }

  #portOrThrow(): HandoverPort {
    if (this.#port === null) throw new BrowserCoreError('internal', 'no way to hand over');
    return this.#port;
  }
}
