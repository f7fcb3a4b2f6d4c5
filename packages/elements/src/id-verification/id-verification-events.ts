import type {
  DocumentCaptureSummary,
  DocumentSide,
  DocumentTelemetryRecord,
  DocumentType,
  IdentityEventMap,
  IdentityOutcome,
  IdentityPhase,
  IdentityTelemetryRecord,
} from '@bonafide/browser-core/identity';
import type { TelemetryRecord } from '@bonafide/browser-core/session';
import type { DocumentGuidanceCode, ErrorCode, GuidanceCode } from '@bonafide/contracts/codes';
import type { Aid } from '../shell/assist/aids.ts';
import { DetailEvent } from '../shell/detail-event.ts';
import type { FailureDetail } from '../shell/failure-detail.ts';

/** What each event of `<id-verification>` carries. No picture and nothing that was read, unless `expose-media` is set. */
export interface IdVerificationEventDetails {
  /** The browser was checked and the check can run. */
  readonly 'idv-ready': { readonly steps: number };
  /** It cannot run here. Cancelable: prevented, the element shows nothing and the page takes over. */
  readonly 'idv-unsupported': { readonly code: ErrorCode };
  readonly 'idv-state': { readonly from: IdentityPhase; readonly to: IdentityPhase; readonly attempt: number };
  readonly 'idv-step': IdentityEventMap['step'];
  readonly 'idv-consent': IdentityEventMap['consent'];
  readonly 'idv-document-select': { readonly type: DocumentType; readonly country: string | null };
  /** `about` is the side of the document, or the selfie. */
  readonly 'idv-guidance': {
    readonly code: DocumentGuidanceCode | GuidanceCode;
    readonly about: DocumentSide | 'selfie';
  };
  /** A picture was taken or given. `image` only with `expose-media`. */
  readonly 'idv-capture': IdentityEventMap['capture'] & {
    /** Of a document's side. */
    readonly quality?: DocumentCaptureSummary['quality'];
    readonly image?: Blob;
  };
  readonly 'idv-review': IdentityEventMap['review'];
  readonly 'idv-upload': IdentityEventMap['upload'];
  readonly 'idv-handover': IdentityEventMap['handover'];
  readonly 'idv-recapture': IdentityEventMap['recapture'];
  /** The gateway has ended the journey. What it decided is read by the partner's backend. */
  readonly 'idv-complete': IdentityOutcome;
  readonly 'idv-cancel': { readonly reason: string; readonly state: IdentityPhase };
  readonly 'idv-error': FailureDetail;
  /** The person left the last screen: the page may remove the element. */
  readonly 'idv-close': { readonly outcome: IdentityOutcome | null };
  /** The person asked for help (`fallback="help"`). The journey is cancelled after it. */
  readonly 'idv-help': { readonly code: ErrorCode | null };
  /** The person turned help on or off; what is on is in the property `assist` as well. */
  readonly 'idv-assist': { readonly aids: readonly Aid[] };
  /** One line of the journey's telemetry, or of that of a step. */
  readonly 'idv-telemetry': IdentityTelemetryRecord | DocumentTelemetryRecord | TelemetryRecord;
}

export type IdVerificationEventType = keyof IdVerificationEventDetails;

const CANCELABLE: ReadonlySet<IdVerificationEventType> = new Set(['idv-unsupported']);

/** An event of `<id-verification>`: bubbles, and crosses shadow roots. */
export class IdVerificationEvent<K extends IdVerificationEventType = IdVerificationEventType> extends DetailEvent<
  IdVerificationEventDetails,
  K
> {
  constructor(type: K, detail: IdVerificationEventDetails[K]) {
    super(type, detail, { cancelable: CANCELABLE.has(type) });
  }
}

/** For `addEventListener`. */
export type IdVerificationEventMap = { readonly [K in IdVerificationEventType]: IdVerificationEvent<K> };
