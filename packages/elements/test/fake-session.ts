import type {
  LivenessSession,
  LivenessSessionOptions,
  SessionEventMap,
  SessionPace,
  SessionSnapshot,
} from '@bonafide/browser-core/session';
import { IDLE_SNAPSHOT } from '../src/selfie-liveness/idle-snapshot.ts';
import { FakeEmitter } from './fake-emitter.ts';

/** A session that does what the test says, and writes down what the element asks of it. */
export class FakeSession extends FakeEmitter<SessionSnapshot, SessionEventMap> implements LivenessSession {
  readonly options: LivenessSessionOptions;

  constructor(options: LivenessSessionOptions) {
    super(IDLE_SNAPSHOT);
    this.options = options;
  }

  start(isTrusted?: boolean): void {
    this.note('start', ...given(isTrusted));
  }

  acceptConsent(isTrusted?: boolean): void {
    this.note('acceptConsent', ...given(isTrusted));
  }

  declineConsent(): void {
    this.note('declineConsent');
  }

  skipScreenLight(): void {
    this.note('skipScreenLight');
  }

  setPace(pace: SessionPace): void {
    this.note('setPace', pace);
  }

  retry(): void {
    this.note('retry');
  }

  capture(): void {
    this.note('capture');
  }

  cancel(reason?: 'user' | 'help'): void {
    this.note('cancel', reason);
  }

  reset(): void {
    this.note('reset');
    this.show(IDLE_SNAPSHOT);
  }

  switchCamera(deviceId: string): void {
    this.note('switchCamera', deviceId);
  }
}

function given(isTrusted: boolean | undefined): readonly boolean[] {
  return isTrusted === undefined ? [] : [isTrusted];
}
