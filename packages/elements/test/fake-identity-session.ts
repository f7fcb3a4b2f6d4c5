import type { SessionPace } from '@bonafide/browser-core/session';
import type {
  Depiction,
  DocumentSide,
  IdentityEventMap,
  IdentitySession,
  IdentitySessionOptions,
  IdentitySnapshot,
} from '@bonafide/browser-core/identity';
import { IDLE_IDENTITY_SNAPSHOT } from '../src/id-verification/identity-idle-snapshot.ts';
import { FakeEmitter } from './fake-emitter.ts';

/** An identity journey that does what the test says, and writes down what the element asks of it. */
export class FakeIdentitySession extends FakeEmitter<IdentitySnapshot, IdentityEventMap> implements IdentitySession {
  readonly options: IdentitySessionOptions;
  readonly pictures: Partial<Record<Depiction, Blob>> = {};

  constructor(options: IdentitySessionOptions) {
    super(IDLE_IDENTITY_SNAPSHOT);
    this.options = options;
  }

  picture(depiction: Depiction): Blob | null {
    return this.pictures[depiction] ?? null;
  }

  start(): void {
    this.note('start');
  }

  acceptConsent(): void {
    this.note('acceptConsent');
  }

  declineConsent(): void {
    this.note('declineConsent');
  }

  select(choice: Parameters<IdentitySession['select']>[0]): void {
    this.note('select', choice);
  }

  captured({ side }: Parameters<IdentitySession['captured']>[0]): void {
    this.note('captured', side);
  }

  keep(): void {
    this.note('keep');
  }

  retake(side: DocumentSide): void {
    this.note('retake', side);
  }

  back(): void {
    this.note('back');
  }

  next(): void {
    this.note('next');
  }

  captureNonce(): Promise<string | null> {
    return Promise.resolve(null);
  }

  selfieCaptured({ digest }: Parameters<IdentitySession['selfieCaptured']>[0]): void {
    this.note('selfieCaptured', digest);
  }

  setPace(pace: SessionPace): void {
    this.note('setPace', pace);
  }

  retry(): void {
    this.note('retry');
  }

  confirmPhone(): void {
    this.note('confirmPhone');
  }

  handOver(): void {
    this.note('handOver');
  }

  cancel(reason?: 'user' | 'help'): void {
    this.note('cancel', reason);
  }

  reset(): void {
    this.note('reset');
    this.show(IDLE_IDENTITY_SNAPSHOT);
  }
}
