import type { ErrorCode, GuidanceCode, GuidanceCodeEntry } from '@bonafide/contracts/codes';
import type {
  CaptureSummary,
  DocumentVerificationResult,
  SessionEventMap,
  SessionPhase,
  TelemetryRecord,
} from '@bonafide/browser-core/session';
import type { Aid } from '../shell/assist/aids.ts';
import { DetailEvent } from '../shell/detail-event.ts';
import type { FailureDetail } from '../shell/failure-detail.ts';

/** What each event of `<selfie-liveness>` carries. No image, unless `expose-media` is set. */
export interface SelfieLivenessEventDetails {
  /** The browser was checked and the check can run. */
  readonly 'liveness-ready': { readonly correlationId: string };
  /** It cannot run here. Cancelable: prevented, the element shows nothing and the page takes over. */
  readonly 'liveness-unsupported': { readonly code: ErrorCode };
  readonly 'liveness-permission': { readonly state: 'prompt' | 'granted' | 'denied' | 'dismissed' };
  readonly 'liveness-camera': {
    readonly devices: readonly { readonly deviceId: string; readonly label: string }[];
    readonly selected: string | null;
  };
  readonly 'liveness-state': { readonly from: SessionPhase; readonly to: SessionPhase; readonly attempt: number };
  /** At most as often as hints change; each stays for its minimum time. */
  readonly 'liveness-guidance': {
    readonly code: GuidanceCode;
    readonly severity: GuidanceCodeEntry['severity'];
    /** The hint in the element's language. */
    readonly spoken: string;
  };
  readonly 'liveness-progress': {
    readonly phase: 'assets' | 'stable' | 'upload' | 'processing';
    /** 0–1. */
    readonly value: number;
  };
  /** A photo was taken. Cancelable: prevented, the journey is cancelled and nothing is sent. */
  readonly 'liveness-capture': CaptureSummary;
  readonly 'liveness-attempt-failed': {
    readonly code: ErrorCode;
    readonly retryable: boolean;
    readonly attemptsLeft: number | null;
    readonly next: 'retry' | 'exit';
  };
  /** The gateway has ended the journey. What it decided is read by the partner's backend. */
  readonly 'liveness-complete': DocumentVerificationResult;
  readonly 'liveness-cancel': { readonly reason: string; readonly state: SessionPhase };
  readonly 'liveness-error': FailureDetail;
  /** The person left the last screen: the page may remove the element. */
  readonly 'liveness-close': { readonly result: DocumentVerificationResult | null };
  /** The person asked for help (`fallback="help"`). The journey is cancelled after it. */
  readonly 'liveness-help': { readonly code: ErrorCode | null };
  /** The person turned help on or off; what is on is in the property `assist` as well. */
  readonly 'liveness-assist': { readonly aids: readonly Aid[] };
  readonly 'liveness-telemetry': TelemetryRecord;
  /** Every analysed frame; only with `debug`. */
  readonly 'liveness-measurement': SessionEventMap['measurement'];
}

export type SelfieLivenessEventType = keyof SelfieLivenessEventDetails;

const CANCELABLE: ReadonlySet<SelfieLivenessEventType> = new Set(['liveness-unsupported', 'liveness-capture']);

/** An event of `<selfie-liveness>`: bubbles, and crosses shadow roots. */
export class SelfieLivenessEvent<K extends SelfieLivenessEventType = SelfieLivenessEventType> extends DetailEvent<
  SelfieLivenessEventDetails,
  K
> {
  constructor(type: K, detail: SelfieLivenessEventDetails[K]) {
    super(type, detail, { cancelable: CANCELABLE.has(type) });
  }
}

/** For `addEventListener`. */
export type SelfieLivenessEventMap = { readonly [K in SelfieLivenessEventType]: SelfieLivenessEvent<K> };
