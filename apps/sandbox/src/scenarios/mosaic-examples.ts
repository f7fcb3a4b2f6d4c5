import type { StoredResult } from '../mosaic/stored-result.ts';

/** How a scenario may order that a session of Mosaic ends. */
export const VERIFICATION_ENDS = ['allow', 'challenge', 'deny', 'failed'] as const;

/**
 * The specification's examples of a result, value for value; nobody's data. A test holds them to the specification. They
 * report checks that no part of this project makes (`flagged_identity`, `risk_recommendation`), which is why only a
 * scenario, or the mock behaviour that a partner asked for, may answer so.
 */
export const MOSAIC_EXAMPLES: Readonly<Record<'allow' | 'challenge' | 'deny', StoredResult>> = {
  allow: {
    status: 'complete',
    recommendation: 'ALLOW',
    person: {
      full_name: 'MARIA PAULA SANTOS MENDES',
      given_name: 'MARIA PAULA',
      surname: 'SANTOS MENDES',
      national_id: '1234567890',
      date_of_birth: '2002-04-29',
      gender: 'F',
      age: 23,
    },
    document: {
      country: 'PRT',
      region: 'Lisboa',
      type: 'national_id',
      number: '1234567890',
      serial_number: 'A-1',
      issue_date: '2021-07-08',
      expiration_date: '2031-07-08',
    },
    additional_info: {
      address: {
        country: 'PRT',
        region: 'Lisboa',
        city: 'Lisboa',
        street: 'Rua Augusta',
        house_number: '1',
        apartment_number: '2',
        postcode: '1100-048',
        full_address: 'Rua Augusta 1, Lisboa',
      },
      national_status: { citizen: true, resident: true },
      employment: { profession: 'engineer' },
    },
    checks: {
      document_validation: { recommendation: 'ALLOW' },
      document_authentication: { recommendation: 'ALLOW' },
      document_liveness: { recommendation: 'ALLOW' },
      biometric_matching: { recommendation: 'ALLOW' },
      biometric_liveness: { recommendation: 'ALLOW' },
      flagged_identity: { recommendation: 'ALLOW' },
      risk_recommendation: { recommendation: 'ALLOW' },
    },
  },
  challenge: {
    status: 'complete',
    recommendation: 'CHALLENGE',
    checks: {
      biometric_matching: { recommendation: 'CHALLENGE', reasons: ['biometric_mismatch'] },
      biometric_liveness: { recommendation: 'ALLOW' },
    },
  },
  deny: {
    status: 'complete',
    recommendation: 'DENY',
    checks: {
      biometric_liveness: { recommendation: 'DENY', reasons: ['presentation_attack'] },
      flagged_identity: { recommendation: 'DENY', reasons: ['multiple_same_identity_attempts'] },
      risk_recommendation: { recommendation: 'DENY', reasons: ['action_is_suspected_fraud'] },
    },
  },
};
