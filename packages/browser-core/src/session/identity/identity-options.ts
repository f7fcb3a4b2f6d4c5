import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SupportReport } from '../../camera/camera.ts';
import type { DocumentSide } from '../../document/document-format.ts';
import type { DocumentType } from '../../document/expected-document.ts';
import type { Depiction, IdentityGateway, RecaptureReason } from '../../gateway/identity-gateway.ts';
import type { HandoverPort, HandoverRequest, IdentityPorts } from './identity-ports.ts';
import type {
  IdentityCapture,
  IdentityHandover,
  IdentityOutcome,
  IdentityPhase,
  IdentityStep,
} from './identity-snapshot.ts';

/** One line of telemetry: names and codes, never a token, picture, reading or id. */
export interface IdentityTelemetryRecord {
  readonly name: 'phase' | 'failure' | 'notice' | 'recapture' | 'handover';
  /** Monotonic milliseconds since the session was created, whole. */
  readonly atMs: number;
  readonly attempt: number;
  readonly phase: IdentityPhase;
  /** The phase that was left, for `phase`. */
  readonly from?: IdentityPhase;
  readonly code?: string;
}

/** What `on` hands to a listener, by the event's name. */
export interface IdentityEventMap {
  readonly step: {
    readonly from: IdentityStep | null;
    readonly to: IdentityStep | null;
    readonly index: number;
    readonly total: number;
  };
  readonly consent: { readonly granted: boolean; readonly version: string; readonly at: string };
  readonly select: { readonly documentType: DocumentType; readonly country: string | null };
  readonly capture: Pick<IdentityCapture, 'depiction' | 'digest' | 'origin' | 'problems'>;
  readonly review: { readonly side: DocumentSide; readonly action: 'keep' | 'retake' };
  readonly upload: { readonly depiction: Depiction; readonly progress: number };
  readonly handover: { readonly state: IdentityHandover['state'] };
  readonly recapture: { readonly depictions: readonly Depiction[]; readonly reason: RecaptureReason };
  readonly outcome: IdentityOutcome;
  readonly support: SupportReport;
  readonly failure: { readonly code: ErrorCode; readonly cause: unknown };
  readonly telemetry: IdentityTelemetryRecord;
}

export interface IdentitySessionOptions {
  /** Called once for each journey that begins: one gateway object is one journey's. */
  readonly createGateway: () => IdentityGateway;
  /** Given: not asked. */
  readonly documentType?: DocumentType;
  /** Issuing country, ISO 3166-1 alpha-3. Given: not asked. */
  readonly country?: string;
  /** What to offer of what the gateway takes. Default: all of it. */
  readonly documentTypes?: readonly DocumentType[];
  /** Issuing countries to offer of those that the gateway takes. Default: all of them. */
  readonly countries?: readonly string[];
  /** ISO 3166-1 alpha-3; the gateway's own knowledge goes before it. For `USA` consent is asked for whatever `consent` says. */
  readonly countryOfResidence?: string;
  /** Default `required`. */
  readonly consent?: 'required' | 'none';
  /** Of the text that the person is shown, where the gateway names none: recorded with the consent. Default `1`. */
  readonly consentVersion?: string;
  /** Whether the pictures are shown to be kept or taken again. Default true. */
  readonly review?: boolean;
  /** Default 3. */
  readonly maxAttempts?: number;
  /** How the journey can go on on a phone. */
  readonly handover?: HandoverPort;
  /** `force` begins with it; `offer` also begins with it on a device without a camera. Default `offer` with a port. */
  readonly handoverMode?: 'off' | 'offer' | 'force';
  /** On the phone: where the journey was, as the hand-over says it. Goes before what a reload left behind. */
  readonly startFrom?: HandoverRequest;
  /** Whether a file may be given instead of the camera, so that a device without one will do. Default false. */
  readonly allowUpload?: boolean;
  /** Whether the steps open a camera of this device. False where they are given a stream instead. Default true. */
  readonly needsCamera?: boolean;
  /** Prefix of the sessionStorage key; null turns resuming after a reload off. Default `bonafide.identity`. */
  readonly resumeKey?: string | null;
  readonly onTelemetry?: (record: IdentityTelemetryRecord) => void;
  /** Replaces what touches the world; for tests. */
  readonly ports?: Partial<IdentityPorts>;
}
