import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import { frameProblems, type QualityCheck } from './frame-problems.ts';
import { nextGuidanceFlow } from './guidance-flow.ts';
import { initialMotionState, nextMotionState, type MotionState } from './motion-state.ts';
import type { QualityPolicy } from './quality-policy.ts';

export type { QualitySummary } from './quality-summary.ts';

export interface GateContext {
  /** How far the device leans from upright, degrees; null or absent when nothing measures it. */
  readonly deviceTiltDegrees?: number | null;
  /** Hears of every value that was compared with a line. */
  readonly onCheck?: (check: QualityCheck) => void;
}

/** All that the gate remembers between two frames. Plain data. */
export interface GateState {
  /** The one code to show now: a problem, `hold-still` while good frames accumulate, `ready` while they pass. */
  readonly guidance: GuidanceCode;
  /** When it was first shown, frame clock; null before the first frame. */
  readonly guidanceSinceMs: number | null;
  /** 0–1: how far towards enough stable good frames. */
  readonly stableProgress: number;
  /** True on a frame at which capture may happen. Never with a problem. */
  readonly ready: boolean;
  /** All that this frame failed, most urgent first. */
  readonly problems: readonly GuidanceCode[];
  /** When each present problem began, frame clock. */
  readonly problemSinceMs: Readonly<Partial<Record<GuidanceCode, number>>>;
  readonly stableFrames: number;
  readonly stableMs: number;
  readonly motion: MotionState;
}

export const initialGateState: GateState = {
  guidance: 'no-face',
  guidanceSinceMs: null,
  stableProgress: 0,
  ready: false,
  problems: [],
  problemSinceMs: {},
  stableFrames: 0,
  stableMs: 0,
  motion: initialMotionState,
};

/**
 * The gate after one more frame. Total over measurements; frames come in the order of their timestamps. A problem is
 * spoken of once it has lasted (a blink is not), a hint stays for its minimum display time, and a frame with any problem
 * never makes the gate ready. Short closing of the eyes only pauses the count of stable frames.
 */
export function nextGateState(
  state: GateState,
  frame: FrameMeasurement,
  policy: QualityPolicy,
  context: GateContext = {},
): GateState {
  const nowMs = frame.timestampMs;
  const motion = nextMotionState(state.motion, frame, policy.smoothingMs);
  const problems = frameProblems(
    frame,
    policy,
    new Set(state.problems),
    {
      speedFaceWidthsPerSecond: motion.speedFaceWidthsPerSecond,
      framesPerSecond: motion.framesPerSecond,
      deviceTiltDegrees: context.deviceTiltDegrees ?? null,
    },
    context.onCheck,
  );
  const flow = nextGuidanceFlow<GuidanceCode>(
    state,
    {
      nowMs,
      stepMs: Math.max(0, nowMs - (state.motion.timestampMs ?? nowMs)),
      problems,
      pausing: 'eyes-closed',
    },
    {
      appearAfterMs: (code) => (code === 'eyes-closed' ? policy.eyesClosedAppearAfterMs : policy.appearAfterMs),
      minimumDisplayMs: (code) => GUIDANCE_CODES[code].minimumDisplayMs,
      stableFrames: policy.stableFrames,
      stableMs: policy.stableMs,
    },
  );
  return { ...flow, motion };
}
