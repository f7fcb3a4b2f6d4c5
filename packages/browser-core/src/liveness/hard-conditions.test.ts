import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import type { MeasurementChanges } from '../../test/synthetic-measurement.ts';
import { fuseLiveness } from './fuse-liveness.ts';

// Where a camera gives too little to go by, whatever the model says of it.

const sure = { modelScore: 0.99, modelScores: [0.99, 0.98] };

function attempt(count: number, everyMs: number, changes: MeasurementChanges = {}) {
  return Array.from({ length: count }, (_, index) =>
    syntheticMeasurement({
      liveness: sure,
      ...changes,
      frame: { index, timestampMs: index * everyMs + Math.sin(index) * 2, ...changes.frame },
      image: { fingerprint: `f${index}` },
    }),
  );
}

describe('never live by default', () => {
  it.each([
    ['no frame', []],
    ['one frame', attempt(1, 70)],
    ['two frames', attempt(2, 70)],
    ['black frames, in which no face is', attempt(30, 70, { face: null, liveness: null })],
    ['a face in the dark', attempt(30, 70, { face: { luminanceMean0to255: 12 } })],
    ['a face in glare', attempt(30, 70, { face: { luminanceMean0to255: 245 } })],
    ['a model that failed', attempt(30, 70, { liveness: { modelScore: NaN, modelScores: [NaN] } })],
    ['a model that was not asked', attempt(30, 70, { liveness: {} })],
    ['frames without any measure', attempt(30, 70, { liveness: null })],
  ])('%s', (_, frames) => {
    const { decision, score, injectionSuspicion } = fuseLiveness({ frames });
    expect(decision).toBe('unsure');
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(injectionSuspicion).toBeLessThan(1);
  });
});

describe('five frames a second', () => {
  it('are enough for a person', () => {
    expect(fuseLiveness({ frames: attempt(8, 200) }).decision).toBe('live');
  });

  it('are enough against a presentation', () => {
    const frames = attempt(8, 200, { liveness: { modelScore: 0.05, modelScores: [0.05, 0.1] } });
    expect(fuseLiveness({ frames }).decision).toBe('not_live');
  });

  it('are no sign of injection by themselves', () => {
    expect(fuseLiveness({ frames: attempt(8, 200) }).injectionSuspicion).toBeLessThan(0.1);
  });
});
