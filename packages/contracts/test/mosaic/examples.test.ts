import { expect, it } from 'vitest';
import { CHECK_REASONS, type VerificationResult } from '../../src/mosaic/index.ts';
import * as validators from '../../src/mosaic/validators.ts';
import { describeExamples } from '../check-examples.ts';
import { readSpecification } from '../specification.ts';

const read = readSpecification('mosaic');

describeExamples(read, validators, {
  atLeast: 50,
  right: [
    ['a session of nothing', 'CreateVerificationRequest', {}],
    ['a processing time in seconds, as the journey has it', 'MockBehavior', { processing_time: 5 }],
    ['a mock with a field of tomorrow', 'MockBehavior', { force_something: true }],
    ['a result that is not there yet', 'VerificationResult', { status: 'capturing' }],
    [
      'both shapes at once',
      'VerificationResult',
      { status: 'complete', person: { age: 1 }, verified_info: { document: { type: 'passport' } }, extra: 1 },
    ],
    ['a check with a reason that nobody has seen', 'VerificationCheck', { recommendation: 'DENY', reasons: ['mask'] }],
    ['a refusal of another form', 'Problem', { code: 7, details: ['x'] }],
    [
      'another step of a journey',
      'JourneyServiceResponse',
      { journeyStepId: 'action:information', data: { text: 'x' } },
    ],
  ],
  wrong: [
    ['a recommendation in small letters', 'VerificationResult', { status: 'complete', recommendation: 'allow' }],
    ['a recommendation that nobody has seen', 'VerificationResult', { status: 'complete', recommendation: 'APPROVE' }],
    ['a result without a status', 'VerificationResult', { recommendation: 'ALLOW' }],
    ['a mock of another decision', 'MockBehavior', { recommendation: 'REVIEW' }],
    ['a return address that is none', 'CreateVerificationRequest', { callback_url: 'done' }],
    ['a session without a token', 'VerificationSession', { session_id: 's' }],
    [
      'a picture that nobody has seen',
      'VerificationSession',
      { start_token: 't', session_id: 's', missing_images: ['x'] },
    ],
    [
      'an expiry without a zone',
      'VerificationSession',
      { start_token: 't', session_id: 's', expiration: '2026-03-01T12:30:00' },
    ],
    ['a token request without a secret', 'TokenRequest', { grant_type: 'client_credentials', client_id: 'c' }],
    ['a face without a reference', 'CreateFaceAuthenticationRequest', { use_case: 'login' }],
    ['a journey that comes back without a session', 'JourneyClientInput', { payload: { state: 's' } }],
  ],
});

it('CHECK_REASONS are those of the examples', () => {
  const reasons = read.examples
    .filter(({ schema }) => schema === 'VerificationResult')
    .flatMap(({ value }) => Object.values((value as VerificationResult).checks ?? {}))
    .flatMap((check) => (check as { reasons?: string[] }).reasons ?? []);
  expect(new Set<string>(CHECK_REASONS)).toEqual(new Set(reasons));
});
