import { describe, expect, it } from 'vitest';
import {
  createQualityPolicy,
  DEFAULT_QUALITY_POLICY,
  QUALITY_THRESHOLDS,
  type QualityPolicy,
} from './quality-policy.ts';

describe('quality policy', () => {
  it('gives every threshold a unit and a source', () => {
    for (const [name, { unit, source }] of Object.entries(QUALITY_THRESHOLDS)) {
      expect(unit, name).not.toBe('');
      expect(source, name).not.toBe('');
    }
  });

  it('replaces what is overridden and nothing else', () => {
    const policy = createQualityPolicy({ stableFrames: 9 });
    expect(policy).toEqual({ ...DEFAULT_QUALITY_POLICY, stableFrames: 9 });
  });

  it.each<[Partial<QualityPolicy>, string]>([
    [{ stableFrames: Number.NaN }, 'stableFrames must be'],
    [{ stableMs: -1 }, 'stableMs must be'],
    [{ yawEnterDegrees: 10 }, 'wrong side of yawEnterDegrees'],
    [{ blurryEnterSharpness: 60 }, 'wrong side of blurryEnterSharpness'],
    [{ sharpnes: 1 } as Partial<QualityPolicy>, '"sharpnes" is not a quality threshold'],
  ])('refuses %o at once', (overrides, message) => {
    expect(() => createQualityPolicy(overrides)).toThrow(TypeError);
    expect(() => createQualityPolicy(overrides)).toThrow(message);
  });
});
