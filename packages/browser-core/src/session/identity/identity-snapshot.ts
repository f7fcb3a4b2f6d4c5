import type { DocumentGuidanceCode, JourneyEnd } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../../document/document-format.ts';
import type { DocumentType } from '../../document/expected-document.ts';
import type { Depiction, DocumentChoice, RecaptureReason } from '../../gateway/identity-gateway.ts';
import type { SessionFailure } from '../snapshot.ts';

/** What a list of steps shows. Which of them a journey has depends on its gateway, its document and its options. */
export type IdentityStep = 'consent' | 'select' | 'front' | 'flip' | 'back' | 'review' | 'selfie' | 'submit' | 'result';

/**
 * Where the journey stands. `passed`, `review` (somebody will look at it), `failed`, `cancelled`, `expired`, `error` and
 * `unsupported` end it.
 */
export type IdentityPhase =
  | 'idle'
  | 'checking'
  | 'consent'
  | 'selecting'
  | 'capturing-front'
  | 'flipping'
  | 'capturing-back'
  | 'reviewing'
  | 'capturing-selfie'
  | 'submitting'
  | 'processing'
  | 'recapture'
  | 'handover'
  | 'passed'
  | 'review'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'error'
  | 'unsupported';

export interface IdentityStepEntry {
  readonly step: IdentityStep;
  readonly state: 'done' | 'current' | 'todo';
}

/** What the person is asked to agree to, and whether they did. */
export interface IdentityConsent {
  /** Which text: `biometric-us` where the law of the person's state asks for a written release, else `general`. */
  readonly kind: 'biometric-us' | 'general';
  /** The version of the text. */
  readonly version: string;
  readonly granted: boolean;
  /** When it was given, ISO 8601, UTC; null before. */
  readonly at: string | null;
  /** What the person can read before, from the gateway; the addresses may be relative to the page's. */
  readonly documents: readonly { readonly title: string; readonly url: string }[];
}

/** One picture that the journey holds or has sent. The picture itself is had from the session: `picture(depiction)`. */
export interface IdentityCapture {
  readonly depiction: Depiction;
  readonly digest: string;
  readonly origin: 'auto' | 'manual' | 'upload';
  /** What a picture of a document was let through with. */
  readonly problems: readonly DocumentGuidanceCode[];
  /** False after a reload: it is at the gateway, and there is nothing to show. */
  readonly held: boolean;
  /** The gateway has it. */
  readonly sent: boolean;
}

/** Something to be said once, beside what the phase says. */
export type IdentityNotice =
  /** The very picture that was refused before has been given again. */
  | 'same-picture'
  /** The page was reloaded and pictures that had not been sent are gone. */
  | 'pictures-lost'
  /** The link to the phone ran out before anybody opened it. */
  | 'handover-expired';

/** The link to a phone, as it is shown. Never part of the machine's own state. */
export interface IdentityHandover {
  /** `left`: the person has stopped on the phone. */
  readonly state: 'preparing' | 'shown' | 'joined' | 'connected' | 'done' | 'left' | 'expired';
  /** For a QR code, or to be copied; null while it is being made. */
  readonly url: string | null;
  /** Shown on both screens, so that the person sees that they belong together; null before it is known. */
  readonly code: string | null;
  /** ISO 8601, UTC. */
  readonly expiresAt: string | null;
}

/** How the gateway ended, in its own word beside ours. It is not the decision: that is read by the backend. */
export interface IdentityOutcome {
  readonly processId: string;
  readonly status: JourneyEnd;
  readonly word: string;
}

/** What an element shows. A new object only when something that is shown has changed. */
export interface IdentitySnapshot {
  readonly phase: IdentityPhase;
  /** null before the start, in `handover` and at an end that came before its step. */
  readonly step: IdentityStep | null;
  readonly steps: readonly IdentityStepEntry[];
  /** Of the present step, counted from 0; −1 without one. */
  readonly stepIndex: number;
  readonly canGoBack: boolean;
  readonly canGoNext: boolean;
  readonly canHandOver: boolean;
  /** Counts from 1; each recapture that the gateway asks for is one more. */
  readonly attempt: number;
  readonly attemptsLeft: number | null;
  /** null: this journey asks for none. */
  readonly consent: IdentityConsent | null;
  /** What can be chosen: types of document, each with its issuing countries, ISO 3166-1 alpha-3 (null: any). */
  readonly choices: readonly DocumentChoice[];
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  /** The side that is being captured, or was last. */
  readonly side: DocumentSide | null;
  readonly captures: readonly IdentityCapture[];
  /** Pictures that are to be taken again, and why. */
  readonly recapture: { readonly depictions: readonly Depiction[]; readonly reason: RecaptureReason } | null;
  readonly notice: IdentityNotice | null;
  /** 0–1 of all bytes while submitting; null when unknown. */
  readonly progress: number | null;
  readonly handover: IdentityHandover | null;
  readonly offline: boolean;
  readonly hidden: boolean;
  readonly failure: SessionFailure | null;
  readonly outcome: IdentityOutcome | null;
}
