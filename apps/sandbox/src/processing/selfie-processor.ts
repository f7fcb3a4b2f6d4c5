/** How good the picture is for checking. */
export interface QualityFinding {
  /** 0–1. */
  readonly score: number;
  /** Guidance codes of what is wrong with it; empty when it can be used. */
  readonly problems: readonly string[];
}

/** What the picture says about being a bona fide presentation. */
export interface LivenessFinding {
  /** Belief in a bona fide presentation, 0–1. */
  readonly score: number;
  readonly decision: 'live' | 'not_live' | 'unsure';
  readonly reasons: readonly { readonly signal: string; readonly weight: number; readonly value: number }[];
  /** 0–1. */
  readonly injectionSuspicion: number;
  readonly version: string;
}

export interface SelfieInspection {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly faceCount: number;
  /** Null without a face. */
  readonly quality: QualityFinding | null;
  readonly liveness: LivenessFinding | null;
}

export type FaceComparison =
  /** `matches` is null when the comparison does not dare to say. */
  | { readonly outcome: 'compared'; readonly score: number; readonly matches: boolean | null; readonly version: string }
  | { readonly outcome: 'selfie-unusable' | 'reference-unusable' };

/** What looks at pictures. Bytes are an encoded JPEG, PNG or WebP. */
export interface SelfieProcessor {
  /** Rejects with `UnreadablePictureError` when the bytes cannot be decoded. */
  inspect(selfie: Uint8Array, signal: AbortSignal): Promise<SelfieInspection>;
  compare(selfie: Uint8Array, reference: Uint8Array, signal: AbortSignal): Promise<FaceComparison>;
  close(): Promise<void>;
}

/** The bytes are not a picture that can be decoded. Says nothing of their content. */
export class UnreadablePictureError extends Error {
  override readonly name = 'UnreadablePictureError';
}
