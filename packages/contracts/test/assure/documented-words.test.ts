import { describe, expect, it } from 'vitest';
import * as assure from '../../src/assure/index.ts';
import * as validators from '../../src/assure/validators.ts';
import { eachFieldIsKnown } from '../check-fields.ts';

// Transcribed from the vendor's page of the provider Onfido, and not from the specification: both can be wrong together only there.

describe('words of the page', () => {
  const ENDS = ['accepted', 'rejected', 'inconclusive', 'canceled', 'failed'] as const;
  it.each<[what: string, ours: readonly string[], printed: readonly string[]]>([
    ['the final statuses', assure.FINAL_STATUSES, ENDS satisfies readonly assure.ProcessStatus[]],
    ['the process types', assure.PROCESS_TYPES, ['document', 'documentSelfie', 'documentVideo']],
    ['the results of a check', assure.CHECK_RESULTS, ['clear', 'consider']],
  ])('%s are these and no others', (_, ours, printed) => {
    expect([...ours].sort()).toEqual([...printed].sort());
  });

  it.each<[what: string, ours: readonly string[], printed: readonly string[]]>([
    ['a process before its start', assure.PROCESS_STATUSES, ['pending', ...ENDS]],
    ['the pictures of a process', assure.DEPICTIONS, ['FRONT', 'BACK', 'SELFIE', 'PORTRAIT']],
    ['the provider', assure.PROVIDERS, ['onfido']],
    ['the documents of requests and results', assure.DOCUMENT_TYPES, ['passport', 'identityCard', 'unknown']],
    ['the results below a result', assure.SUB_RESULTS, ['clear', 'suspected', 'rejected']],
    ['how alike two faces are', assure.SIMILARITY_SCORES, ['medium', 'high']],
    ['why a process failed', assure.FAIL_REASON_TYPES, ['upload_failed']],
  ])('%s: the printed ones are known', (_, ours, printed) => {
    expect(ours).toEqual(expect.arrayContaining([...printed]));
  });

  it.each(ENDS)('a process can be %s', (status) => {
    expect(validators.process.parse({ processId: 'p', status }).status).toBe(status);
  });
});

describe('fields of the page', () => {
  const check = (schema: string, fields: readonly string[]) => fields.map((field) => [schema, field, 'clear'] as const);
  eachFieldIsKnown(
    validators,
    {
      CreateProcessRequest: { provider: 'onfido', processType: 'documentSelfie' },
      Process: { processId: 'p', status: 'pending' },
      FailReason: { type: 'upload_failed' },
      StartCaptureRequest: { providers: [{ provider: 'onfido', processType: 'document' }] },
    },
    [
      ['Dossier', 'dossierId', 'd'],
      ['CreateProcessRequest', 'provider', 'onfido'],
      ['CreateProcessRequest', 'processType', 'documentVideo'],
      ['CreateProcessRequest', 'documentType', 'passport'],
      ['CreateProcessRequest', 'notificationUrl', 'https://webhook.site/#!/705bcdd5-72dc-4018-832f-5b64ba26b5d8'],
      ['CreateProcessRequest', 'processParameters', { mobileAppId: 'com.example.mymobileapp' }],
      ['ProcessParameters', 'location', { countryOfResidence: 'PRT' }],
      ['ProcessParameters', 'consents', { privacy: true }],
      ['ProcessParameters', 'mobileAppId', 'com.example.mymobileapp'],
      ['Location', 'countryOfResidence', 'USA'],
      ['Location', 'ipAddress', '176.78.162.201'],
      ['Consents', 'privacy', true],
      ['Process', 'processId', '710a4326-ef7f-4bed-85c4-aa523f742742'],
      ['Process', 'status', 'inconclusive'],
      ['Process', 'createdAt', '2019-04-12T09:35:19Z'],
      ['Process', 'updatedAt', '2019-04-14T09:35:19Z'],
      ['Process', 'authorization', 'a.b.c'],
      ['Process', 'provider', 'onfido'],
      ['Process', 'processType', 'document'],
      ['Process', 'notificationUrl', 'https://mycallback-url.com'],
      ['Process', 'finalResult', { firstName: 'MARIA PAULA' }],
      ['Process', 'providerSpecific', {}],
      ['Process', 'failReason', { type: 'upload_failed', message: 'x' }],
      ['FailReason', 'type', 'upload_failed'],
      ['FailReason', 'message', 'x'],
      ['FinalResult', 'firstName', 'MARIA PAULA'],
      ['FinalResult', 'lastName', 'SANTOS MENDES'],
      ['FinalResult', 'dateOfExpiry', '2020-07-08'],
      ['FinalResult', 'gender', 'F'],
      ['FinalResult', 'nationality', 'PRT'],
      ['FinalResult', 'documentType', 'identityCard'],
      ['FinalResult', 'documentNumber', '1234567890'],
      ['FinalResult', 'issuingCountry', 'PRT'],
      ['FinalResult', 'dateOfBirth', '2002-04-29'],
      ['FinalResult', 'similarityScore', 'high'],
      ['ProviderSpecific', 'facialSimilarity', { result: 'consider' }],
      ['ProviderSpecific', 'documentVerification', { subResult: 'rejected' }],
      ...check('FacialSimilarity', ['result', 'imageIntegrity', 'faceComparison', 'visualAuthenticity']),
      ['FacialSimilarity', 'similarityScore', 'medium'],
      ...check('DocumentVerification', [
        'result',
        'subResult',
        'dataConsistency',
        'ageValidation',
        'policeRecord',
        'dataValidation',
        'imageIntegrity',
        'dataComparison',
        'visualAuthenticity',
        'compromisedDocument',
      ]),
      ['DocumentVerification', 'firstName', 'LAERKE OEYVOR AASE'],
      ['DocumentVerification', 'lastName', 'SPECIMEN'],
      ['DocumentVerification', 'dateOfBirth', '2002-04-29'],
      ['DocumentVerification', 'dateOfExpiry', '2024-11-01'],
      ['DocumentVerification', 'gender', 'F'],
      ['DocumentVerification', 'nationality', 'NOR'],
      ['DocumentVerification', 'issuingCountry', 'NOR'],
      ['DocumentVerification', 'documentType', 'unknown'],
      ['DocumentVerification', 'documentNumber', '00000000'],
      ['DocumentVerification', 'mrzLine1', 'PVNORSPECIMEN<<LAERKE<OEYVOR<AASE<<<<<<<<<<<'],
      ['DocumentVerification', 'mrzLine2', '00000000<0NOR7505319F24110154197505311234586'],
      ['StartCaptureRequest', 'sdk', 'native'],
      ['CaptureConfiguration', 'onfidoConfig', { workflow: 'x' }],
    ],
  );
});
