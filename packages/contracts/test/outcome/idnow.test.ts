import { describe, expect, it } from 'vitest';
import { toOutcomeIdnow, type Outcome } from '../../src/outcome/index.ts';
import { itHolds } from './it-holds.ts';

describe('IDnow: Authentication v2 and the other steps (tables of the pages)', () => {
  const block = (status: string): Outcome =>
    toOutcomeIdnow({ from: 'verification', body: { status, methods: [], provider: 'keyless' } });
  const session = (
    outcome: string,
    verdict: string,
    more: Record<string, unknown> = {},
    step: Record<string, unknown> = {},
  ): Outcome =>
    toOutcomeIdnow({
      from: 'session',
      body: { sessionStatus: 'COMPLETED', outcome, lastStep: { ...step, verdict }, ...more },
    });
  const status = (sessionStatus: string): Outcome =>
    toOutcomeIdnow({ from: 'session', body: { sessionStatus, outcome: 'NO_OUTCOME' } });
  const verification = (word: string): Record<string, unknown> => ({ results: { verification: { status: word } } });
  const enrolment = { stepDescription: 'Biometric Enrollment' };
  const keyless = (event: string, message?: string): Outcome =>
    toOutcomeIdnow({ from: 'keyless-event', event, ...(message === undefined ? {} : { message }) });
  itHolds([
    ['block verified', block('verified'), ['final', 'accepted', 'none', true, []]],
    [
      'block rejected: mismatch or attack, nobody knows',
      block('rejected'),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    ['block aborted', block('aborted'), ['cancelled', 'none', 'new_session', true, ['user_cancel']]],
    ['block error', block('error'), ['errored', 'none', 'new_session', true, ['provider_system']]],
    ['block of tomorrow', block('passed'), ['unknown', 'unknown', 'contact_support', false, []]],
    [
      'route verified',
      session('accepted', 'verified', verification('verified')),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'route rejected',
      session('rejected', 'rejected', verification('rejected')),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    [
      'route rejected, for an abort',
      session('rejected', 'rejected', verification('aborted')),
      ['cancelled', 'none', 'new_session', true, ['user_cancel']],
    ],
    [
      'route rejected, for an error',
      session('rejected', 'rejected', verification('error')),
      ['errored', 'none', 'new_session', true, ['provider_system']],
    ],
    [
      'accepted although the block is rejected',
      session('accepted', 'rejected', verification('rejected')),
      ['final', 'unknown', 'manual_review', true, ['not_specified']],
    ],
    [
      'v1 authenticated',
      session('accepted', 'authenticated', { results: { authenticationResult: { result: 'success' } } }),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'v1 failed, with a reason',
      session('rejected', 'failed', {
        results: { authenticationResult: { result: 'failure', reason: { code: 'SERVER_FACE_DOES_NOT_MATCH' } } },
      }),
      ['final', 'rejected', 'retry_capture', true, ['face_match']],
    ],
    ['enrolled', session('accepted', 'accepted', {}, enrolment), ['final', 'accepted', 'none', true, []]],
    [
      'not enrolled',
      session('rejected', 'rejected', {}, enrolment),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    [
      'enrolled already',
      session('rejected', 'already_enrolled', {}, enrolment),
      ['final', 'none', 'use_authentication', true, ['duplicate_identity']],
    ],
    [
      'document not verified',
      session('rejected', 'not_verified'),
      ['final', 'rejected', 'new_session', true, ['document_authenticity']],
    ],
    ['document fraud', session('rejected', 'fraud_detected'), ['final', 'rejected', 'exit', true, ['fraud']]],
    [
      'a verdict that nobody knows does not hide the outcome',
      session('rejected', 'sidestepped'),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    [
      'an outcome that nobody knows',
      session('approved', 'verified'),
      ['final', 'unknown', 'contact_support', true, []],
    ],
    [
      'a step that went well in a flow that says nothing',
      toOutcomeIdnow({ from: 'session', body: { sessionStatus: 'COMPLETED', ...verification('verified') } }),
      ['final', 'unknown', 'fetch_result', true, []],
    ],
    ['no outcome', session('NO_OUTCOME', 'rejected'), ['final', 'none', 'new_session', true, ['not_specified']]],
    ['created', status('CREATED'), ['created', 'none', 'wait_or_poll', false, []]],
    ['running', status('RUNNING'), ['capturing', 'none', 'wait_or_poll', false, []]],
    ['expired', status('EXPIRED'), ['expired', 'none', 'new_session', true, ['timeout']]],
    ['aborted', status('ABORTED'), ['cancelled', 'none', 'new_session', true, ['user_cancel']]],
    ['error', status('ERROR'), ['errored', 'none', 'new_session', true, ['provider_system']]],
    [
      'running and accepted',
      toOutcomeIdnow({ from: 'session', body: { sessionStatus: 'RUNNING', outcome: 'accepted' } }),
      ['capturing', 'none', 'wait_or_poll', false, []],
    ],
    [
      'an event',
      toOutcomeIdnow({
        from: 'event',
        verified: true,
        claims: { data: { eventName: 'session.completed', payload: { sessionId: 's', sessionStatus: 'COMPLETED' } } },
      }),
      ['final', 'unknown', 'fetch_result', true, []],
    ],
    [
      'the browser is back',
      toOutcomeIdnow({ from: 'redirect', query: { state: 's' } }),
      ['unknown', 'unknown', 'fetch_result', false, []],
    ],
    ['Keyless finished, in the page', keyless('finished'), ['final', 'unknown', 'fetch_result', false, []]],
    [
      'Keyless locked out',
      keyless('error', 'SERVER_USER_LOCKED_OUT'),
      ['locked_out', 'none', 'retry_later', true, ['quota_lockout']],
    ],
    [
      'Keyless error that nobody knows',
      keyless('error', 'SERVER_SOMETHING'),
      ['errored', 'none', 'none', true, ['not_specified']],
    ],
  ]);

  it('a rejection never says which check failed, and both are reported jointly', () => {
    const body = {
      status: 'rejected',
      methods: [
        {
          type: 'biometric',
          checks: [{ livenessDetection: 'failed' }, { type: 'faceComparison', result: 'failed' }],
          evidence: [],
        },
      ],
    };
    const { checks, fraudSignal } = toOutcomeIdnow({ from: 'verification', body });
    expect(checks).toEqual([
      { kind: 'liveness', result: 'reported_jointly', score: null },
      { kind: 'face_match', result: 'reported_jointly', score: null },
    ]);
    expect(fraudSignal).toBe('not_reported');
  });

  it('an enrolment says what became of the person', () => {
    expect(session('accepted', 'accepted', {}, enrolment).subjectState).toBe('enrolled');
    expect(session('rejected', 'already_enrolled', {}, enrolment).subjectState).toBe('already_enrolled');
    expect(session('accepted', 'verified').subjectState).toBeNull();
  });
});
