import { RECAPTURE_REASONS } from '@bonafide/contracts/capture-backend';
import type { JourneyEnd } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../document/document-format.ts';
import type { DocumentType } from '../document/expected-document.ts';
import type { SessionReason } from '../session/session-reason.ts';

/** Which picture of a process: the two sides of a document, and the face beside it. */
export type Depiction = 'FRONT' | 'BACK' | 'SELFIE';

/** A kind of document that may be used. */
export interface DocumentChoice {
  readonly documentType: DocumentType;
  readonly sides: readonly DocumentSide[];
  /** Issuing countries, ISO 3166-1 alpha-3; null: any. */
  readonly countries: readonly string[] | null;
}

/** A consent to the handling of biometric data that must be asked for. */
export interface ConsentDemand {
  /** Of the text; sent back with the consent. */
  readonly version: string;
  /** Countries of residence, ISO 3166-1 alpha-3, where nothing may begin without it. */
  readonly requiredIn: readonly string[];
  /** What the person can read before. */
  readonly documents: readonly { readonly title: string; readonly url: string }[];
}

/** What a gateway asks for before anything has been chosen. */
export interface IdentityRequirements {
  /** In the order to be offered; empty: the journey has no document (a selfie against a reference that the backend holds). */
  readonly documents: readonly DocumentChoice[];
  readonly selfie: boolean;
  /** Where the person lives, ISO 3166-1 alpha-3, when the gateway knows. */
  readonly countryOfResidence: string | null;
  readonly consent: ConsentDemand | null;
  /** Whether a picture may be sent as soon as it is kept, or only with all others. */
  readonly eager: boolean;
}

/** A consent that was given, as it is recorded. */
export interface GivenConsent {
  readonly granted: true;
  /** The version of the text that was shown. */
  readonly version: string;
  /** ISO 8601, UTC, by the page's clock. */
  readonly at: string;
}

/** What a process is made for. */
export interface IdentityRequest {
  /** null: without a document. */
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  /** ISO 3166-1 alpha-3. */
  readonly countryOfResidence: string | null;
  readonly consent: GivenConsent | null;
}

/** A process at the gateway. Its id is no secret; a token that belongs to it stays with the gateway object. */
export interface IdentityProcess {
  readonly processId: string;
  /** The pictures that it needs. */
  readonly depictions: readonly Depiction[];
  /** The pictures that it holds already. */
  readonly received: readonly Depiction[];
  /** The partner's own name for the check, where the gateway has one. No secret; kept over a reload, and given back with `open`. */
  readonly correlationId?: string | null;
}

/** One picture on its way, with the evidence that goes beside it. */
export interface IdentityPicture {
  readonly image: Blob;
  /** SHA-256 of the image's bytes, lower-case hex. */
  readonly digest: string;
  /** Claims that the gateway checks again: plain JSON without image, landmark, name or number. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Why a picture is asked for again. A gateway's own word that is none of these is `other`. */
export { RECAPTURE_REASONS };

/** One of `RECAPTURE_REASONS`. */
export type RecaptureReason = (typeof RECAPTURE_REASONS)[number];

/** Where the gateway is with a process. */
export type IdentityPoll = {
  /** From Retry-After, milliseconds. */
  readonly retryAfterMs: number | null;
  /** Attempts after this one, by the gateway's count; null where it does not say. */
  readonly attemptsLeft: number | null;
} & (
  | { /** Pictures are awaited. */ readonly state: 'pending' }
  | { readonly state: 'processing' }
  | { readonly state: 'recapture'; readonly depictions: readonly Depiction[]; readonly reason: RecaptureReason }
  | {
      readonly state: 'done';
      readonly status: JourneyEnd;
      /** The gateway's own word for it. */
      readonly word: string;
    }
);

/**
 * A gateway as an identity journey needs it: one object, one journey. Retrying is the session's business, since only it
 * knows whether the page is hidden or offline. Every call rejects with a `GatewayError` or with the signal's reason.
 */
export interface IdentityGateway {
  /** What it asks for. Sends nothing of the person. `resuming` is the process that will be taken up again, if any. */
  open(
    resuming: string | null,
    signal: AbortSignal,
    /** What the process that will be taken up again had beside its id. */
    context?: { readonly correlationId: string | null },
  ): Promise<IdentityRequirements>;
  create(request: IdentityRequest, signal: AbortSignal): Promise<IdentityProcess>;
  /** Takes a process up again after a reload, or when a phone has been at it. `session-not-found`: there is none. */
  resume(
    processId: string,
    signal: AbortSignal,
  ): Promise<{ readonly process: IdentityProcess; readonly poll: IdentityPoll }>;
  /** Sends one picture; sending it again replaces it. `onProgress` gets 0–1. */
  put(
    depiction: Depiction,
    picture: IdentityPicture,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** All pictures are there: verification may begin. Again changes nothing. */
  submit(signal: AbortSignal): Promise<void>;
  poll(signal: AbortSignal): Promise<IdentityPoll>;
  /** The person went away: the process ends and what was sent may be deleted. */
  cancel(signal: AbortSignal): Promise<void>;
  /**
   * The person has stopped on this device, and somebody waits for it elsewhere, such as the computer that handed the check over:
   * they are told, and the process ends. Called instead of `cancel`, also before there is a process; absent: nobody waits.
   */
  leave?(signal: AbortSignal): Promise<void>;
  /**
   * What the selfie of the attempt that is open is to be signed for (see `UploadTarget.nonce`), asked for once the selfie has been taken.
   * Null or absent: nothing, and it goes alone.
   */
  captureNonce?(signal: AbortSignal): Promise<string | null>;
  /** Gets a fresh token where there is a way; absent: there is none. */
  renew?(reason: SessionReason, signal: AbortSignal): Promise<void>;
}
