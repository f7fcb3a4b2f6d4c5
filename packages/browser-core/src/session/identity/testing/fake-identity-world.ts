import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';

import type { SupportReport } from '../../../camera/camera.ts';
import type { HandedInSelfie } from '../../../gateway/create-hand-in-gateway.ts';
import type {
  Depiction,
  IdentityGateway,
  IdentityPicture,
  IdentityPoll,
  IdentityProcess,
  IdentityRequest,
  IdentityRequirements,
} from '../../../gateway/identity-gateway.ts';
import { documentPicture } from '../../document/testing/fake-document-world.ts';
import { answer, FakePage, fakeStore, SUPPORTED } from '../../testing/fakes.ts';
import type { Answer } from '../../testing/fakes.ts';
import type { HandoverLink, HandoverPort, HandoverProgress, IdentityPorts } from '../identity-ports.ts';
import type { IdentitySessionOptions } from '../identity-options.ts';
import { createIdentitySession } from '../identity-session.ts';
import type { IdentitySession } from '../identity-session.ts';
import { PROCESS, REQUIREMENTS } from './drive-identity.ts';

export const IDENTITY_SECRETS = {
  selfie: 'secret-selfie-bytes',
  link: 'https://partner.example.com/go?secret=secret-link',
  code: 'SECRETCODE',
};

export const SELFIE: HandedInSelfie = {
  image: new Blob([IDENTITY_SECRETS.selfie], { type: 'image/jpeg' }),
  digest: 'e'.repeat(64),
  evidence: { bonafide: { version: '1' } },
};

/**
 * A world made of fakes around a gateway that works: what each call answers is a list that a test sets, in order, the last
 * one stays; what was called is counted. `received` is what the gateway has.
 */
export class FakeIdentityWorld {
  readonly clock = createManualClock();
  readonly page = new FakePage();
  readonly storage = new Map<string, string>();
  readonly calls: string[] = [];
  readonly created: IdentityRequest[] = [];
  readonly opened: { readonly resuming: string | null; readonly correlationId: string | null }[] = [];
  readonly sent: { readonly depiction: Depiction; readonly picture: IdentityPicture }[] = [];
  readonly telemetry: unknown[] = [];
  readonly received = new Set<Depiction>();
  readonly droppedLinks: string[] = [];
  /** With which process each of them was let go. */
  readonly kept: (string | null)[] = [];
  /** Whether somebody waits for this device. */
  awaited = false;
  readonly confirmed: (readonly [id: string, code: string])[] = [];
  gateways = 0;

  support: Answer<SupportReport> = SUPPORTED;
  open: Answer<Partial<IdentityRequirements>>[] = [{}];
  create: Answer<Partial<IdentityProcess>>[] = [{}];
  resume: Answer<Partial<IdentityPoll>>[] = [{ state: 'pending' }];
  put: Answer<null>[] = [null];
  submit: Answer<null>[] = [null];
  poll: Answer<Partial<IdentityPoll>>[] = [{ state: 'done', status: 'passed', word: 'accepted' }];
  renew: Answer<null>[] = [null];
  link: Answer<Partial<HandoverLink>>[] = [{}];
  phone: Answer<HandoverProgress>[] = [{ state: 'waiting' }];

  session(options: Partial<IdentitySessionOptions> = {}): IdentitySession {
    return createIdentitySession({
      createGateway: () => this.gateway(),
      documentType: 'identityCard',
      countryOfResidence: 'NOR',
      onTelemetry: (record) => this.telemetry.push(record),
      ...options,
      ports: { ...this.ports(), ...options.ports },
    });
  }

  async started(options: Partial<IdentitySessionOptions> = {}): Promise<IdentitySession> {
    const session = this.session(options);
    session.start();
    await this.settle();
    return session;
  }

  /** Lets promises settle without letting time pass. */
  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  /** Does what the present phase waits for, once. */
  async step(session: IdentitySession): Promise<void> {
    switch (session.snapshot.phase) {
      case 'idle':
        session.start();
        break;
      case 'consent':
        session.acceptConsent();
        break;
      case 'selecting':
        session.select({ documentType: 'identityCard', country: 'NOR' });
        break;
      case 'capturing-front':
        session.captured(documentPicture({ side: 'front', digest: '1'.repeat(64) }));
        break;
      case 'capturing-back':
        session.captured(documentPicture({ side: 'back', digest: '2'.repeat(64) }));
        break;
      case 'capturing-selfie':
        session.selfieCaptured(SELFIE);
        break;
      case 'reviewing':
        session.keep();
        break;
      default:
        session.next();
    }
    await this.settle();
  }

  async until(phase: IdentitySession['snapshot']['phase'], session: IdentitySession): Promise<IdentitySession> {
    for (let steps = 0; session.snapshot.phase !== phase; steps++) {
      if (steps > 20) throw new Error(`${phase} is not reached, but ${session.snapshot.phase}`);
      await this.step(session);
    }
    return session;
  }

  ports(): Omit<IdentityPorts, 'createGateway'> {
    return {
      checkSupport: ({ signal }) => answer(this.support, signal),
      clock: this.clock,
      environment: this.page,
      store: fakeStore(this.storage),
      random: () => 0.5,
    };
  }

  handover(): HandoverPort {
    return {
      create: async (_request, signal) => {
        const base = { id: 'link-1', url: IDENTITY_SECRETS.link, code: IDENTITY_SECRETS.code, expiresInMs: 60_000 };
        return { ...base, ...(await this.#next('link', this.link, signal)) };
      },
      poll: (_id, signal) => this.#next('poll-link', this.phone, signal),
      confirm: (id, code) => {
        this.confirmed.push([id, code]);
        return Promise.resolve();
      },
      cancel: (id, _signal, keep) => {
        this.droppedLinks.push(id);
        this.kept.push(keep);
        return Promise.resolve();
      },
    };
  }

  gateway(): IdentityGateway {
    this.gateways += 1;
    return {
      open: async (resuming, signal, context) => {
        this.opened.push({ resuming, correlationId: context?.correlationId ?? null });
        return { ...REQUIREMENTS, ...(await this.#next('open', this.open, signal)) };
      },
      create: async (request, signal) => {
        this.created.push(request);
        return { ...PROCESS, ...(await this.#next('create', this.create, signal)) };
      },
      resume: async (processId, signal) => {
        const poll = await this.#next('resume', this.resume, signal);
        const process = { ...PROCESS, processId, received: [...this.received] };
        return { process, poll: { retryAfterMs: null, attemptsLeft: null, ...poll } as IdentityPoll };
      },
      put: async (depiction, picture, onProgress, signal) => {
        onProgress(0.5);
        await this.#next(`put-${depiction}`, this.put, signal);
        this.sent.push({ depiction, picture });
        this.received.add(depiction);
      },
      submit: async (signal) => void (await this.#next('submit', this.submit, signal)),
      poll: async (signal) =>
        ({
          retryAfterMs: null,
          attemptsLeft: null,
          ...(await this.#next('poll', this.poll, signal)),
        }) as IdentityPoll,
      cancel: (signal) => this.#next('cancel', [null], signal).then(() => undefined),
      ...(this.awaited && {
        leave: (signal: AbortSignal) => this.#next('leave', [null], signal).then(() => undefined),
      }),
      renew: async (_reason, signal) => void (await this.#next('renew', this.renew, signal)),
    };
  }

  #next<T>(name: string, answers: Answer<T>[], signal: AbortSignal): Promise<T> {
    this.calls.push(name);
    const [first = new Error(`no answer for ${name}`)] = answers;
    if (answers.length > 1) answers.shift();
    return answer(first, signal);
  }
}
