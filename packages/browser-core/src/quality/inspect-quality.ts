import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { QualityCheck } from './frame-problems.ts';
import { initialGateState, nextGateState, type GateState } from './quality-gate.ts';
import { DEFAULT_QUALITY_POLICY, type QualityPolicy } from './quality-policy.ts';

/** What the quality gate made of one frame, and why. */
export interface QualityInspection {
  /** To be given with the next frame. */
  readonly gate: GateState;
  /** Every value that was compared with a line. A second line is not looked at once the first of a problem is crossed. */
  readonly checks: readonly QualityCheck[];
}

/**
 * One more frame through the quality gate, with every value beside its line: for a page that shows integrators why a hint
 * is given. `gate` is that of the frame before; null for the first.
 */
export function inspectQuality(
  gate: GateState | null,
  frame: FrameMeasurement,
  policy: QualityPolicy = DEFAULT_QUALITY_POLICY,
): QualityInspection {
  const checks: QualityCheck[] = [];
  const onCheck = (check: QualityCheck): void => {
    checks.push(check);
  };
  return { gate: nextGateState(gate ?? initialGateState, frame, policy, { onCheck }), checks };
}
