import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { DocumentSide } from '../../document/document-format.ts';
import type { DocumentType } from '../../document/expected-document.ts';
import type { HandedInSelfie } from '../../gateway/create-hand-in-gateway.ts';
import type { Depiction } from '../../gateway/identity-gateway.ts';
import { callSafely, Listeners } from '../engine/listeners.ts';
import { readAmount } from '../engine/read-amount.ts';
import type { SessionPace } from '../pace.ts';
import { toDocumentPicture } from './held-pictures.ts';
import { createIdentityBrowserPorts } from './identity-browser-ports.ts';
import type { IdentityEventMap, IdentitySessionOptions, IdentityTelemetryRecord } from './identity-options.ts';
import { IdentityRunner } from './identity-runner.ts';
import type { IdentitySnapshot } from './identity-snapshot.ts';
import type { IdentitySettings } from './machine/identity-state.ts';

/** An identity journey. Calls that make no sense in the present phase do nothing. */
export interface IdentitySession {
  readonly snapshot: IdentitySnapshot;
  /** The picture that the journey holds, for the review; null when there is none. */
  picture(depiction: Depiction): Blob | null;
  /** Called after each change of the snapshot, not at once. Returns the way to stop. */
  subscribe(listener: (snapshot: IdentitySnapshot) => void): () => void;
  on<K extends keyof IdentityEventMap>(type: K, listener: (detail: IdentityEventMap[K]) => void): () => void;
  start(): void;
  acceptConsent(): void;
  declineConsent(): void;
  select(choice: { readonly documentType: DocumentType; readonly country?: string | null }): void;
  /** Takes a side over from its capture. */
  captured(result: DocumentCaptureResult): void;
  /** In the review: the pictures are good. */
  keep(): void;
  retake(side: DocumentSide): void;
  /** One step back or on, where `canGoBack` and `canGoNext` say so. */
  back(): void;
  next(): void;
  /** What the selfie is to be signed for, from a gateway that can check it; null where there is nothing to sign for. */
  captureNonce(signal: AbortSignal): Promise<string | null>;
  selfieCaptured(selfie: HandedInSelfie): void;
  /** For a person who needs more time. May be called in any phase, and lasts. */
  setPace(pace: SessionPace): void;
  /** From an end with `failure.retryable`. */
  retry(): void;
  /** Shows the link to a phone, or a new one: the last, and the phone that has opened it, are then of no more use. */
  handOver(): void;
  /** The phone that shows the same code is the person's: it may go on. */
  confirmPhone(): void;
  /** Ends the journey; `help` says that the person asked for help instead. */
  cancel(reason?: 'user' | 'help'): void;
  /** Back to `idle` from any phase; pictures are dropped. */
  reset(): void;
  /** Releases everything for good. What `start` finds after a reload stays. Safe to call twice. */
  close(): void;
}

/**
 * Makes an identity journey over the gateway given. Touches neither DOM nor network before `start`. Throws `TypeError` at
 * once on options that cannot work.
 */
export function createIdentitySession(options: IdentitySessionOptions): IdentitySession {
  const settings = readSettings(options);
  const ports = { ...createIdentityBrowserPorts(options.createGateway), ...options.ports };
  const listeners = new Listeners<IdentitySnapshot, IdentityEventMap>();
  const runner = new IdentityRunner(options, settings, ports, {
    snapshot: (snapshot) => listeners.show(snapshot),
    event: (type, detail) => {
      const { onTelemetry } = options;
      if (type === 'telemetry' && onTelemetry) callSafely(() => onTelemetry(detail as IdentityTelemetryRecord));
      listeners.tell(type, detail);
    },
  });

  return {
    get snapshot() {
      return runner.snapshot;
    },
    picture: (depiction) => runner.pictures.get(depiction)?.image ?? null,
    subscribe: listeners.subscribe,
    on: listeners.on,
    start: () => runner.start(),
    acceptConsent: () => runner.dispatch({ type: 'accept-consent', at: new Date(ports.clock.now()).toISOString() }),
    declineConsent: () => runner.dispatch({ type: 'decline-consent' }),
    select: ({ documentType, country = null }) => {
      runner.dispatch({ type: 'select', documentType, country: country === null ? null : readCountry(country) });
    },
    captured: (result) => {
      const { side, frameDigest, origin, problems } = result;
      const depiction = side === 'front' ? 'FRONT' : 'BACK';
      const picture = toDocumentPicture(result, ports.clock.now());
      runner.offer(depiction, picture, { frameDigest, origin, problems });
    },
    keep: () => runner.dispatch({ type: 'keep' }),
    retake: (side) => runner.dispatch({ type: 'retake', side }),
    back: () => runner.dispatch({ type: 'back' }),
    next: () => runner.dispatch({ type: 'next' }),
    captureNonce: (signal) => runner.captureNonce(signal),
    selfieCaptured: ({ image, digest, evidence }) => {
      runner.offer('SELFIE', { image, digest, evidence }, { frameDigest: null, origin: 'auto', problems: [] });
    },
    setPace: (pace) => runner.dispatch({ type: 'set-pace', pace }),
    retry: () => runner.dispatch({ type: 'retry' }),
    handOver: () => runner.dispatch({ type: 'hand-over' }),
    confirmPhone: () => runner.dispatch({ type: 'confirm-phone' }),
    cancel: (reason = 'user') => runner.dispatch({ type: 'cancel', reason }),
    reset: () => runner.dispatch({ type: 'reset' }),
    close: () => {
      runner.close();
      listeners.clear();
    },
  };
}

function readSettings(options: IdentitySessionOptions): IdentitySettings {
  const { createGateway, handover, handoverMode, country, countries, countryOfResidence } = options;
  if (typeof createGateway !== 'function') throw new TypeError('createGateway is missing');
  if (handover === undefined && handoverMode !== undefined && handoverMode !== 'off') {
    throw new TypeError('handoverMode needs a handover');
  }
  return {
    documentType: options.documentType ?? null,
    country: country === undefined ? null : readCountry(country),
    documentTypes: options.documentTypes ?? null,
    countries: countries?.map((one) => readCountry(one)) ?? null,
    countryOfResidence: countryOfResidence === undefined ? null : readCountry(countryOfResidence),
    consent: options.consent ?? 'required',
    consentVersion: options.consentVersion ?? '1',
    review: options.review ?? true,
    maxAttempts: Math.max(1, Math.floor(readAmount(options.maxAttempts, 3, 'maxAttempts'))),
    handover: handover === undefined ? 'off' : (handoverMode ?? 'offer'),
    allowUpload: options.allowUpload ?? false,
  };
}

/** Two letters where three belong would quietly skip a consent. */
function readCountry(country: string): string {
  if (!/^[A-Z]{3}$/.test(country)) throw new TypeError('a country is three letters of ISO 3166-1 alpha-3');
  return country;
}
