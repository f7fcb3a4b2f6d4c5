import { describe, expect, it } from 'vitest';
import * as idnow from '../../src/idnow/index.ts';
import * as validators from '../../src/idnow/validators.ts';
import { eachFieldIsKnown } from '../check-fields.ts';

// Transcribed from the vendor's page of Authentication (v2), and not from the specification.

describe('words of the page', () => {
  const STATUSES = ['verified', 'rejected', 'aborted', 'error'] as const;
  it.each<[what: string, ours: readonly string[], printed: readonly string[]]>([
    ['the routes', idnow.AUTHENTICATION_V2_ROUTES, ['verified', 'rejected']],
    ['the statuses', idnow.VERIFICATION_STATUSES, STATUSES satisfies readonly idnow.VerificationStatus[]],
    ['the checks', idnow.VERIFICATION_CHECKS, ['livenessDetection', 'faceComparison']],
    ['what a check comes to', idnow.CHECK_OUTCOMES, ['passed', 'failed']],
    [
      'the step, and the one for production',
      idnow.STEP_TYPES,
      ['BIOMETRIC_VERIFICATION:v1', 'BIOMETRIC_VERIFICATION:v2'],
    ],
    ['the trust framework', [idnow.TRUST_FRAMEWORK], ['io.idnow.biometric']],
    ['the assurance level', [idnow.ASSURANCE_LEVEL], ['substantial']],
  ])('%s are these and no others', (_, ours, printed) => {
    expect([...ours].sort()).toEqual([...printed].sort());
  });

  it.each(STATUSES)('a verification can be %s', (status) => {
    expect(validators.verification.parse({ status, methods: [] }).status).toBe(status);
  });
});

describe('fields of the page', () => {
  const EVIDENCE = { type: 'transactionJwt', ref: { $ref: 'vault', $id: 'v-1' } };
  const METHOD = { type: 'biometric', checks: [{ livenessDetection: 'passed' }], evidence: [EVIDENCE] };
  eachFieldIsKnown(
    validators,
    {
      UserReference: { subjectId: 's' },
      Verification: { status: 'verified', methods: [METHOD] },
      VerificationMethod: METHOD,
      VerificationEvidence: EVIDENCE,
      VaultReference: EVIDENCE.ref,
    },
    [
      ['UserReference', 'subjectId', 'anna'],
      ['Verification', 'status', 'rejected'],
      ['Verification', 'methods', [METHOD]],
      ['Verification', 'provider', 'keyless'],
      ['Verification', 'trustFramework', 'io.idnow.biometric'],
      ['Verification', 'assuranceLevel', 'substantial'],
      ['Verification', 'verifiedAt', '2026-03-01T04:05:06.789Z'],
      ['Verification', 'verificationProcessId', 't-1'],
      ['VerificationMethod', 'type', 'biometric'],
      ['VerificationMethod', 'checks', [{ livenessDetection: 'failed' }, { faceComparison: 'failed' }]],
      ['VerificationMethod', 'evidence', [EVIDENCE]],
      ['VerificationEvidence', 'type', 'transactionJwt'],
      ['VerificationEvidence', 'ref', EVIDENCE.ref],
      ['VaultReference', '$ref', 'vault'],
      ['VaultReference', '$id', 'v-2'],
    ],
  );

  it.each(['trustFramework', 'assuranceLevel'])('%s is null without success', (field) => {
    const block = { status: 'rejected', methods: [{ ...METHOD, evidence: [] }], [field]: null };
    expect(validators.verification.parse(block)).toMatchObject({ [field]: null });
  });

  it('nobody is authenticated without a subject', () => {
    expect(validators.userReference.safeParse({}).success).toBe(false);
  });

  it.each(['2026-03-01', '1772337906', '01.03.2026 04:05'])('a time is ISO 8601, and not %s', (verifiedAt) => {
    expect(validators.verification.safeParse({ status: 'verified', methods: [METHOD], verifiedAt }).success).toBe(
      false,
    );
  });
});
