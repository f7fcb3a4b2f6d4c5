import type { SupportReport } from '../../camera/camera.ts';
import type { DocumentType } from '../../document/expected-document.ts';
import type { GivenConsent, IdentityGateway } from '../../gateway/identity-gateway.ts';
import type { SessionEnvironment, SessionStore } from '../ports.ts';
import type { Clock } from '#wire/clock.js';

/** What a phone goes on with. */
export interface HandoverRequest {
  /** null: the phone begins the process. */
  readonly processId: string | null;
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  readonly consent: GivenConsent | null;
}

/** A short-lived link. The URL is a bearer secret: it stays out of state, storage and logs. */
export interface HandoverLink {
  readonly id: string;
  readonly url: string;
  /** A few characters that both screens show, where they are known before a phone has come; else they come with `joined`. */
  readonly code?: string;
  /** How long it lasts from the moment it was received, milliseconds. */
  readonly expiresInMs: number;
}

/** What has become of a link. */
export interface HandoverProgress {
  /**
   * `joined`: a phone has opened the link and may do nothing until the person has said that it is theirs. `left`: the person
   * has stopped on the phone, and the process is over.
   */
  readonly state: 'waiting' | 'joined' | 'connected' | 'done' | 'left' | 'expired';
  /** What the phone shows, so that the person can compare. */
  readonly code?: string;
  /** The process that the phone is at, or has finished with `done`; null: it has none, or none any more. */
  readonly processId?: string | null;
  /** From Retry-After, milliseconds. */
  readonly retryAfterMs?: number | null;
}

/** How a journey goes on on a phone: your backend makes the link and knows what the phone did. */
export interface HandoverPort {
  create(request: HandoverRequest, signal: AbortSignal): Promise<HandoverLink>;
  poll(id: string, signal: AbortSignal): Promise<HandoverProgress>;
  /** The person says that the phone which shows this code is theirs. Needed by a port that says `joined`. */
  confirm?(id: string, code: string, signal: AbortSignal): Promise<void>;
  /**
   * The person goes on here, or not at all: the link is of no more use. `keep` is the process that goes on here; any other that
   * the phone has begun, and of which this page may not have heard, has nobody any more and is to be ended.
   */
  cancel?(id: string, signal: AbortSignal, keep: string | null): Promise<void>;
}

/** Everything that an identity journey touches outside itself. */
export interface IdentityPorts {
  readonly checkSupport: (options: { readonly signal: AbortSignal }) => Promise<SupportReport>;
  readonly createGateway: () => IdentityGateway;
  readonly clock: Clock;
  readonly environment: SessionEnvironment;
  readonly store: SessionStore | null;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
}
