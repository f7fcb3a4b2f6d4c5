import { describe, expect, it } from 'vitest';
import { claimedSuspicion } from './claimed-suspicion.ts';

const DIGEST = 'a'.repeat(64);
const quality = { screenSuspicion: 0.9, copySuspicion: 0.1, score: 0.7 };

describe('what the page suspected', () => {
  it('is taken from evidence of the very picture', () => {
    expect(claimedSuspicion({ digest: DIGEST, quality }, DIGEST)).toEqual({ screenSuspicion: 0.9, copySuspicion: 0.1 });
  });

  it.each([
    ['of another picture', { digest: 'b'.repeat(64), quality }],
    ['without a digest', { quality }],
    ['without measures', { digest: DIGEST }],
    ['with one measure', { digest: DIGEST, quality: { screenSuspicion: 1 } }],
    ['with a measure that is none', { digest: DIGEST, quality: { screenSuspicion: '1', copySuspicion: 0 } }],
    ['beyond the range', { digest: DIGEST, quality: { screenSuspicion: 7, copySuspicion: 0 } }],
    ['that is a word', 'screen'],
    ['that is nothing', null],
  ])('is nothing in evidence %s', (_, evidence) => {
    expect(claimedSuspicion(evidence, DIGEST)).toBeNull();
  });

  it('is nothing where no picture arrived', () => {
    expect(claimedSuspicion({ quality }, undefined)).toBeNull();
  });
});
