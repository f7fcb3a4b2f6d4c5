import { describe, expect, it } from 'vitest';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import { NOT_COMPARED, NO_SELFIE } from '../processing/check-evidence.ts';
import { judgeByScenario, judgeHostedAttempt } from './judge-hosted-attempt.ts';

const GOOD: CheckEvidence = {
  ...NO_SELFIE,
  ...NOT_COMPARED,
  scripted: false,
  scenario: null,
  documents: [],
  faceCount: 1,
  quality: { score: 0.9, problems: [] },
  conclusion: { isLive: true, isUnsure: false, basis: 'server' },
  document: { checks: [], recapture: [] },
  durationMs: 1,
};
const failing = (name: 'imageIntegrity' | 'documentType' | 'dataValidation', code: 'blurry' | 'no-document') => ({
  checks: [{ name, outcome: 'consider', reasons: [{ code }] }] as const,
  recapture: [],
});
const ALL = ['front', 'back', 'selfie'] as const;

describe('judgeHostedAttempt', () => {
  it.each([
    ['everything good', {}, 'passed', null, null],
    ['nobody there', { faceCount: 0 }, 'error', 'no-face', ['selfie']],
    [
      'a face that may be there or not',
      { conclusion: { isLive: false, isUnsure: true, basis: 'server' } },
      'error',
      'liveness-unsure',
      ['selfie'],
    ],
    [
      'an attack',
      { conclusion: { isLive: false, isUnsure: false, basis: 'server' } },
      'failed',
      'not-live',
      ['selfie'],
    ],
    ['another face than the document’s', { reference: 'unusable' }, 'failed', 'faces-differ', ['selfie']],
    [
      'an unclear document',
      { document: failing('imageIntegrity', 'blurry') },
      'error',
      'image-quality',
      ['front', 'back'],
    ],
    [
      'another document',
      { document: failing('documentType', 'blurry') },
      'failed',
      'unsupported-document',
      ['front', 'back'],
    ],
    [
      'a bad document',
      { document: failing('dataValidation', 'blurry') },
      'failed',
      'document-refused',
      ['front', 'back'],
    ],
    [
      'one bad side',
      { document: { ...failing('imageIntegrity', 'blurry'), recapture: ['back'] } },
      'error',
      'image-quality',
      ['back'],
    ],
    [
      'both bad: the document is said first, and both are wanted again',
      { document: failing('imageIntegrity', 'no-document'), faceCount: 2 },
      'failed',
      'no-document',
      ['front', 'back', 'selfie'],
    ],
  ] as const)('%s', (_, changes, outcome, cause, depictions) => {
    const judged = judgeHostedAttempt({ ...GOOD, ...changes } as CheckEvidence, ALL);
    expect(judged.verdict).toMatchObject({ outcome, cause, scripted: false });
    expect(judged.recapture?.depictions ?? null).toEqual(depictions);
  });

  it('does not ask for another selfie where there is nothing to compare it with', () => {
    const judged = judgeHostedAttempt({ ...GOOD, reference: 'unavailable' }, ['selfie']);
    expect(judged).toMatchObject({ verdict: { outcome: 'failed', cause: 'no-reference' }, recapture: null });
  });

  it('passes nobody by a comparison that came to nothing', () => {
    const judged = judgeHostedAttempt({ ...GOOD, reference: 'used', faceMatch: null }, ['selfie']);
    expect(judged).toMatchObject({
      verdict: { outcome: 'error', cause: 'comparison-unsure' },
      recapture: { depictions: ['selfie'] },
    });
  });

  it('looks at no document where none was asked for', () => {
    expect(judgeHostedAttempt({ ...GOOD, document: null }, ['selfie']).verdict.outcome).toBe('passed');
  });
});

describe('judgeByScenario', () => {
  it('leaves the judgement to the checks unless it is told otherwise', () => {
    expect(judgeByScenario({ processingMs: 10 }, 1, ALL)).toBeNull();
  });

  it('asks for a picture again as often as it is told', () => {
    const scenario = { recaptures: 1, recapturedDocument: 'SELFIE', outcome: { status: 'COMPLETED' } } as const;
    expect(judgeByScenario(scenario, 1, ALL)?.recapture?.depictions).toEqual(['selfie']);
    expect(judgeByScenario(scenario, 1, ['front'])?.recapture?.depictions).toEqual(['front']);
    expect(judgeByScenario(scenario, 2, ALL)?.verdict).toMatchObject({ outcome: 'passed', scripted: true });
  });

  it.each([
    [{ status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_LIVE' }, 'failed', 'not-live', true],
    [{ status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' }, 'failed', 'faces-differ', true],
    [
      { status: 'COMPLETED', result: 'INVALID', reasonCode: 'REFERENCE_IMAGE_VALIDATION_FAILED' },
      'failed',
      'no-reference',
      false,
    ],
    [{ status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }, 'error', 'technical', true],
  ] as const)('orders %o', (outcome, expected, cause, canRetry) => {
    const judged = judgeByScenario({ outcome }, 1, ALL);
    expect(judged?.verdict).toMatchObject({ outcome: expected, cause, scripted: true });
    expect(judged?.recapture !== null).toBe(canRetry);
  });
});
