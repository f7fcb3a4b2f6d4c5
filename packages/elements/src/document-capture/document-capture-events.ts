import type {
  DocumentCapturePhase,
  DocumentCaptureSummary,
  DocumentSide,
  DocumentSessionEventMap,
  DocumentTelemetryRecord,
} from '@bonafide/browser-core/identity';
import type { DocumentGuidanceCode, ErrorCode, GuidanceCodeEntry } from '@bonafide/contracts/codes';
import type { Aid } from '../shell/assist/aids.ts';
import { DetailEvent } from '../shell/detail-event.ts';
import type { FailureDetail } from '../shell/failure-detail.ts';

/** What each event of `<document-capture>` carries. No picture and nothing that was read, unless `expose-media` is set. */
export interface DocumentCaptureEventDetails {
  /** The browser was checked and the capture can run. */
  readonly 'document-ready': { readonly side: DocumentSide };
  /** It cannot run here. Cancelable: prevented, the element shows nothing and the page takes over. */
  readonly 'document-unsupported': { readonly code: ErrorCode };
  readonly 'document-permission': { readonly state: 'prompt' | 'granted' | 'denied' | 'dismissed' };
  readonly 'document-camera': {
    readonly devices: readonly { readonly deviceId: string; readonly label: string }[];
    readonly selected: string | null;
  };
  readonly 'document-state': {
    readonly from: DocumentCapturePhase;
    readonly to: DocumentCapturePhase;
    readonly side: DocumentSide;
  };
  /** At most as often as hints change; each stays for its minimum time. */
  readonly 'document-guidance': {
    readonly code: DocumentGuidanceCode;
    readonly side: DocumentSide;
    readonly severity: GuidanceCodeEntry['severity'];
    /** The hint in the element's language. */
    readonly spoken: string;
  };
  readonly 'document-progress': {
    readonly phase: 'assets' | 'stable';
    /** 0–1. */
    readonly value: number;
  };
  /** A picture was taken or given. Cancelable: prevented, it is dropped and the capture ends. */
  readonly 'document-capture': DocumentCaptureSummary;
  /** The person has looked at the picture. */
  readonly 'document-review': { readonly side: DocumentSide; readonly action: 'keep' | 'retake' };
  /** There is a picture of this side, and the person wants it. */
  readonly 'document-complete': DocumentCaptureSummary;
  readonly 'document-cancel': { readonly reason: string; readonly state: DocumentCapturePhase };
  readonly 'document-error': FailureDetail;
  /** The person left the last screen: the page may remove the element. */
  readonly 'document-close': { readonly completed: boolean };
  /** The person turned help on or off; what is on is in the property `assist` as well. */
  readonly 'document-assist': { readonly aids: readonly Aid[] };
  readonly 'document-telemetry': DocumentTelemetryRecord;
  /** Every analysed frame; only with `debug`. */
  readonly 'document-measurement': DocumentSessionEventMap['measurement'];
}

export type DocumentCaptureEventType = keyof DocumentCaptureEventDetails;

const CANCELABLE: ReadonlySet<DocumentCaptureEventType> = new Set(['document-unsupported', 'document-capture']);

/** An event of `<document-capture>`: bubbles, and crosses shadow roots. */
export class DocumentCaptureEvent<K extends DocumentCaptureEventType = DocumentCaptureEventType> extends DetailEvent<
  DocumentCaptureEventDetails,
  K
> {
  constructor(type: K, detail: DocumentCaptureEventDetails[K]) {
    super(type, detail, { cancelable: CANCELABLE.has(type) });
  }
}

/** For `addEventListener`. */
export type DocumentCaptureEventMap = { readonly [K in DocumentCaptureEventType]: DocumentCaptureEvent<K> };
