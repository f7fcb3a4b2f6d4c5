import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  deletedOutcome,
  PROVIDERS,
  toJourneyEnd,
  toOutcomeAssure,
  toOutcomeFaceOidc,
  toOutcomeIdnow,
  toOutcomeMosaic,
  toOutcomeOneKyc,
  type Outcome,
} from '../../src/outcome/index.ts';
import { JOURNEY_ENDS } from '../../src/codes/index.ts';
import { END_OF_STATUS, FINAL_STATUSES } from '../../src/capture-backend/index.ts';
import * as validators from '../../src/outcome/validators.ts';
import { readSpecification } from '../specification.ts';

/** Which mapping takes a body of this schema, and how many examples of it there are at least. */
const MAPPINGS: readonly (readonly [spec: string, schema: string, atLeast: number, map: (body: unknown) => Outcome])[] =
  [
    ['onekyc', 'SubmissionDetailsResponse', 4, (body) => toOutcomeOneKyc({ from: 'details', body })],
    ['onekyc', 'SubmissionStatusResponse', 4, (body) => toOutcomeOneKyc({ from: 'status', body })],
    ['onekyc', 'CallbackPayload', 2, (body) => toOutcomeOneKyc({ from: 'callback', body, verified: true })],
    ['onekyc', 'ErrorResponse', 20, (body) => toOutcomeOneKyc({ from: 'error', httpStatus: 400, body })],
    ['assure', 'Process', 7, (body) => toOutcomeAssure({ from: 'process', body })],
    ['assure', 'Notification', 2, (body) => toOutcomeAssure({ from: 'callback', body })],
    ['assure', 'Problem', 10, (body) => toOutcomeAssure({ from: 'error', httpStatus: 400, body })],
    ['idnow', 'Session', 12, (body) => toOutcomeIdnow({ from: 'session', body })],
    ['mosaic', 'VerificationResult', 5, (body) => toOutcomeMosaic({ from: 'result', body })],
    ['mosaic', 'FaceAuthenticationResult', 3, (body) => toOutcomeMosaic({ from: 'face-auth', body })],
    ['mosaic', 'VerificationStatus', 4, (body) => toOutcomeMosaic({ from: 'status', body })],
    ['mosaic', 'JourneyServiceResponse', 5, (body) => toOutcomeMosaic({ from: 'journey', response: body })],
    ['face-oidc', 'UserInfo', 2, (body) => toOutcomeFaceOidc({ from: 'claims', claims: body, state: 'af0ifjsldkj' })],
    ['face-oidc', 'OAuthError', 5, (body) => toOutcomeFaceOidc({ from: 'token-error', httpStatus: 400, body })],
  ];

describe.each(MAPPINGS)('every example of %s %s', (spec, schema, atLeast, map) => {
  const examples = readSpecification(spec).examples.filter((example) => example.schema === schema);

  it('is there', () => expect(examples.length).toBeGreaterThanOrEqual(atLeast));

  it.each(examples.map(({ title, value }) => [title, value] as const))('%s maps, and nothing is lost', (_, body) => {
    const outcome = map(body);
    expect(outcome.native.raw).toBe(body);
    expect(validators.outcome.safeParse(JSON.parse(JSON.stringify(outcome))).success).toBe(true);
    const words = Object.values({ ...outcome.native, provider: '', product: '', channel: '' }).filter(
      (word): word is string => typeof word === 'string' && word !== '',
    );
    const text = JSON.stringify(body);
    for (const word of words) if (!['code', 'true', 'false'].includes(word)) expect(text).toContain(word);
  });

  it('tells the same twice, and leaves the body as it was', () => {
    for (const { value } of examples) {
      const before = JSON.stringify(value);
      expect(map(value)).toEqual(map(value));
      expect(JSON.stringify(value)).toBe(before);
    }
  });
});

it('the accepted examples are those that the specifications call so', () => {
  const accepted = MAPPINGS.flatMap(([spec, schema, , map]) =>
    readSpecification(spec)
      .examples.filter((example) => example.schema === schema && map(example.value).decision === 'accepted')
      .map(({ title }) => `${spec} ${title}`),
  );
  expect(accepted.sort()).toEqual([
    'assure getProcess 200 accepted',
    'face-oidc getUserInfo 200 livenessInBrowser',
    'face-oidc getUserInfo 200 profileByEmail',
    'face-oidc postUserInfo 200 livenessInBrowser',
    'face-oidc postUserInfo 200 profileByEmail',
    'idnow getSession 200 authenticatedV1',
    'idnow getSession 200 enrolled',
    'idnow getSession 200 verified',
    'mosaic getFaceAuthenticationResult 200 allow',
    'mosaic getVerificationResult 200 allow',
    'mosaic getVerificationResult 200 nested',
    'onekyc getSubmissionDetails 200 ktpScan',
    'onekyc getSubmissionDetails 200 valid',
    'onekyc getSubmissionDetails 200 withEvidence',
    'onekyc postSubmissionCallback request valid',
  ]);
});

describe('what was mapped', () => {
  const secret = 'canary-4711';
  const outcome = toOutcomeAssure({
    from: 'process',
    body: { status: 'accepted', finalResult: { firstName: secret } },
  });

  it('is there for whoever asks', () => {
    expect(outcome.native.raw).toEqual({ status: 'accepted', finalResult: { firstName: secret } });
  });

  it.each([
    ['JSON', JSON.stringify(outcome)],
    ['a log', inspect(outcome, { depth: null })],
    ['a clone', JSON.stringify(structuredClone(outcome))],
    ['a spread', JSON.stringify({ ...outcome.native })],
    ['a validator', JSON.stringify(validators.outcome.parse(outcome))],
  ])('is not in %s', (_, text) => expect(text).not.toContain(secret));
});

describe('the validator', () => {
  it('refuses an acceptance that nothing stands behind', () => {
    const outcome = toOutcomeMosaic({ from: 'result', body: { status: 'complete', recommendation: 'ALLOW' } });
    expect(validators.outcome.safeParse(outcome).success).toBe(true);
    expect(validators.outcome.safeParse({ ...outcome, authoritative: false }).success).toBe(false);
  });

  it.each(PROVIDERS)('takes what was deleted at %s', (provider) => {
    const outcome = deletedOutcome(provider);
    expect(validators.outcome.parse(outcome)).toEqual(outcome);
    expect(toJourneyEnd(outcome)).toBe('expired');
  });
});

describe('the end of a journey', () => {
  it.each(FINAL_STATUSES)('a check that is %s ends in the page as its outcome does', (status) => {
    const outcome = toOutcomeAssure({ from: 'process', body: { status } });
    expect(END_OF_STATUS[status]).toBe(toJourneyEnd(outcome));
  });

  it('is none while something is to come', () => {
    for (const status of ['pending', 'processing']) {
      expect(toJourneyEnd(toOutcomeAssure({ from: 'process', body: { status } }))).toBeNull();
    }
  });

  it('of what is over and not understood is for somebody to look at', () => {
    expect(toJourneyEnd(toOutcomeOneKyc({ from: 'details', body: { status: 'COMPLETED', result: 'APPROVED' } }))).toBe(
      'review',
    );
  });

  it('has an error code exactly where something went wrong', () => {
    const well = Object.entries(JOURNEY_ENDS).filter(([, code]) => code === null);
    expect(well.map(([end]) => end).sort()).toEqual(['passed', 'review']);
  });
});
