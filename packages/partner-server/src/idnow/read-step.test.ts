import type { IdnowSession, Verification } from '@bonafide/contracts/idnow';
import { describe, expect, it } from 'vitest';
import { toFakeEnding } from '../testing/idnow-blocks.ts';
import type { FakeIdnowEnd } from '../testing/idnow-blocks.ts';
import { readStep } from './read-step.ts';
import { readVerification } from './read-verification.ts';

const session = (ending: FakeIdnowEnd, over: Partial<IdnowSession> = {}): IdnowSession => ({
  sessionId: 'session-1',
  ...toFakeEnding(ending, 'subject-4711', 1),
  ...over,
});

const blockOf = (status: 'verified' | 'rejected' | 'aborted' | 'error'): Verification => {
  const { results } = session({ step: 'authentication-v2', end: status });
  if (results?.verification === undefined) throw new TypeError('no block');
  return results.verification;
};

// One test for each row and each bullet of the vendor's page of Authentication (v2).
describe('the block Verification', () => {
  it('verified: both checks passed, the transaction JWT in the vault, framework and level set', () => {
    expect(readVerification(blockOf('verified'))).toEqual({
      status: 'verified',
      checks: { livenessDetection: 'passed', faceComparison: 'passed' },
      evidence: { type: 'transactionJwt', entryId: 'entry-1' },
      provider: 'keyless',
      trustFramework: 'io.idnow.biometric',
      assuranceLevel: 'substantial',
      verifiedAt: '2026-03-01T12:00:47.000Z',
      verificationProcessId: 'transaction-1',
    });
  });

  it('rejected: both checks failed, no evidence, framework and level null', () => {
    expect(readVerification(blockOf('rejected'))).toEqual({
      status: 'rejected',
      checks: { livenessDetection: 'failed', faceComparison: 'failed' },
      provider: 'keyless',
      verifiedAt: '2026-03-01T12:00:47.000Z',
      verificationProcessId: 'transaction-1',
    });
  });

  it.each(['aborted', 'error'] as const)('%s: no check, no evidence', (status) => {
    expect(readVerification(blockOf(status))).toEqual({
      status,
      checks: null,
      provider: 'keyless',
      verifiedAt: undefined,
      verificationProcessId: undefined,
    });
  });

  it('takes a check in either of the two shapes that the page allows', () => {
    const block = blockOf('verified');
    const checks = [
      { type: 'livenessDetection', result: 'passed' },
      { type: 'faceComparison', result: 'passed' },
    ];
    const [method] = block.methods;
    expect(readVerification({ ...block, methods: [{ ...method, checks }] })).toMatchObject({ status: 'verified' });
  });

  const method = (over: object) => (block: Verification) => ({ ...block, methods: [{ ...block.methods[0], ...over }] });
  const PASSED = [{ livenessDetection: 'passed' }, { faceComparison: 'passed' }];
  const FAILED = [{ livenessDetection: 'failed' }, { faceComparison: 'failed' }];
  const EVIDENCE = [{ type: 'transactionJwt', ref: { $ref: 'vault', $id: 'entry-1' } }];

  it.each<[string, 'verified' | 'rejected' | 'aborted' | 'error', (block: Verification) => unknown]>([
    ['verified without evidence', 'verified', method({ evidence: [] })],
    ['verified with two proofs', 'verified', method({ evidence: [...EVIDENCE, ...EVIDENCE] })],
    [
      'verified with a proof elsewhere',
      'verified',
      method({ evidence: [{ ...EVIDENCE[0], ref: { $ref: 'web', $id: 'x' } }] }),
    ],
    ['verified with one check', 'verified', method({ checks: PASSED.slice(1) })],
    ['verified with a check twice', 'verified', method({ checks: [PASSED[0], PASSED[0]] })],
    ['verified with a failed check', 'verified', method({ checks: [PASSED[0], FAILED[1]] })],
    [
      'verified with a check that nobody knows',
      'verified',
      method({ checks: [...PASSED, { type: 'canary', result: 'passed' }] }),
    ],
    ['verified by another framework', 'verified', (block) => ({ ...block, trustFramework: 'canary' })],
    ['verified without a framework', 'verified', (block) => ({ ...block, trustFramework: null })],
    ['verified at another level', 'verified', (block) => ({ ...block, assuranceLevel: 'low' })],
    ['verified by two methods', 'verified', (block) => ({ ...block, methods: [...block.methods, ...block.methods] })],
    ['verified by something else', 'verified', method({ type: 'canary' })],
    ['rejected with a passed check', 'rejected', method({ checks: PASSED })],
    ['rejected without checks', 'rejected', method({ checks: [] })],
    ['rejected with evidence', 'rejected', method({ evidence: EVIDENCE })],
    ['rejected with a framework', 'rejected', (block) => ({ ...block, trustFramework: 'io.idnow.biometric' })],
    ['aborted with checks', 'aborted', method({ checks: FAILED })],
    ['an error with a level', 'error', (block) => ({ ...block, assuranceLevel: 'substantial' })],
    ['a status that nobody knows', 'verified', (block) => ({ ...block, status: 'canary' })],
    ['nothing', 'verified', () => undefined],
  ])('%s is refused, and not quoted', (_, status, change) => {
    const failure = (() => {
      try {
        return readVerification(change(blockOf(status)));
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ code: 'invalid-response' });
    expect(String(failure)).not.toContain('canary');
  });
});

describe('readStep', () => {
  it.each<[FakeIdnowEnd, object]>([
    [
      { step: 'enrollment', end: 'accepted' },
      { step: 'enrollment', route: 'accepted', credential: { credentialType: 'FACE', subjectId: 'subject-4711' } },
    ],
    [
      { step: 'enrollment', end: 'rejected' },
      { step: 'enrollment', route: 'rejected' },
    ],
    [
      { step: 'enrollment', end: 'already_enrolled' },
      { step: 'enrollment', route: 'already_enrolled' },
    ],
    [
      { step: 'authentication-v1', end: 'authenticated' },
      { step: 'authentication-v1', route: 'authenticated', authentication: { result: 'success' } },
    ],
    [
      { step: 'authentication-v1', end: 'failed' },
      {
        step: 'authentication-v1',
        route: 'failed',
        authentication: { result: 'failure', reason: { code: 'SERVER_FACE_DOES_NOT_MATCH' } },
      },
    ],
    [
      { step: 'authentication-v2', end: 'verified' },
      { step: 'authentication-v2', route: 'verified', verification: { status: 'verified' } },
    ],
    [
      { step: 'authentication-v2', end: 'rejected' },
      { step: 'authentication-v2', route: 'rejected', verification: { status: 'rejected' } },
    ],
    [
      { step: 'authentication-v2', end: 'aborted' },
      { step: 'authentication-v2', route: 'rejected', verification: { status: 'aborted' } },
    ],
    [
      { step: 'authentication-v2', end: 'error' },
      { step: 'authentication-v2', route: 'rejected', verification: { status: 'error' } },
    ],
  ])('%o', (ending, step) => {
    expect(readStep(session(ending))).toMatchObject(step);
  });

  it.each(['authentication-v1', 'authentication-v2'] as const)('%s: tells a lockout with its way on', (step) => {
    const failure = (() => {
      try {
        return readStep(session({ step, end: 'locked-out' }));
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({
      code: 'locked-out',
      retryable: true,
      userAction: 'retry-later',
      retryAfterMs: 600_000,
    });
  });

  it.each(['CREATED', 'RUNNING', 'EXPIRED', 'ERROR', 'ABORTED'] as const)(
    'says nothing of a session that is %s',
    (sessionStatus) => {
      expect(readStep(session({ step: 'authentication-v2', end: 'verified' }, { sessionStatus }))).toBeUndefined();
    },
  );

  it('says nothing of a flow that ends on another step', () => {
    const lastStep = { stepDescription: 'Document verification', verdict: 'verified' };
    expect(readStep({ sessionId: 's', sessionStatus: 'COMPLETED', outcome: 'accepted', lastStep })).toBeUndefined();
  });

  it.each<[string, FakeIdnowEnd, Partial<IdnowSession>]>([
    [
      'verified by a rejected route',
      { step: 'authentication-v2', end: 'verified' },
      { lastStep: { verdict: 'rejected' } },
    ],
    [
      'rejected by a verified route',
      { step: 'authentication-v2', end: 'rejected' },
      { lastStep: { verdict: 'verified' } },
    ],
    [
      'success by a failed route',
      { step: 'authentication-v1', end: 'authenticated' },
      { lastStep: { verdict: 'failed' } },
    ],
    [
      'failure by an authenticated route',
      { step: 'authentication-v1', end: 'failed' },
      { lastStep: { verdict: 'authenticated' } },
    ],
    ['a recognition without its block', { step: 'authentication-v2', end: 'verified' }, { results: {} }],
    ['a success without its block', { step: 'authentication-v1', end: 'authenticated' }, { results: {} }],
    ['an enrolment without its block', { step: 'enrollment', end: 'accepted' }, { results: {} }],
    ['a credential of a rejection', { step: 'enrollment', end: 'accepted' }, { lastStep: { verdict: 'rejected' } }],
  ])('%s is refused', (_, ending, over) => {
    expect(() => readStep(session(ending, over))).toThrow(expect.objectContaining({ code: 'invalid-response' }));
  });
});
