import type { GuidanceCode } from '@bonafide/contracts/codes';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import { frameProblems, STILL_CONTEXT } from './frame-problems.ts';
import { DEFAULT_QUALITY_POLICY, type QualityPolicy } from './quality-policy.ts';
import { toQualitySummary, type QualitySummary } from './quality-summary.ts';

/** What one picture by itself says about its quality. */
export interface StillJudgement {
  /** All that the picture fails, most urgent first. Nothing that only several frames can tell. */
  readonly problems: readonly GuidanceCode[];
  readonly summary: QualitySummary;
}

/** Judges a single picture by the lines at which the live gate raises its problems. */
export function judgeStill(frame: FrameMeasurement, policy: QualityPolicy = DEFAULT_QUALITY_POLICY): StillJudgement {
  return {
    problems: frameProblems(frame, policy, new Set(), STILL_CONTEXT),
    summary: toQualitySummary(frame, policy),
  };
}
