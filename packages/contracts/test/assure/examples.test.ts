import { describe, expect, it } from 'vitest';
import {
  CHECK_RESULTS,
  DOCUMENT_TYPES,
  FAIL_REASON_TYPES,
  SIMILARITY_SCORES,
  SUB_RESULTS,
} from '../../src/assure/index.ts';
import type { AssureProcess } from '../../src/assure/index.ts';
import * as validators from '../../src/assure/validators.ts';
import { readSpecification } from '../specification.ts';
import { asJson, validatorOf } from '../validator-of.ts';

const { examples } = readSpecification('assure');

const PROCESS = { processId: 'p-1', status: 'pending' };
const CREATE = { provider: 'onfido', processType: 'documentSelfie' };

const RIGHT: readonly (readonly [title: string, schema: string, value: unknown])[] = [
  ['a token without its life', 'TokenResponse', { access_token: 'a.b.c', token_type: 'bearer' }],
  ['a token error with a description', 'TokenError', { error: 'invalid_client', error_description: 'unknown client' }],
  ['the smallest process', 'Process', PROCESS],
  ['another provider', 'CreateProcessRequest', { ...CREATE, provider: 'signicatvideoid', processType: 'substantial' }],
  [
    'parameters of another provider',
    'CreateProcessRequest',
    { ...CREATE, processParameters: { language: 'no', location: { countryOfResidence: 'NOR' } } },
  ],
  ['the location alone, as printed', 'ProcessParameters', { location: { countryOfResidence: 'PRT' } }],
  ['a refused consent', 'CreateProcessRequest', { ...CREATE, processParameters: { consents: { privacy: false } } }],
  [
    'results of another provider',
    'Process',
    { ...PROCESS, status: 'accepted', providerSpecific: { videoInterview: { agent: 'a' } } },
  ],
  ['errors of another provider', 'Process', { ...PROCESS, status: 'failed', errors: [{ code: 'x' }] }],
  [
    'words that nobody has seen',
    'Process',
    {
      ...PROCESS,
      status: 'inconclusive',
      providerSpecific: {
        facialSimilarity: { result: 'unidentified', similarityScore: 'very-high', livenessDetected: 'clear' },
        documentVerification: { result: 'consider', subResult: 'caution', issuingAuthority: 'clear' },
      },
    },
  ],
  [
    'a reason that nobody has seen',
    'Process',
    { ...PROCESS, status: 'failed', failReason: { type: 'timed_out', stage: 'face' } },
  ],
  ['a document that nobody has seen', 'DocumentTypeEntry', { documentType: 'voterCard', issuingCountries: ['IND'] }],
  ['a dossier with contents', 'Dossier', { dossierId: 'd-1', processes: [{ processId: 'p-1' }] }],
  ['a notification with a field of tomorrow', 'Notification', { dossierId: 'd', processId: 'p', status: 's', at: 1 }],
  ['a problem that says nothing', 'Problem', {}],
];

const WRONG: readonly (readonly [title: string, schema: string, value: unknown])[] = [
  ['a status that nobody has seen', 'Process', { ...PROCESS, status: 'approved' }],
  ['a process without a status', 'Process', { processId: 'p-1' }],
  ['a timestamp without a zone', 'Process', { ...PROCESS, createdAt: '2022-02-14T14:04:58' }],
  ['a failure without a type', 'Process', { ...PROCESS, status: 'failed', failReason: { message: 'x' } }],
  ['a verdict that is no word', 'Process', { ...PROCESS, providerSpecific: { facialSimilarity: { result: true } } }],
  ['no provider', 'CreateProcessRequest', { processType: 'document' }],
  ['a notification address that is none', 'CreateProcessRequest', { ...CREATE, notificationUrl: 'callbacks' }],
  [
    'a country in two letters',
    'CreateProcessRequest',
    { ...CREATE, processParameters: { location: { countryOfResidence: 'NO' } } },
  ],
  [
    'a consent that is no yes or no',
    'CreateProcessRequest',
    { ...CREATE, processParameters: { consents: { privacy: 'true' } } },
  ],
  ['another grant', 'TokenRequest', { grant_type: 'password' }],
  ['a life as a string', 'TokenResponse', { access_token: 'a', token_type: 'Bearer', expires_in: '600' }],
  ['an empty token', 'TokenResponse', { access_token: '', token_type: 'Bearer' }],
  ['a picture that is no data URL', 'SetImagesRequest', { front: '/9j/2Q==' }],
  ['a picture of another kind', 'SetImagesRequest', { front: 'data:image/webp;base64,AAAA' }],
  ['a depiction in small letters', 'Depiction', 'front'],
  ['a notification without a process', 'Notification', { dossierId: 'd', status: 'accepted' }],
];

describe('examples of the specification', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(60));

  it.each(examples.map((example) => [example.title, example] as const))('%s', (_, { schema, value }) => {
    expect(asJson(validatorOf(validators, schema).parse(value))).toEqual(value);
  });
});

describe('documented forms pass, and nothing of them is lost', () => {
  it.each(RIGHT)('%s', (_, schema, value) => {
    expect(asJson(validatorOf(validators, schema).parse(value))).toEqual(value);
  });
});

describe('wrong forms do not', () => {
  it.each(WRONG)('%s', (_, schema, value) => {
    expect(validatorOf(validators, schema).safeParse(value).success).toBe(false);
  });
});

it('the vocabularies know every word of the examples', () => {
  const processes = examples.filter(({ schema }) => schema === 'Process').map(({ value }) => value as AssureProcess);
  const wordsOf = (pick: (process: AssureProcess) => string | undefined): string[] =>
    processes.map(pick).filter((word) => word !== undefined);
  expect(SIMILARITY_SCORES).toEqual(
    expect.arrayContaining(wordsOf(({ providerSpecific }) => providerSpecific?.facialSimilarity?.similarityScore)),
  );
  expect(SUB_RESULTS).toEqual(
    expect.arrayContaining(wordsOf(({ providerSpecific }) => providerSpecific?.documentVerification?.subResult)),
  );
  expect(DOCUMENT_TYPES).toEqual(
    expect.arrayContaining(wordsOf(({ providerSpecific }) => providerSpecific?.documentVerification?.documentType)),
  );
  expect(CHECK_RESULTS).toEqual(
    expect.arrayContaining(wordsOf(({ providerSpecific }) => providerSpecific?.documentVerification?.result)),
  );
  expect(FAIL_REASON_TYPES).toEqual(expect.arrayContaining(wordsOf(({ failReason }) => failReason?.type)));
});

it('a refusal does not repeat what it refuses', () => {
  const secret = 'canary-4711';
  const attempts = [
    validators.tokenResponse.safeParse({ access_token: [secret], token_type: secret, expires_in: secret }),
    validators.process.safeParse({ processId: 1, status: secret, finalResult: { firstName: [secret] } }),
    validators.setImagesRequest.safeParse({ front: secret }),
  ];
  for (const { success, error } of attempts) {
    expect(success).toBe(false);
    expect(`${error?.message}${JSON.stringify(error?.issues)}`).not.toContain(secret);
  }
});
