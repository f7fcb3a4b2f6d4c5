import type { Box, FrameMeasurement } from '../face/frame-measurement.ts';

/** Averages over recent frames: how fast the face moves and how often frames come. Null until two frames tell. */
export interface MotionState {
  readonly timestampMs: number | null;
  readonly box: Box | null;
  /** Centre movement plus half the change of width, in face widths a second. */
  readonly speedFaceWidthsPerSecond: number | null;
  readonly framesPerSecond: number | null;
  readonly intervalMs: number | null;
  readonly frameCount: number;
}

export const initialMotionState: MotionState = {
  timestampMs: null,
  box: null,
  speedFaceWidthsPerSecond: null,
  framesPerSecond: null,
  intervalMs: null,
  frameCount: 0,
};

/** Frames that pass before a frame rate is believed: a start is always slow. */
const FRAME_RATE_WARM_UP = 5;

/** A gap over this many milliseconds is a pause (hidden page, switched camera), not a slow frame. */
const PAUSE_MS = 2000;

export function nextMotionState(state: MotionState, frame: FrameMeasurement, smoothingMs: number): MotionState {
  const box = frame.face?.box ?? null;
  const gapMs = state.timestampMs === null ? 0 : frame.timestampMs - state.timestampMs;
  if (state.timestampMs === null || gapMs > PAUSE_MS) {
    return { ...initialMotionState, timestampMs: frame.timestampMs, box, frameCount: 1 };
  }
  if (!(gapMs > 0)) return { ...state, box };
  const share = smoothingMs === 0 ? 1 : 1 - Math.exp(-gapMs / smoothingMs);
  const frameCount = state.frameCount + 1;
  const speed = box === null || state.box === null ? null : speedBetween(state.box, box, gapMs);
  const interval = blend(state.intervalMs, gapMs, share);
  return {
    timestampMs: frame.timestampMs,
    box,
    speedFaceWidthsPerSecond: speed === null ? null : blend(state.speedFaceWidthsPerSecond, speed, share),
    framesPerSecond: frameCount < FRAME_RATE_WARM_UP ? null : 1000 / interval,
    intervalMs: interval,
    frameCount,
  };
}

function speedBetween(before: Box, after: Box, gapMs: number): number {
  const dx = after.x + after.width / 2 - (before.x + before.width / 2);
  const dy = after.y + after.height / 2 - (before.y + before.height / 2);
  const grown = Math.abs(after.width - before.width) / 2;
  const width = Math.max(1, (before.width + after.width) / 2);
  return ((Math.hypot(dx, dy) + grown) / width) * (1000 / gapMs);
}

function blend(before: number | null, now: number, share: number): number {
  return before === null ? now : before + (now - before) * share;
}
