import { describe, expect, it } from 'vitest';
import { decide, decideByScenario } from './decide.ts';

const GOOD: Parameters<typeof decide>[0] = {
  documents: ['SELFIE'],
  document: null,
  faceCount: 1,
  quality: { score: 0.9, problems: [] },
  conclusion: { isLive: true, isUnsure: false, basis: 'server' },
  reference: 'none',
  faceMatch: null,
};
const match = (result: boolean | null) => ({ score: 0.5, result, version: 'v' });

describe('decide', () => {
  it.each([
    ['a good picture', {}, 'COMPLETED', 'VALID', null, 'EXIT'],
    [
      'bad framing alone',
      { quality: { score: 0.5, problems: ['too-far', 'move-down'] } },
      'COMPLETED',
      'VALID',
      null,
      'EXIT',
    ],
    ['a match', { reference: 'used', faceMatch: match(true) }, 'COMPLETED', 'VALID', null, 'EXIT'],
    ['no match', { reference: 'used', faceMatch: match(false) }, 'COMPLETED', 'INVALID', 'FACE_MATCH_FAILED', 'RETRY'],
    ['an unsure match', { reference: 'used', faceMatch: match(null) }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
    [
      'a face that may be there or not',
      { conclusion: { isLive: false, isUnsure: true, basis: 'server' } },
      'ERROR',
      null,
      'VERIFICATION_FAILED',
      'RETRY',
    ],
    [
      'an attack',
      { conclusion: { isLive: false, isUnsure: false, basis: 'server' } },
      'COMPLETED',
      'INVALID',
      'NOT_LIVE',
      'RETRY',
    ],
    // A spoof is a spoof, whatever it resembles.
    [
      'an attack that matches',
      { conclusion: { isLive: false, isUnsure: false, basis: 'server' }, reference: 'used', faceMatch: match(true) },
      'COMPLETED',
      'INVALID',
      'NOT_LIVE',
      'RETRY',
    ],
    ['no reference', { reference: 'unavailable' }, 'COMPLETED', 'INVALID', 'REFERENCE_IMAGE_VALIDATION_FAILED', 'EXIT'],
    ['a bad reference', { reference: 'unusable' }, 'COMPLETED', 'INVALID', 'REFERENCE_IMAGE_VALIDATION_FAILED', 'EXIT'],
    ['no picture', { faceCount: null }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
    ['no face', { faceCount: 0 }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
    ['two faces', { faceCount: 2 }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
    ['a mask', { quality: { score: 0.5, problems: ['mouth-covered'] } }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
    ['nothing measured', { conclusion: null }, 'ERROR', null, 'VERIFICATION_FAILED', 'RETRY'],
  ] as const)('%s', (_, changes, status, result, reasonCode, nextAction) => {
    const evidence = { ...GOOD, ...changes };
    expect(decide(evidence, 1)).toMatchObject({ status, result, reasonCode, nextAction });
    expect(decide(evidence, 0).nextAction).toBe('EXIT');
  });
});

describe('decideByScenario', () => {
  it('leaves the decision to the checks unless it is told otherwise', () => {
    expect(decideByScenario({ processingMs: 10 }, 1, 2)).toBeNull();
  });

  it('recaptures as often as it is told, while attempts remain', () => {
    const scenario = { recaptures: 2, outcome: { status: 'COMPLETED', result: 'VALID' } } as const;
    expect(decideByScenario(scenario, 1, 2)?.nextAction).toBe('RETRY');
    expect(decideByScenario(scenario, 2, 0)?.nextAction).toBe('EXIT');
    expect(decideByScenario(scenario, 3, 0)).toMatchObject({ result: 'VALID', nextAction: 'EXIT' });
  });
});
