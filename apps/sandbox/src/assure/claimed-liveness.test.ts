import { describe, expect, it } from 'vitest';
import { captureEvidence } from '../../test/support/journey.ts';
import { digestOf, picture } from '../../test/support/pictures.ts';
import { claimedLiveness } from './claimed-liveness.ts';

const selfie = picture('live');
const digest = digestOf(selfie);
const evidence = captureEvidence(selfie, 0.8);

describe('claimedLiveness', () => {
  it.each([
    ['alone', { selfie: evidence }],
    ['in the metadata of OneKYC', { selfie: { bonafide: evidence } }],
  ])('is read %s', (_, clientEvidence) => {
    expect(claimedLiveness(clientEvidence, digest)).toEqual({ score: 0.8, decision: 'live' });
  });

  it.each([
    ['nothing', null],
    ['another picture', { front: evidence }],
    ['something else', { selfie: { version: '1' } }],
    ['a score beyond the scale', { selfie: { ...evidence, liveness: { ...evidence.liveness, score: 7 } } }],
  ])('is not read from %s', (_, clientEvidence) => {
    expect(claimedLiveness(clientEvidence, digest)).toBeNull();
  });

  it('is not read where it speaks of other bytes', () => {
    expect(claimedLiveness({ selfie: evidence }, digestOf(picture('not-live')))).toBeNull();
    expect(claimedLiveness({ selfie: evidence }, null)).toBeNull();
  });
});
