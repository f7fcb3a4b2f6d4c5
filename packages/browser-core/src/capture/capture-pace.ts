import type { FrameMeasurement } from '../face/frame-measurement.ts';

/** How fast frames are analysed, from what analysing them has cost so far. */
export interface CapturePace {
  /** Shortest time from one frame's analysis to the next, milliseconds. */
  readonly intervalMs: number;
  /** Liveness is measured on every frame whose number is a multiple of this. */
  readonly livenessEvery: number;
  /** Running means, milliseconds; null until measured. */
  readonly plainCostMs: number | null;
  readonly livenessCostMs: number | null;
}

/** 15 frames a second: enough for blinks and for a count of stable frames, half of what cameras give. Guess. */
const FASTEST_INTERVAL_MS = 66;
/** Slower than this, guidance no longer follows the person: then the share is given up. Guess. */
const SLOWEST_INTERVAL_MS = 200;
/** Part of one core that the analysis may take: a phone must not grow hot in a minute. Guess. */
const CORE_SHARE = 0.5;
/** What liveness may add to the mean frame, of the fastest interval. Guess. */
const LIVENESS_SHARE = 0.3;
const RAREST_LIVENESS = 6;
const SMOOTHING = 0.2;

export const initialCapturePace: CapturePace = {
  intervalMs: FASTEST_INTERVAL_MS,
  livenessEvery: 2,
  plainCostMs: null,
  livenessCostMs: null,
};

export function nextCapturePace(pace: CapturePace, { costMs, liveness }: FrameMeasurement): CapturePace {
  const plainCostMs = liveness === null ? smooth(pace.plainCostMs, costMs) : pace.plainCostMs;
  const livenessCostMs = liveness === null ? pace.livenessCostMs : smooth(pace.livenessCostMs, costMs);
  const extraMs = plainCostMs === null || livenessCostMs === null ? 0 : Math.max(0, livenessCostMs - plainCostMs);
  const bearable = Math.ceil(extraMs / (LIVENESS_SHARE * FASTEST_INTERVAL_MS));
  const livenessEvery = Math.min(RAREST_LIVENESS, Math.max(2, bearable));
  const meanCostMs = (plainCostMs ?? livenessCostMs ?? 0) + extraMs / livenessEvery;
  const intervalMs = bearableIntervalMs(meanCostMs);
  return { intervalMs, livenessEvery, plainCostMs, livenessCostMs };
}

/** Time from one frame to the next at which its analysis leaves enough of a core to everything else. */
export function bearableIntervalMs(meanCostMs: number): number {
  return Math.min(SLOWEST_INTERVAL_MS, Math.max(FASTEST_INTERVAL_MS, meanCostMs / CORE_SHARE));
}

export function smooth(before: number | null, now: number): number {
  return before === null ? now : before + (now - before) * SMOOTHING;
}
