import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import { frameProblems } from './frame-problems.ts';
import { initialMotionState, nextMotionState, type MotionState } from './motion-state.ts';
import type { QualityPolicy } from './quality-policy.ts';

export type { QualitySummary } from './quality-summary.ts';

export interface GateContext {
  /** How far the device leans from upright, degrees; null or absent when nothing measures it. */
  readonly deviceTiltDegrees?: number | null;
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
  const problems = frameProblems(frame, policy, new Set(state.problems), {
    speedFaceWidthsPerSecond: motion.speedFaceWidthsPerSecond,
    framesPerSecond: motion.framesPerSecond,
    deviceTiltDegrees: context.deviceTiltDegrees ?? null,
  });
  const problemSinceMs: Partial<Record<GuidanceCode, number>> = {};
  for (const code of problems) problemSinceMs[code] = state.problemSinceMs[code] ?? nowMs;

  const spoken = problems.filter((code) => hasLasted(code, problemSinceMs, nowMs, state, policy));
  const stability = nextStability(state, frame, policy, problems, spoken);
  const shown = nextGuidance(state, nowMs, stability.reached, problems, spoken);
  return {
    ...shown,
    ready: shown.guidance === 'ready' && stability.reached,
    stableProgress: stability.progress,
    problems,
    problemSinceMs,
    stableFrames: stability.frames,
    stableMs: stability.ms,
    motion,
  };
}

function hasLasted(
  code: GuidanceCode,
  since: Readonly<Partial<Record<GuidanceCode, number>>>,
  nowMs: number,
  state: GateState,
  policy: QualityPolicy,
): boolean {
  if (state.guidanceSinceMs === null || state.guidance === code) return true;
  const waitMs = code === 'eyes-closed' ? policy.eyesClosedAppearAfterMs : policy.appearAfterMs;
  return nowMs - (since[code] ?? nowMs) >= waitMs;
}

interface Stability {
  readonly frames: number;
  readonly ms: number;
  readonly progress: number;
  readonly reached: boolean;
}

function nextStability(
  state: GateState,
  frame: FrameMeasurement,
  policy: QualityPolicy,
  problems: readonly GuidanceCode[],
  spoken: readonly GuidanceCode[],
): Stability {
  const blinking = problems.length === 1 && problems[0] === 'eyes-closed' && spoken.length === 0;
  if (problems.length > 0 && !blinking) return { frames: 0, ms: 0, progress: 0, reached: false };
  const stepMs =
    state.stableFrames === 0 ? 0 : Math.max(0, frame.timestampMs - (state.motion.timestampMs ?? frame.timestampMs));
  const frames = blinking ? state.stableFrames : state.stableFrames + 1;
  const ms = blinking ? state.stableMs : state.stableMs + stepMs;
  const byTime = policy.stableMs === 0 ? 1 : ms / policy.stableMs;
  const progress = Math.min(1, frames / policy.stableFrames, byTime);
  return { frames, ms, progress, reached: !blinking && progress >= 1 };
}

/** A hint that is still owed its display time stays; `hold-still` always gives way to `ready`, `ready` to anything. */
function nextGuidance(
  state: GateState,
  nowMs: number,
  stable: boolean,
  problems: readonly GuidanceCode[],
  spoken: readonly GuidanceCode[],
): Pick<GateState, 'guidance' | 'guidanceSinceMs'> {
  const wanted = wantedGuidance(state, stable, problems, spoken);
  if (state.guidanceSinceMs === null) return { guidance: wanted, guidanceSinceMs: nowMs };
  const current = { guidance: state.guidance, guidanceSinceMs: state.guidanceSinceMs };
  if (wanted === state.guidance) return current;
  const owed = nowMs - state.guidanceSinceMs < GUIDANCE_CODES[state.guidance].minimumDisplayMs;
  const yields = state.guidance === 'hold-still' && wanted === 'ready';
  return owed && !yields ? current : { guidance: wanted, guidanceSinceMs: nowMs };
}

function wantedGuidance(
  state: GateState,
  stable: boolean,
  problems: readonly GuidanceCode[],
  spoken: readonly GuidanceCode[],
): GuidanceCode {
  if (stable) return 'ready';
  if (spoken[0] !== undefined) return spoken[0];
  return problems.includes(state.guidance) ? state.guidance : 'hold-still';
}
