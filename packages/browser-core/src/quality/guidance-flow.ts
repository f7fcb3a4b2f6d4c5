/** What a gate remembers of its guidance and of how long all has been well. Plain data. */
export interface GuidanceFlow<Code extends string> {
  readonly guidance: Code;
  readonly guidanceSinceMs: number | null;
  readonly stableProgress: number;
  readonly ready: boolean;
  readonly problems: readonly Code[];
  readonly problemSinceMs: Readonly<Partial<Record<Code, number>>>;
  readonly stableFrames: number;
  readonly stableMs: number;
}

/** One more frame for a flow. */
export interface FlowStep<Code extends string> {
  readonly nowMs: number;
  /** Since the frame before; 0 for a first one. */
  readonly stepMs: number;
  /** All that the frame fails, most urgent first. */
  readonly problems: readonly Code[];
  /** A problem that only pauses the count of stable frames as long as it is alone and not yet spoken of. */
  readonly pausing?: Code;
}

export interface FlowRules<Code extends string> {
  /** How long a problem lasts before it is spoken of. */
  readonly appearAfterMs: (code: Code) => number;
  /** How long a hint stays once shown. */
  readonly minimumDisplayMs: (code: Code) => number;
  readonly stableFrames: number;
  readonly stableMs: number;
}

/** The two codes that every gate has. */
type CommonCode = 'hold-still' | 'ready';

/**
 * The guidance after one more frame. A problem is spoken of once it has lasted, a hint stays for its minimum display time,
 * and a frame with any problem never makes the flow ready.
 */
export function nextGuidanceFlow<Code extends string>(
  state: GuidanceFlow<Code | CommonCode>,
  step: FlowStep<Code | CommonCode>,
  rules: FlowRules<Code | CommonCode>,
): GuidanceFlow<Code | CommonCode> {
  const { nowMs, problems } = step;
  const problemSinceMs: Partial<Record<Code | CommonCode, number>> = {};
  for (const code of problems) problemSinceMs[code] = state.problemSinceMs[code] ?? nowMs;
  const spoken = problems.filter(
    (code) =>
      state.guidanceSinceMs === null ||
      state.guidance === code ||
      nowMs - (problemSinceMs[code] ?? nowMs) >= rules.appearAfterMs(code),
  );
  const stability = nextStability(state, step, rules, spoken);
  const shown = nextGuidance(state, nowMs, rules, stability.reached, problems, spoken);
  return {
    ...shown,
    ready: shown.guidance === 'ready' && stability.reached,
    stableProgress: stability.progress,
    problems,
    problemSinceMs,
    stableFrames: stability.frames,
    stableMs: stability.ms,
  };
}

interface Stability {
  readonly frames: number;
  readonly ms: number;
  readonly progress: number;
  readonly reached: boolean;
}

function nextStability<Code extends string>(
  state: GuidanceFlow<Code>,
  { stepMs, problems, pausing }: FlowStep<Code>,
  rules: FlowRules<Code>,
  spoken: readonly Code[],
): Stability {
  const isPaused = problems.length === 1 && problems[0] === pausing && spoken.length === 0;
  if (problems.length > 0 && !isPaused) return { frames: 0, ms: 0, progress: 0, reached: false };
  const frames = isPaused ? state.stableFrames : state.stableFrames + 1;
  const ms = isPaused ? state.stableMs : state.stableMs + (state.stableFrames === 0 ? 0 : stepMs);
  const byTime = rules.stableMs === 0 ? 1 : ms / rules.stableMs;
  const progress = Math.min(1, frames / rules.stableFrames, byTime);
  return { frames, ms, progress, reached: !isPaused && progress >= 1 };
}

/** A hint that is still owed its display time stays; `hold-still` always gives way to `ready`, `ready` to anything. */
function nextGuidance<Code extends string>(
  state: GuidanceFlow<Code | CommonCode>,
  nowMs: number,
  rules: FlowRules<Code | CommonCode>,
  stable: boolean,
  problems: readonly (Code | CommonCode)[],
  spoken: readonly (Code | CommonCode)[],
): Pick<GuidanceFlow<Code | CommonCode>, 'guidance' | 'guidanceSinceMs'> {
  const wanted = wantedGuidance(state, stable, problems, spoken);
  if (state.guidanceSinceMs === null) return { guidance: wanted, guidanceSinceMs: nowMs };
  const current = { guidance: state.guidance, guidanceSinceMs: state.guidanceSinceMs };
  if (wanted === state.guidance) return current;
  const owed = nowMs - state.guidanceSinceMs < rules.minimumDisplayMs(state.guidance);
  const yields = state.guidance === 'hold-still' && wanted === 'ready';
  return owed && !yields ? current : { guidance: wanted, guidanceSinceMs: nowMs };
}

function wantedGuidance<Code extends string>(
  state: GuidanceFlow<Code | CommonCode>,
  stable: boolean,
  problems: readonly (Code | CommonCode)[],
  spoken: readonly (Code | CommonCode)[],
): Code | CommonCode {
  if (stable) return 'ready';
  if (spoken[0] !== undefined) return spoken[0];
  return problems.includes(state.guidance) ? state.guidance : 'hold-still';
}
