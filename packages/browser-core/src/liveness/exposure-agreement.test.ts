import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import { exposureAgreement } from './exposure-agreement.ts';

/** Twenty frames, luma of the face and of what is around it by how far the attempt is, 0–1. */
function attempt(inside: (t: number) => number, outside: (t: number) => number, gapMs = 100) {
  return Array.from({ length: 20 }, (_, index) =>
    syntheticMeasurement({
      frame: { index, timestampMs: index * gapMs },
      face: { luminanceMean0to255: inside(index / 19) },
      image: { backgroundLuminanceMean0to255: outside(index / 19) },
    }),
  );
}

/** A camera that finds its exposure: two thirds brighter at the end. */
const adapting = (luma: number) => (t: number) => luma * (1 + (2 / 3) * t);

describe('agreement of exposure', () => {
  it('is whole where a camera adapts before a person', () => {
    expect(exposureAgreement(attempt(adapting(90), adapting(50)))).toBeCloseTo(1, 2);
  });

  it('is nought where only what is shown changes, or only what is around it', () => {
    expect(exposureAgreement(attempt(adapting(90), () => 50))).toBe(0);
    expect(exposureAgreement(attempt(() => 90, adapting(50)))).toBe(0);
  });

  it('lies between where a film adapts and so does the camera before it', () => {
    const both = exposureAgreement(attempt((t) => adapting(90)(t) * (1 + t / 5), adapting(50)));
    expect(both).toBeGreaterThan(0.6);
    expect(both).toBeLessThan(0.95);
  });

  it('says nothing where little changed, of darkness, and across gaps', () => {
    expect(exposureAgreement([])).toBeNull();
    expect(
      exposureAgreement(
        attempt(
          (t) => 90 + t,
          () => 50,
        ),
      ),
    ).toBeNull();
    expect(exposureAgreement(attempt(adapting(4), adapting(2)))).toBeNull();
    expect(exposureAgreement(attempt(adapting(90), adapting(50), 1000))).toBeNull();
  });
});
