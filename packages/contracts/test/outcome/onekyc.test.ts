import { describe, expect, it } from 'vitest';
import { toOutcomeOneKyc, type Outcome } from '../../src/outcome/index.ts';
import { itHolds } from './it-holds.ts';

describe('OneKYC: status and result together (section 1.11 of the contract report)', () => {
  const details = (data: Record<string, unknown>): Outcome =>
    toOutcomeOneKyc({ from: 'details', body: { success: true, data } });
  const invalid = (reasonCode: string, flow = 'FACE_VERIFICATION'): Outcome =>
    details({ status: 'COMPLETED', result: 'INVALID', reasonCode, flow });
  itHolds([
    [
      'COMPLETED and VALID',
      details({ status: 'COMPLETED', result: 'VALID', reasonCode: null }),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'PARTIALLY_COMPLETED and VALID',
      details({ status: 'PARTIALLY_COMPLETED', result: 'VALID' }),
      ['partially_final', 'accepted', 'wait_or_poll', false, []],
    ],
    [
      'COMPLETED and INVALID',
      details({ status: 'COMPLETED', result: 'INVALID' }),
      ['final', 'rejected', 'new_session', true, []],
    ],
    [
      'COMPLETED and REJECTED',
      details({ status: 'COMPLETED', result: 'REJECTED' }),
      ['final', 'rejected', 'new_session', true, []],
    ],
    ['ERROR', details({ status: 'ERROR' }), ['errored', 'none', 'retry_later', true, ['provider_system']]],
    [
      'ERROR and VERIFICATION_FAILED, which is no verdict',
      details({ status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }),
      ['errored', 'none', 'retry_later', true, ['provider_system', 'provider_system']],
    ],
    ['IN_PROGRESS', details({ status: 'IN_PROGRESS' }), ['processing', 'none', 'wait_or_poll', false, []]],
    ['COMPLETED alone', details({ status: 'COMPLETED' }), ['final', 'unknown', 'fetch_result', true, []]],
    [
      'VALID while it is in progress',
      details({ status: 'IN_PROGRESS', result: 'VALID' }),
      ['processing', 'none', 'wait_or_poll', false, []],
    ],
    [
      'VALID with an error',
      details({ status: 'ERROR', result: 'VALID' }),
      ['errored', 'none', 'retry_later', true, ['provider_system']],
    ],
    ['VALID without a status', details({ result: 'VALID' }), ['unknown', 'unknown', 'contact_support', false, []]],
    [
      'VALID with a reason against it',
      details({ status: 'COMPLETED', result: 'VALID', reasonCode: 'NOT_LIVE' }),
      ['final', 'unknown', 'manual_review', true, ['liveness']],
    ],
    [
      'a result that nobody knows',
      details({ status: 'COMPLETED', result: 'APPROVED' }),
      ['final', 'unknown', 'contact_support', true, []],
    ],
    ['not live', invalid('NOT_LIVE'), ['final', 'rejected', 'new_session', true, ['liveness']]],
    ['another face', invalid('FACE_MATCH_FAILED'), ['final', 'rejected', 'new_session', true, ['face_match']]],
    [
      "the partner's reference picture",
      invalid('NOT_EKTP'),
      ['final', 'rejected', 'fix_reference_data', true, ['reference_data']],
    ],
    [
      "the person's card",
      invalid('NOT_EKTP', 'KTP_SCAN'),
      ['final', 'rejected', 'use_other_document', true, ['document_unsupported']],
    ],
    [
      'a reason that nobody knows',
      invalid('SOMETHING_NEW'),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    [
      'an empty body',
      toOutcomeOneKyc({ from: 'details', body: null }),
      ['unknown', 'unknown', 'contact_support', false, []],
    ],
  ]);

  it('an approval whose certificate is pending says so', () => {
    expect(details({ status: 'PARTIALLY_COMPLETED', result: 'VALID' }).subjectState).toBe(
      'verified_pending_certificate',
    );
  });

  it('FRAUD_REJECT asserts fraud, and NOT_LIVE hints at it', () => {
    expect([invalid('FRAUD_REJECT').fraudSignal, invalid('NOT_LIVE').fraudSignal]).toEqual([
      'asserted_by_provider',
      'suspected',
    ]);
    expect(invalid('FACE_MATCH_FAILED').fraudSignal).toBe('not_reported');
  });
});

describe('OneKYC: what else it says', () => {
  const poll = (data: Record<string, unknown>): Outcome =>
    toOutcomeOneKyc({ from: 'status', body: { success: true, data } });
  const sdk = (result: Record<string, unknown>): Outcome => toOutcomeOneKyc({ from: 'sdk', result });
  const refused = (httpStatus: number, cause: string): Outcome =>
    toOutcomeOneKyc({ from: 'error', httpStatus, body: { success: false, errors: [{ code: 1, cause }] } });
  const back = (query: Record<string, string>): Outcome => toOutcomeOneKyc({ from: 'redirect', query });
  const callback = (verified: boolean): Outcome =>
    toOutcomeOneKyc({ from: 'callback', verified, body: { submissionId: 's', status: 'COMPLETED', result: 'VALID' } });
  itHolds([
    ['a verified callback', callback(true), ['final', 'accepted', 'none', true, []]],
    ['a callback of anybody', callback(false), ['final', 'unknown', 'fetch_result', false, []]],
    [
      'a poll that approves proves nothing',
      poll({ status: 'COMPLETED', verificationResult: { isApproved: true } }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    [
      'a poll that refuses',
      poll({ status: 'COMPLETED', verificationResult: { isApproved: false } }),
      ['final', 'rejected', 'fetch_result', true, []],
    ],
    [
      'a poll that wants a picture again',
      poll({ status: 'ERROR', nextAction: 'RETRY', documents: { SELFIE: { status: 'INVALID' } } }),
      ['needs_recapture', 'none', 'retry_capture', false, ['not_specified']],
    ],
    [
      'a redirect of an approved or a rejected person',
      back({ status: 'COMPLETED', partner_session_id: 'p' }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    ['a redirect of a failure', back({ status: 'ERROR' }), ['errored', 'none', 'new_session', true, ['not_specified']]],
    [
      'a redirect after the time was up',
      back({ status: 'ERROR', error_code: 'SESSION_TIMEOUT' }),
      ['expired', 'none', 'new_session', true, ['timeout']],
    ],
    [
      'an SDK that is done',
      sdk({ correlationId: 'c', status: 'COMPLETED', submissionId: 's' }),
      ['processing', 'none', 'fetch_result', false, []],
    ],
    [
      'an SDK that was left',
      sdk({ status: 'NOT_COMPLETED', extra: { errorCode: 'USER_CANCELLED', detailedErrorCode: 'GPE-2207' } }),
      ['cancelled', 'none', 'new_session', true, ['user_cancel']],
    ],
    [
      'an SDK without a camera',
      sdk({ status: 'ERROR', extra: { errorCode: 'CAMERA', detailedErrorCode: 'camera-in-use' } }),
      ['errored', 'none', 'fix_device_or_permission', true, ['device_permission']],
    ],
    [
      'no attempts left',
      refused(429, 'SUBMISSION_QUOTA_EXCEEDED'),
      ['locked_out', 'none', 'exit', true, ['quota_lockout']],
    ],
    ['too fast', refused(429, 'TOO_MANY_REQUESTS'), ['errored', 'none', 'retry_later', false, ['quota_lockout']]],
    [
      'a picture that cannot be used',
      refused(422, 'INVALID_UPLOAD_ARTIFACT'),
      ['needs_recapture', 'none', 'retry_capture', false, ['quality']],
    ],
    [
      'a cause that nobody knows',
      refused(503, 'SOMETHING_NEW'),
      ['errored', 'none', 'retry_later', false, ['provider_system']],
    ],
  ]);
});
