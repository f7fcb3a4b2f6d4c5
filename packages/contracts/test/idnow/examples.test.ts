import { describe, expect, it } from 'vitest';
import {
  ASSURANCE_LEVEL,
  TRUST_FRAMEWORK,
  VERIFICATION_CHECKS,
  type IdnowSession,
  type Verification,
} from '../../src/idnow/index.ts';
import * as validators from '../../src/idnow/validators.ts';
import { describeExamples } from '../check-examples.ts';
import { readSpecification } from '../specification.ts';

const read = readSpecification('idnow');
const CREATE = { metadata: { subjectId: 's' } };
const EVENT = { eventId: 'e', eventName: 'session.completed', payload: { sessionId: 's', sessionStatus: 'COMPLETED' } };
const CLAIMS = { iss: 'i', aud: 'a', exp: 2, iat: 1, data: EVENT };
const METHOD = { type: 'biometric', checks: [], evidence: [] };

describeExamples(read, validators, {
  atLeast: 25,
  right: [
    ['a data block that nobody has seen', 'CreateSessionRequest', { ...CREATE, input: { phone: { number: 'x' } } }],
    [
      'a session of an older page',
      'Session',
      { sessionId: 's', sessionStatus: 'RUNNING', lastStep: { stepName: 'x' } },
    ],
    [
      'results that are references',
      'Session',
      { sessionId: 's', sessionStatus: 'COMPLETED', results: { face: { $ref: 'x' } } },
    ],
    ['checks in the other shape', 'VerificationCheck', { type: 'livenessDetection', result: 'passed' }],
    ['a verification without times', 'Verification', { status: 'aborted', methods: [METHOD], verifiedAt: null }],
    ['an event', 'EventClaims', CLAIMS],
    ['an event for several', 'EventClaims', { ...CLAIMS, aud: ['a', 'b'] }],
    [
      'an event with its step',
      'EventData',
      { ...EVENT, eventDeliverId: 'd', eventVersion: 1, eventSequence: 2, lastStepStatus: 'verified' },
    ],
    ['claims of a transaction that nobody has seen', 'TransactionClaims', { txn: { data: 'x' } }],
  ],
  wrong: [
    ['a session without a subject', 'CreateSessionRequest', { metadata: { locale: 'en' } }],
    ['a state that is too long', 'CreateSessionRequest', { ...CREATE, state: 'x'.repeat(2049) }],
    ['an outcome that nobody has seen', 'Session', { sessionId: 's', sessionStatus: 'COMPLETED', outcome: 'approved' }],
    ['a status that nobody has seen', 'Session', { sessionId: 's', sessionStatus: 'DONE' }],
    ['a verification that nobody has seen', 'Verification', { status: 'passed', methods: [METHOD] }],
    ['a check that is neither', 'VerificationCheck', { livenessDetection: 'inconclusive' }],
    ['a verification without methods', 'Verification', { status: 'verified' }],
    ['a reference out of the vault', 'VaultReference', { $ref: 'https://a.example', $id: 'x' }],
    ['an authentication that nobody has seen', 'AuthenticationResult', { result: 'maybe' }],
    ["an event without a signature's times", 'EventClaims', { iss: 'i', aud: 'a', data: EVENT }],
    ['an event for nobody', 'EventClaims', { iss: 'i', exp: 2, iat: 1, data: EVENT }],
    ['a user in small letters', 'UserReference', { subjectId: '' }],
  ],
});

describe("the block Verification of the examples is as the page's list says", () => {
  const blocks = read.examples
    .filter(({ schema }) => schema === 'Session')
    .map(({ value }) => (value as IdnowSession).results?.verification)
    .filter((block): block is Verification => block !== undefined);
  const checksOf = ({ methods }: Verification): Record<string, unknown> =>
    Object.assign({}, ...(methods[0]?.checks ?? [])) as Record<string, unknown>;
  const all = (outcome: string): Record<string, string> =>
    Object.fromEntries(VERIFICATION_CHECKS.map((name) => [name, outcome]));

  it.each(blocks.map((block) => [block.status, block] as const))('%s', (status, block) => {
    const success = status === 'verified';
    expect(block.provider).toBe('keyless');
    expect(block.methods.map(({ type }) => type)).toEqual(['biometric']);
    expect(checksOf(block)).toEqual(success ? all('passed') : status === 'rejected' ? all('failed') : {});
    expect(block.methods[0]?.evidence.map(({ type, ref }) => [type, ref.$ref])).toEqual(
      success ? [['transactionJwt', 'vault']] : [],
    );
    expect(block.trustFramework).toBe(success ? TRUST_FRAMEWORK : null);
    expect(block.assuranceLevel).toBe(success ? ASSURANCE_LEVEL : null);
  });
});
