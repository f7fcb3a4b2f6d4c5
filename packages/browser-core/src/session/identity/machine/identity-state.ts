import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';

import type { DocumentType } from '../../../document/expected-document.ts';
import type {
  Depiction,
  GivenConsent,
  IdentityRequirements,
  RecaptureReason,
} from '../../../gateway/identity-gateway.ts';
import type { EngineState } from '../../engine/engine-state.ts';
import { USUAL_PACE } from '../../pace.ts';
import type { SessionPace } from '../../pace.ts';
import type { SessionFailure } from '../../snapshot.ts';
import type { IdentityHandover, IdentityNotice, IdentityOutcome, IdentityPhase } from '../identity-snapshot.ts';

/** Work that runs outside the machine, at most one of each at a time. */
export type IdentityLane = 'support' | 'gateway' | 'handover';

/** `beat`: the pause before the next request; `look`: the same for the phone; `link`: until its link runs out. */
export type IdentityTimer = 'journey' | 'phase' | 'request' | 'beat' | 'look' | 'link';

/** What the integrator chose; never changes. */
export interface IdentitySettings {
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  readonly documentTypes: readonly DocumentType[] | null;
  readonly countries: readonly string[] | null;
  readonly countryOfResidence: string | null;
  readonly consent: 'required' | 'none';
  readonly consentVersion: string;
  readonly review: boolean;
  readonly maxAttempts: number;
  readonly handover: 'off' | 'offer' | 'force';
  readonly allowUpload: boolean;
}

/** One picture as the machine knows it; the bytes stay with the runner, or with the gateway alone. */
export interface PictureState {
  readonly digest: string;
  /** Of the whole frame or file; null for a selfie. */
  readonly frameDigest: string | null;
  readonly origin: 'auto' | 'manual' | 'upload';
  readonly problems: readonly DocumentGuidanceCode[];
  readonly byteCount: number;
  readonly held: boolean;
  readonly sent: boolean;
}

/** One request to the gateway. */
export type GatewayJob = 'open' | 'resume' | 'create' | 'put' | 'submit' | 'poll' | 'renew';

/** What `retry` does: begin with the checks, go on at the first thing that is missing, send again, or ask again. */
export type IdentityWayOn = 'restart' | 'advance' | 'resubmit' | 'repoll';

/** The whole of a journey as plain data: no DOM node, promise, token, picture, link or reading. */
export interface IdentityState extends EngineState<IdentityLane, IdentityTimer> {
  readonly settings: IdentitySettings;
  readonly phase: IdentityPhase;
  /** The person's, whatever the integrator chose. */
  readonly pace: SessionPace;
  readonly hidden: boolean;
  readonly offline: boolean;

  readonly requirements: IdentityRequirements | null;
  /** What this device lacks; null: not yet known. */
  readonly blockers: readonly ErrorCode[] | null;

  readonly consent: GivenConsent | null;
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  /** The person has chosen, or there was nothing to choose. */
  readonly chosen: boolean;
  /** The card has been turned over since its front was taken. */
  readonly flipped: boolean;
  readonly reviewed: boolean;
  readonly pictures: Readonly<Record<Depiction, PictureState | null>>;
  /** Digests of pictures that the gateway wanted again. */
  readonly refusedDigests: readonly string[];
  readonly recapture: { readonly depictions: readonly Depiction[]; readonly reason: RecaptureReason } | null;
  readonly notice: IdentityNotice | null;

  readonly processId: string | null;
  /** The partner's own name for the check, where the gateway has one. */
  readonly correlationId: string | null;
  /** The gateway object of this page's life knows the process. */
  readonly attached: boolean;
  /** What the process said that it needs; null: as its requirements and the chosen document say. */
  readonly depictions: readonly Depiction[] | null;
  readonly submitted: boolean;
  readonly attempt: number;
  readonly gatewayAttemptsLeft: number | null;

  readonly job: GatewayJob | null;
  readonly putting: Depiction | null;
  /** 0–1 of the picture that is on its way. */
  readonly share: number;
  readonly waiting: 'online' | 'visible' | 'beat' | null;
  /** Failed requests in a row. */
  readonly failures: number;
  readonly tokenRenewals: number;
  readonly resubmits: number;
  readonly polls: number;
  /** No request before this, by Retry-After. */
  readonly notBeforeMs: number;
  /** Sending ahead has failed too often; it goes on when everything is sent. */
  readonly aheadStopped: boolean;

  readonly handover: IdentityHandover['state'] | null;
  /** Where `back` leads from `handover`. */
  readonly cameFrom: IdentityPhase | null;

  readonly wayOn: IdentityWayOn;
  readonly failure: SessionFailure | null;
  readonly outcome: IdentityOutcome | null;
}

export function initialIdentityState(settings: IdentitySettings): IdentityState {
  return {
    settings,
    phase: 'idle',
    pace: USUAL_PACE,
    sequence: 0,
    live: { support: 0, gateway: 0, handover: 0 },
    timers: { journey: null, phase: null, request: null, beat: null, look: null, link: null },
    hidden: false,
    offline: false,
    requirements: null,
    blockers: null,
    consent: null,
    documentType: null,
    country: null,
    chosen: false,
    flipped: false,
    reviewed: false,
    pictures: { FRONT: null, BACK: null, SELFIE: null },
    refusedDigests: [],
    recapture: null,
    notice: null,
    processId: null,
    correlationId: null,
    attached: false,
    depictions: null,
    submitted: false,
    attempt: 0,
    gatewayAttemptsLeft: null,
    job: null,
    putting: null,
    share: 0,
    waiting: null,
    failures: 0,
    tokenRenewals: 0,
    resubmits: 0,
    polls: 0,
    notBeforeMs: 0,
    aheadStopped: false,
    handover: null,
    cameFrom: null,
    wayOn: 'restart',
    failure: null,
    outcome: null,
  };
}

export const DEPICTIONS: readonly Depiction[] = ['FRONT', 'BACK', 'SELFIE'];

const TERMINAL: ReadonlySet<IdentityPhase> = new Set([
  'passed',
  'review',
  'failed',
  'cancelled',
  'expired',
  'error',
  'unsupported',
]);

/** Phases that only `reset` leaves, and `retry` where the failure allows it. */
export function isIdentityEnd(phase: IdentityPhase): boolean {
  return TERMINAL.has(phase);
}

const IN_FRONT: ReadonlySet<IdentityPhase> = new Set([
  'consent',
  'selecting',
  'capturing-front',
  'flipping',
  'capturing-back',
  'reviewing',
  'capturing-selfie',
  'recapture',
]);

/** Phases that wait for the person. */
export function isInteractive(phase: IdentityPhase): boolean {
  return IN_FRONT.has(phase);
}

/** Attempts after this one: ours and the gateway's, whichever are fewer. */
export function identityAttemptsLeft({ settings, attempt, gatewayAttemptsLeft }: IdentityState): number {
  const ours = Math.max(0, settings.maxAttempts - Math.max(1, attempt));
  return Math.min(ours, gatewayAttemptsLeft ?? ours);
}
