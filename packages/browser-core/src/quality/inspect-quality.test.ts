import { expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import { inspectQuality } from './inspect-quality.ts';
import { initialGateState, nextGateState } from './quality-gate.ts';
import { DEFAULT_QUALITY_POLICY as policy, QUALITY_THRESHOLDS, type QualityThreshold } from './quality-policy.ts';

const at = (timestampMs: number, face = {}) => syntheticMeasurement({ frame: { timestampMs }, face });

it('comes to what the gate comes to', () => {
  const first = inspectQuality(null, at(0));
  expect(first.gate).toEqual(nextGateState(initialGateState, at(0), policy));
  expect(inspectQuality(first.gate, at(50)).gate).toEqual(nextGateState(first.gate, at(50), policy));
});

it('shows the value that raised a problem beside its line', () => {
  const { gate, checks } = inspectQuality(null, at(0, { luminanceMean0to255: 30 }));
  expect(gate.problems).toEqual(['too-dark']);
  expect(checks.filter(({ failed }) => failed)).toEqual([
    { code: 'too-dark', threshold: 'tooDarkEnterLuma', value: 30, line: 40, fails: 'under', failed: true },
  ]);
});

it('shows the leave line of a problem that is there already', () => {
  const dark = inspectQuality(null, at(0, { luminanceMean0to255: 30 }));
  const { checks } = inspectQuality(dark.gate, at(50, { luminanceMean0to255: 44 }));
  expect(checks.find(({ threshold }) => threshold === 'tooDarkEnterLuma')).toMatchObject({ line: 48, failed: true });
});

it('looks at every enter line that a frame without another sensor can be held to', () => {
  const seen = new Set<QualityThreshold>();
  let gate = null;
  for (let frame = 0; frame < 8; frame++) {
    const dim = { luminanceMean0to255: 60 };
    const inspection = inspectQuality(gate, at(frame * 50, dim));
    gate = inspection.gate;
    for (const { threshold } of inspection.checks) seen.add(threshold);
  }
  const lines = Object.keys(QUALITY_THRESHOLDS).filter((name) => name.includes('Enter'));
  expect(lines.filter((name) => !seen.has(name as QualityThreshold))).toEqual(['deviceTiltedEnterDegrees']);
});
