import { describe, expect, it } from 'vitest';
import type { HostedAttempt, HostedEnding, HostedVerdict } from '../hosted/hosted-owner.ts';
import type { HostedCause } from '../hosted/hosted-words.ts';
import { type CheckEvidence, NOTHING_MEASURED } from '../processing/check-evidence.ts';
import { concludeVerification } from './conclude-verification.ts';

const AT = new Date('2026-03-01T00:00:00Z');
const VERIFICATION = { kind: 'verification', mock: null, scenario: null } as const;
const LIVE = { conclusion: { isLive: true, isUnsure: false, basis: 'server' } } as Partial<CheckEvidence>;
const SAME = { faceMatch: { score: 0.9, result: true, version: 'x' } } as const;

function ending(cause: HostedCause | null, evidence: Partial<CheckEvidence> | null = {}): HostedEnding {
  const verdict: HostedVerdict = {
    outcome: cause === null ? 'passed' : 'failed',
    cause,
    reason: null,
    scripted: false,
  };
  const attempt = {
    verdict,
    evidence: evidence === null ? null : { ...NOTHING_MEASURED, ...evidence },
    document: null,
  } as unknown as HostedAttempt;
  return { kind: 'concluded', verdict, attempt };
}

describe('concludeVerification', () => {
  it.each([
    ['all passed', null, { ...LIVE, ...SAME }, 'ALLOW'],
    ['passed, and nothing of it measured', null, {}, 'ALLOW'],
    ['another face', 'faces-differ', { ...LIVE, faceMatch: { ...SAME.faceMatch, result: false } }, 'CHALLENGE'],
    [
      'an unsure comparison',
      'comparison-unsure',
      { ...LIVE, faceMatch: { ...SAME.faceMatch, result: null } },
      'CHALLENGE',
    ],
    ['a bad picture', 'image-quality', {}, 'CHALLENGE'],
    ['not live', 'not-live', { ...SAME, conclusion: { isLive: false, isUnsure: false, basis: 'server' } }, 'DENY'],
    [
      'not live, beside a worse document',
      'document-refused',
      { conclusion: { isLive: false, isUnsure: false, basis: 'server' } },
      'DENY',
    ],
    ['a check that contradicts the whole', null, { faceMatch: { ...SAME.faceMatch, result: false } }, 'CHALLENGE'],
  ] as const)('%s', (_, cause, evidence, recommendation) => {
    const result = concludeVerification(VERIFICATION, ending(cause, evidence as Partial<CheckEvidence>), AT);
    expect(result).toMatchObject({ status: 'complete', recommendation });
  });

  it.each<[string, HostedEnding]>([
    ['the checks failed', ending('technical', null)],
    ['there was no attempt', { ...ending('no-attempts'), attempt: null } as HostedEnding],
    ['the reference shows nobody', ending('no-reference')],
    ['somebody gave up', { kind: 'cancelled' }],
    ['time ran out', { kind: 'expired' }],
  ])('%s: no decision', (_, end) => {
    expect(concludeVerification(VERIFICATION, end, AT)).toBeNull();
    // And a mock makes none of it.
    expect(concludeVerification({ ...VERIFICATION, mock: { recommendation: 'ALLOW' } }, end, AT)).toBeNull();
  });

  it('a scenario goes before a mock, and both before the checks', () => {
    const mock = { recommendation: 'ALLOW' } as const;
    const bad = ending('not-live', {
      conclusion: { isLive: false, isUnsure: false, basis: 'server' },
    } as Partial<CheckEvidence>);
    expect(concludeVerification({ ...VERIFICATION, mock }, bad, AT)).toMatchObject({ recommendation: 'ALLOW' });
    const scenario = { verification: 'challenge' } as const;
    expect(concludeVerification({ ...VERIFICATION, mock, scenario }, bad, AT)).toMatchObject({
      recommendation: 'CHALLENGE',
    });
    expect(concludeVerification({ ...VERIFICATION, mock, scenario: { verification: 'failed' } }, bad, AT)).toBeNull();
  });

  it('a face authentication is told the decision and nothing else', () => {
    const end = ending(null, { ...LIVE, ...SAME });
    expect(concludeVerification({ ...VERIFICATION, kind: 'face-auth' }, end, AT)).toEqual({
      status: 'complete',
      recommendation: 'ALLOW',
    });
  });
});
