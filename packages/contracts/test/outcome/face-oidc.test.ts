import { describe, expect, it } from 'vitest';
import { toOutcomeFaceOidc, type Outcome } from '../../src/outcome/index.ts';
import { itHolds } from './it-holds.ts';

describe('Face OIDC: what a login comes to (page of the in-browser feature)', () => {
  const claims = (face: unknown, state: string | null = null): Outcome =>
    toOutcomeFaceOidc({ from: 'claims', claims: { sub: 's', 'com.svipe:face_present': face }, state });
  const back = (query: Record<string, string>): Outcome => toOutcomeFaceOidc({ from: 'redirect', query });
  const token = (error: string): Outcome =>
    toOutcomeFaceOidc({ from: 'token-error', httpStatus: 400, body: { error } });
  const event = (name: string, feedback?: string): Outcome =>
    toOutcomeFaceOidc({ from: 'iproov-event', event: name, ...(feedback === undefined ? {} : { feedback }) });
  const validate = (body: unknown): Outcome => toOutcomeFaceOidc({ from: 'iproov-validate', body });
  itHolds([
    [
      'verified claims with the proof',
      claims({ method: 'dynamic', state: 'a' }, 'a'),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'a proof without a state that is known',
      claims('header.payload.signature', 'a'),
      ['final', 'accepted', 'none', true, []],
    ],
    ['a proof of another login', claims({ state: 'b' }, 'a'), ['errored', 'none', 'exit', true, ['security']]],
    [
      'claims without the proof',
      toOutcomeFaceOidc({ from: 'claims', claims: { sub: 's' }, state: null }),
      ['unknown', 'unknown', 'contact_support', false, []],
    ],
    ['a proof of nothing', claims(''), ['unknown', 'unknown', 'contact_support', false, []]],
    ['a code, before it is spent', back({ code: 'c', state: 'a' }), ['final', 'unknown', 'fetch_result', false, []]],
    [
      'refused after three attempts, or given up: nobody knows',
      back({ error: 'access_denied', state: 'a' }),
      ['unknown', 'unknown', 'new_session', true, ['not_specified']],
    ],
    [
      'an error beside a code',
      back({ error: 'access_denied', code: 'c' }),
      ['unknown', 'unknown', 'new_session', true, ['not_specified']],
    ],
    [
      'an error that nobody knows',
      back({ error: 'face_denied' }),
      ['unknown', 'unknown', 'contact_support', false, []],
    ],
    ['nothing', back({}), ['unknown', 'unknown', 'contact_support', false, []]],
    ['CIBA is pending', token('authorization_pending'), ['awaiting_user', 'none', 'wait_or_poll', false, []]],
    ['CIBA is over', token('expired_token'), ['expired', 'none', 'new_session', true, ['timeout']]],
    ['a code of another client', token('invalid_grant'), ['errored', 'none', 'fix_integration', true, ['integration']]],
    ['iProov passed, in the page', event('passed'), ['final', 'unknown', 'fetch_result', false, []]],
    [
      'iProov failed in the dark',
      event('failed', 'too_dark'),
      ['final', 'rejected', 'retry_capture', true, ['environment']],
    ],
    [
      'iProov without a network',
      event('error', 'error_network'),
      ['errored', 'none', 'retry_later', true, ['network']],
    ],
    ['iProov is left', event('cancelled'), ['cancelled', 'none', 'new_session', true, ['user_cancel']]],
    ['validated', validate({ passed: true, token: 't', type: 'verify' }), ['final', 'accepted', 'none', true, []]],
    [
      'not validated',
      validate({ passed: false, reason: 'eyes_closed' }),
      ['final', 'rejected', 'retry_capture', true, ['quality']],
    ],
    ['passed as a word', validate({ passed: 'true' }), ['unknown', 'unknown', 'contact_support', false, []]],
  ]);

  it('an enrolment that passed enrolled', () => {
    expect(validate({ passed: true, type: 'enrol' }).subjectState).toBe('enrolled');
  });
});
