import type { QualityPolicy } from '@bonafide/browser-core/vision';
import type { AlignedFace } from '../aligned-face.ts';
import type { PictureLimits } from '../picture-limits.ts';
import type { SelfieInspection } from '../selfie-inspection.ts';
import type { VerifierErrorCode } from '../verifier-error.ts';

/** What a thread is started with. */
export interface ThreadSettings {
  readonly limits: PictureLimits;
  readonly policy: QualityPolicy;
}

export interface Task {
  readonly kind: keyof TaskResults;
  readonly bytes: Uint8Array;
}

export interface TaskResults {
  readonly inspect: SelfieInspection;
  readonly align: AlignedFace | null;
}

export type Answer =
  | { readonly type: 'done'; readonly value: TaskResults[keyof TaskResults] }
  | { readonly type: 'failed'; readonly code: VerifierErrorCode; readonly message: string; readonly details: string };
