import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { DocumentQualitySummary } from '../document-quality-summary.ts';

/** All that the gate remembers between two frames. Plain data. */
export interface DocumentGateState {
  /** The one code to show now: a problem, `hold-still` while good frames accumulate, `ready` while they pass. */
  readonly guidance: DocumentGuidanceCode;
  /** When it was first shown, frame clock; null before the first frame. */
  readonly guidanceSinceMs: number | null;
  /** 0–1: how far towards enough stable good frames. */
  readonly stableProgress: number;
  /** True on a frame at which capture may happen. Never with a problem. */
  readonly ready: boolean;
  /** All that this frame failed, most urgent first. */
  readonly problems: readonly DocumentGuidanceCode[];
  /** When each present problem began, frame clock. */
  readonly problemSinceMs: Readonly<Partial<Record<DocumentGuidanceCode, number>>>;
  readonly stableFrames: number;
  readonly stableMs: number;
  /** Corner movement in document spans a second, averaged over recent frames; null until two frames tell. */
  readonly speedSpansPerSecond: number | null;
  /** Time of the frame before, frame clock. */
  readonly timestampMs: number | null;
}

/** What one picture by itself says about its quality. */
export interface DocumentStillJudgement {
  /** All that the picture fails, most urgent first. Nothing that only several frames can tell. */
  readonly problems: readonly DocumentGuidanceCode[];
  readonly summary: DocumentQualitySummary;
}
