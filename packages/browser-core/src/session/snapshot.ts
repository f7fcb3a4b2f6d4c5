import type { ErrorCode, GuidanceCode } from '@bonafide/contracts/codes';

/** Where the journey stands. `passed`, `failed`, `error`, `cancelled` and `unsupported` end it. */
export type SessionPhase =
  | 'idle'
  | 'checking'
  | 'unsupported'
  | 'consent'
  | 'requesting-permission'
  | 'loading'
  | 'aligning'
  | 'holding'
  | 'captured'
  | 'submitting'
  | 'processing'
  | 'passed'
  | 'failed'
  | 'error'
  | 'cancelled';

/** How the journey ended, in the words of the native SDKs' `DocumentVerificationResult`. It is not the decision: that is read by the backend. */
export interface DocumentVerificationResult {
  readonly correlationId: string;
  readonly status: 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR';
  readonly submissionId?: string;
  readonly extra?: {
    readonly errorCode:
      | 'CAMERA'
      | 'PERMISSION'
      | 'NETWORK'
      | 'API'
      | 'VERIFICATION'
      | 'HELP_CLICKED'
      | 'SECURITY'
      | 'USER_CANCELLED';
    /** Our own code from the registry. */
    readonly detailedErrorCode: string;
    readonly errorMessage: string;
  };
}

/** Why the journey stopped, and whether `retry` goes on. */
export interface SessionFailure {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** What the person can do: a key of the registry's user actions. */
  readonly userAction: string;
}

/** What an element shows. A new object only when something that is shown has changed. */
export interface SessionSnapshot {
  readonly phase: SessionPhase;
  /** Counts from 1; 0 before the first start. */
  readonly attempt: number;
  readonly attemptsLeft: number | null;
  readonly guidance: GuidanceCode | null;
  /**
   * Null where the screen stays as it is. Otherwise what lies around the face is to glow in `colour` (`#rrggbb`), and to take
   * `rampMs` to get there from what it showed before, at an even pace; null while it is only planned.
   */
  readonly screenLight: { readonly colour: string | null; readonly rampMs: number } | null;
  /** 0–1 within the phase: bytes while loading, stable frames while holding, bytes while submitting; null when unknown. */
  readonly progress: number | null;
  /** True once the manual shutter is offered. */
  readonly manualCapture: boolean;
  readonly offline: boolean;
  readonly hidden: boolean;
  readonly cameras: readonly { readonly deviceId: string; readonly label: string }[];
  readonly cameraId: string | null;
  /** The live stream to show while aligning and holding; null otherwise. Never part of the machine's own state. */
  readonly stream: MediaStream | null;
  readonly failure: SessionFailure | null;
  readonly result: DocumentVerificationResult | null;
}
