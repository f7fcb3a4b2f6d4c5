import { describe, expect, it } from 'vitest';
import { toOutcomeMosaic, type Outcome } from '../../src/outcome/index.ts';
import { itHolds } from './it-holds.ts';

describe('Mosaic: recommendations, mock and journey (page of the journey step)', () => {
  const result = (recommendation?: string, checks: Record<string, unknown> = {}, status = 'complete'): Outcome =>
    toOutcomeMosaic({
      from: 'result',
      body: { status, ...(recommendation === undefined ? {} : { recommendation }), checks },
    });
  const sdk = (event: string, reason?: string): Outcome =>
    toOutcomeMosaic({ from: 'sdk', event, ...(reason === undefined ? {} : { reason }) });
  const journey = (response: unknown): Outcome => toOutcomeMosaic({ from: 'journey', response });
  itHolds([
    ['ALLOW', result('ALLOW'), ['final', 'accepted', 'none', true, []]],
    ['CHALLENGE', result('CHALLENGE'), ['final', 'review', 'manual_review', true, ['not_specified']]],
    [
      'CHALLENGE for another face',
      result('CHALLENGE', { biometric_matching: { recommendation: 'CHALLENGE', reasons: ['biometric_mismatch'] } }),
      ['final', 'review', 'manual_review', true, ['face_match']],
    ],
    ['DENY', result('DENY'), ['final', 'rejected', 'exit', true, ['fraud']]],
    [
      'DENY for an attack',
      result('DENY', { biometric_liveness: { recommendation: 'DENY', reasons: ['presentation_attack'] } }),
      ['final', 'rejected', 'exit', true, ['fraud', 'liveness']],
    ],
    [
      'ALLOW with an attack',
      result('ALLOW', { biometric_liveness: { reasons: ['presentation_attack'] } }),
      ['final', 'unknown', 'manual_review', true, ['liveness']],
    ],
    ['no recommendation yet', result(), ['final', 'unknown', 'fetch_result', true, []]],
    [
      'ALLOW before it is complete',
      result('ALLOW', {}, 'processing'),
      ['processing', 'none', 'wait_or_poll', false, []],
    ],
    [
      'ALLOW with a status that nobody knows',
      result('ALLOW', {}, 'done'),
      ['unknown', 'unknown', 'contact_support', false, []],
    ],
    ['a recommendation that nobody knows', result('APPROVE'), ['final', 'unknown', 'contact_support', true, []]],
    [
      'a face that was recognised',
      toOutcomeMosaic({ from: 'face-auth', body: { status: 'complete', recommendation: 'ALLOW' } }),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'a forced recapture',
      toOutcomeMosaic({ from: 'status', body: { status: 'recapture' } }),
      ['needs_recapture', 'none', 'retry_capture', false, []],
    ],
    [
      'a recapture for an expired document, as iOS spells it',
      toOutcomeMosaic({ from: 'status', body: { status: 'recapture', recapture_reason: 'docExpired' } }),
      ['needs_recapture', 'none', 'use_other_document', false, ['document_expired']],
    ],
    [
      'the browser is back',
      toOutcomeMosaic({ from: 'redirect', query: { sessionId: 's', state: 'a' } }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    ['a completion in the page', sdk('completed'), ['final', 'unknown', 'fetch_result', false, []]],
    [
      'a native recapture',
      sdk('verificationRequiresRecapture', 'poorImageQuality'),
      ['needs_recapture', 'none', 'retry_capture', false, ['quality']],
    ],
    [
      'a native failure',
      sdk('verificationDidFail', 'networkError'),
      ['errored', 'none', 'retry_later', true, ['network']],
    ],
    [
      'the step of a journey',
      journey({ type: 'client_input_required', journeyStepId: 'identityVerification', data: {} }),
      ['awaiting_user', 'none', 'none', false, []],
    ],
    [
      'a journey that the page says went well',
      journey({ type: 'journey_success' }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    [
      'a journey that was rejected',
      journey({ type: 'journey_rejection', journeyStepId: 'action:rejection' }),
      ['final', 'rejected', 'exit', true, ['not_specified']],
    ],
    [
      'a journey that goes on elsewhere',
      journey({ type: 'client_input_required', journeyStepId: 'action:wait_for_another_device' }),
      ['awaiting_other_device', 'none', 'wait_or_poll', false, []],
    ],
    [
      'a journey without a server',
      journey({ errorData: { errorCode: 'server_error' } }),
      ['errored', 'none', 'retry_later', true, ['provider_system']],
    ],
  ]);

  it('DENY asserts fraud; ALLOW says that there is none', () => {
    expect([result('DENY').fraudSignal, result('ALLOW').fraudSignal, result('CHALLENGE').fraudSignal]).toEqual([
      'asserted_by_provider',
      'none',
      'not_reported',
    ]);
  });
});
