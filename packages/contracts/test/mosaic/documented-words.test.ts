import { describe, expect, it } from 'vitest';
import * as mosaic from '../../src/mosaic/index.ts';
import * as validators from '../../src/mosaic/validators.ts';
import { eachFieldIsKnown } from '../check-fields.ts';

// Transcribed from the vendor's page of the journey's step "Identity Verification", and not from the specification.

describe('words of the page', () => {
  const RECOMMENDATIONS = ['ALLOW', 'CHALLENGE', 'DENY'] as const satisfies readonly mosaic.Recommendation[];

  it('the recommendations are these three and no others', () => {
    expect([...mosaic.RECOMMENDATIONS].sort()).toEqual([...RECOMMENDATIONS].sort());
  });

  it.each(RECOMMENDATIONS)('a mock can recommend %s', (recommendation) => {
    expect(validators.mockBehavior.parse({ recommendation })).toEqual({ recommendation });
  });

  it('the step is told by its id', () => expect(mosaic.JOURNEY_STEP_ID).toBe('identityVerification'));

  it('a session that asks for pictures again says so', () => {
    expect(mosaic.SESSION_STATUSES).toContain('recapture');
    expect(mosaic.WEB_CALLBACKS).toContain('recapture');
  });
});

describe('fields of the page', () => {
  const PAYLOAD = { endpoint: 'https://mosaic.example/verify/app/t', state: 's', session: 'i' };
  eachFieldIsKnown(
    validators,
    {
      JourneyPayload: PAYLOAD,
      JourneyReturn: { state: 's', sessionId: 'i' },
      VerificationResult: { status: 'complete' },
    },
    [
      ['JourneyServiceResponse', 'journeyStepId', 'identityVerification'],
      ['JourneyServiceResponse', 'data', { payload: PAYLOAD }],
      ['JourneyData', 'payload', PAYLOAD],
      ['JourneyPayload', 'endpoint', 'https://mosaic.example/verify/app/t'],
      ['JourneyPayload', 'base_endpoint', 'https://mosaic.example/verify/app'],
      ['JourneyPayload', 'start_token', 't'],
      ['JourneyPayload', 'state', 's'],
      ['JourneyPayload', 'session', 'i'],
      ['JourneyClientInput', 'payload', { state: 's', sessionId: 'i' }],
      ['JourneyReturn', 'state', 's'],
      ['JourneyReturn', 'sessionId', 'i'],
      ['CreateVerificationRequest', 'callback_url', 'https://partner.example.com/done'],
      ['CreateVerificationRequest', 'mock_behavior', { recommendation: 'ALLOW' }],
      ['MockBehavior', 'recommendation', 'DENY'],
      ['VerificationResult', 'verified_info', { document: { type: 'passport' }, person: { given_name: 'ANNA' } }],
      ['VerifiedInfo', 'document', { type: 'passport' }],
      ['VerifiedInfo', 'person', { given_name: 'ANNA' }],
      ['VerifiedDocument', 'type', 'passport'],
      ['VerifiedPerson', 'given_name', 'ANNA'],
    ],
  );
});
