import type { SequenceInspection } from '@bonafide/verifier';

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

/** Pixels, origin top left. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SelfieInspection {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly faceCount: number;
  /** Around the landmarks, in pixels of the upright picture; null without a face. */
  readonly faceBox: PixelBox | null;
  /** Null without a face. */
  readonly quality: QualityFinding | null;
  readonly liveness: LivenessFinding | null;
  /** Null where no frames came with the picture. */
  readonly sequence: SequenceInspection | null;
}

/** The bytes are not a picture that can be decoded. Says nothing of their content. */
export class UnreadablePictureError extends Error {
  override readonly name = 'UnreadablePictureError';
}
