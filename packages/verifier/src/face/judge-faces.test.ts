import { DEFAULT_LIVENESS_POLICY, type StillJudgement } from '@bonafide/browser-core/vision';
import { describe, expect, it } from 'vitest';
import type { FaceEvidence, FaceFinding } from './judge-faces.ts';
import { judgeFaces } from './judge-faces.ts';

const quality = (...problems: StillJudgement['problems']): StillJudgement => ({
  problems,
  summary: {} as StillJudgement['summary'],
});
const selfie: FaceFinding = {
  faceCount: 1,
  faceWidthPixels: 300,
  quality: quality(),
  liveness: { score: 0.8, decision: 'unsure' },
};
const reference: FaceFinding = { faceCount: 1, faceWidthPixels: 120, quality: null, liveness: null };
const noFace: FaceFinding = { ...reference, faceCount: 0, faceWidthPixels: 0 };
const good: FaceEvidence = { selfie, reference, match: { score: 0.8, result: true }, claimedLiveness: null };

describe('judgeFaces', () => {
  it('clear: every check was made and passed', () => {
    const { facialSimilarity, failReason } = judgeFaces(good);
    expect(facialSimilarity).toEqual({
      result: 'clear',
      imageIntegrity: 'clear',
      faceComparison: 'clear',
      visualAuthenticity: 'clear',
      similarityScore: 'high',
    });
    expect(failReason).toBeNull();
  });

  it('another face: faceComparison', () => {
    const { facialSimilarity, checks } = judgeFaces({ ...good, match: { score: 0.2, result: false } });
    expect(facialSimilarity).toMatchObject({
      result: 'consider',
      faceComparison: 'consider',
      imageIntegrity: 'clear',
      similarityScore: 'low',
    });
    expect(checks).toContainEqual({
      name: 'faceComparison',
      outcome: 'consider',
      reasons: [{ code: 'faces-differ', picture: 'selfie' }],
    });
  });

  it('a policy of one’s own has its own line for a live face', () => {
    const strict = { ...DEFAULT_LIVENESS_POLICY, liveFromScore: 0.9 };
    expect(judgeFaces(good).facialSimilarity?.visualAuthenticity).toBe('clear');
    expect(judgeFaces(good, strict).facialSimilarity?.visualAuthenticity).toBe('consider');
  });

  it('a matcher that does not dare to say passes nobody', () => {
    expect(judgeFaces({ ...good, match: { score: 0.5, result: null } }).facialSimilarity).toMatchObject({
      result: 'consider',
      faceComparison: 'consider',
      similarityScore: 'medium',
    });
  });

  it('several faces in the selfie are a failed upload and no result', () => {
    const { facialSimilarity, failReason, checks } = judgeFaces({ ...good, selfie: { ...selfie, faceCount: 2 } });
    expect(facialSimilarity).toBeNull();
    expect(failReason).toMatchObject({ type: 'upload_failed', message: expect.stringContaining('Multiple faces') });
    expect(checks).toEqual([]);
  });

  it('several faces on a document are its portrait and the ghost beside it', () => {
    const { facialSimilarity } = judgeFaces({ ...good, reference: { ...reference, faceCount: 2 } });
    expect(facialSimilarity?.result).toBe('clear');
  });

  it.each(['selfie', 'reference'] as const)(
    'no face on the %s: imageIntegrity, and nothing was compared',
    (picture) => {
      const { facialSimilarity, checks } = judgeFaces({ ...good, [picture]: noFace, match: null });
      expect(facialSimilarity).toMatchObject({ result: 'consider', imageIntegrity: 'consider' });
      expect(facialSimilarity).not.toHaveProperty('faceComparison');
      expect(facialSimilarity).not.toHaveProperty('similarityScore');
      expect(checks[0]?.reasons).toContainEqual({ code: 'no-face', picture });
      expect(checks.find(({ name }) => name === 'faceComparison')?.outcome).toBe('not-made');
    },
  );

  it('a selfie without a face says nothing of liveness', () => {
    expect(judgeFaces({ ...good, selfie: noFace, match: null }).facialSimilarity).not.toHaveProperty(
      'visualAuthenticity',
    );
  });

  it('a blurred selfie: imageIntegrity; one that is badly framed is as good as any', () => {
    const blurred = { ...selfie, quality: quality('blurry') };
    const offCentre = { ...selfie, quality: quality('move-left', 'turn-right') };
    expect(judgeFaces({ ...good, selfie: blurred }).facialSimilarity?.imageIntegrity).toBe('consider');
    expect(judgeFaces({ ...good, selfie: offCentre }).facialSimilarity?.imageIntegrity).toBe('clear');
  });

  it('a face of a few pixels: imageIntegrity', () => {
    const { facialSimilarity, checks } = judgeFaces({ ...good, reference: { ...reference, faceWidthPixels: 30 } });
    expect(facialSimilarity?.imageIntegrity).toBe('consider');
    expect(checks[0]?.reasons).toEqual([{ code: 'face-too-small', picture: 'reference' }]);
  });

  it('not live by the own look or by the page against itself: visualAuthenticity', () => {
    const seen = { ...selfie, liveness: { score: 0.1, decision: 'not_live' as const } };
    const claimed = { score: 0.1, decision: 'not_live' as const };
    for (const evidence of [
      { ...good, selfie: seen },
      { ...good, claimedLiveness: claimed },
    ]) {
      const { facialSimilarity, checks } = judgeFaces(evidence);
      expect(facialSimilarity).toMatchObject({ result: 'consider', visualAuthenticity: 'consider' });
      expect(checks[2]?.reasons[0]?.code).toBe('not-live');
    }
  });

  it('a liveness that is unsure passes nobody', () => {
    const unsure = { ...selfie, liveness: { score: 0.4, decision: 'unsure' as const } };
    const { facialSimilarity, checks } = judgeFaces({ ...good, selfie: unsure });
    expect(facialSimilarity?.visualAuthenticity).toBe('consider');
    expect(checks[2]?.reasons[0]?.code).toBe('liveness-unsure');
  });
});
