import { INDONESIAN, UTOPIAN, UTOPIAN_EXPIRED, UTOPIAN_MINOR } from '@bonafide/testkit/specimens';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import {
  type Backend,
  createProcess,
  dataUrl,
  ended,
  openBackend,
  setImages,
  startVerification,
} from './support/assure.ts';
import { call, confirm, details, settled, start, upload, uploadUrls } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { anotherSelfie, photographed, selfie, twoFaces } from './support/specimens.ts';

// Rendered documents with a real face, photographed on a desk, through the real verifier: found, read, compared, judged.

const KTP_PARTNER = 'ACME-SDK-COE_KTP_SCAN';

let sandbox: TestSandbox;
let backend: Backend;

beforeAll(async () => {
  sandbox = await openTestSandbox({
    processor: createVerifierProcessor({ threads: 1, deadlineMs: 60_000 }),
    clients: [{ ...ACME, onboardingPartners: [KTP_PARTNER], minimumAgeYears: 17 }],
  });
  backend = await openBackend(sandbox);
});
afterAll(() => sandbox.close());

const passport = (changes: object = {}) => ({ kind: 'passport', holder: UTOPIAN, ...changes }) as const;

/** A process of these pictures, to its end; with what the control page knows of it. */
async function judged(
  front: Uint8Array,
  others: { readonly back?: Uint8Array; readonly selfie?: Uint8Array; readonly documentType?: string } = {},
) {
  const open = await createProcess(backend, { request: { documentType: others.documentType ?? 'passport' } });
  await setImages(backend, open, {
    front: dataUrl(front),
    ...(others.back === undefined ? {} : { back: dataUrl(others.back) }),
    selfie: dataUrl(others.selfie ?? (await selfie())),
  });
  expect((await startVerification(backend, open)).status).toBe(202);
  const { body } = await ended(backend, open);
  const { body: shown } = await call(sandbox, `/control/api/processes/${open.processId}`);
  return { body, document: body.providerSpecific?.documentVerification, evidence: shown.evidence };
}

describe('Assure, on real pictures', () => {
  it('accepts a passport with its holder', async () => {
    const { body, document } = await judged(await photographed(passport()));
    expect(body.status).toBe('accepted');
    expect(body.finalResult).toMatchObject({
      firstName: 'MIRA SOLENE',
      lastName: 'RAFAELSEN QUILL',
      dateOfBirth: '1989-03-14',
      dateOfExpiry: '2034-06-01',
      gender: 'F',
      nationality: 'UTO',
      issuingCountry: 'UTO',
      documentType: 'passport',
      documentNumber: 'U4L07K512',
      similarityScore: 'high',
    });
    expect(document).toMatchObject({ result: 'clear', subResult: 'clear', ageValidation: 'clear' });
    for (const check of ['policeRecord', 'compromisedDocument', 'dataComparison']) {
      expect(document).not.toHaveProperty(check);
    }
  });

  it('accepts an identity card by both its sides', async () => {
    const { body } = await judged(await photographed({ kind: 'id-card-front', holder: UTOPIAN }), {
      back: await photographed({ kind: 'id-card-back', holder: UTOPIAN }),
      documentType: 'identityCard',
    });
    expect(body.status).toBe('accepted');
    expect(body.finalResult).toMatchObject({ documentType: 'identityCard', documentNumber: 'U4L07K512' });
  });

  it('leaves another face open', async () => {
    const { body } = await judged(await photographed(passport()), { selfie: await anotherSelfie() });
    expect(body.status).toBe('inconclusive');
    expect(body).not.toHaveProperty('finalResult');
    expect(body.providerSpecific.facialSimilarity).toMatchObject({ result: 'consider', faceComparison: 'consider' });
  });

  it('fails for two faces', async () => {
    const { body } = await judged(await photographed(passport()), { selfie: await twoFaces() });
    expect(body.status).toBe('failed');
    expect(body.failReason).toEqual({ type: 'upload_failed', message: expect.stringContaining('Multiple faces') });
  });

  it('leaves an expired document open', async () => {
    const { body, document, evidence } = await judged(await photographed(passport({ holder: UTOPIAN_EXPIRED })));
    expect(body.status).toBe('inconclusive');
    expect(document).toMatchObject({ result: 'consider', subResult: 'suspected', dataValidation: 'consider' });
    expect(JSON.stringify(evidence.document.checks)).toContain('expired');
  });

  it('rejects a holder who is too young', async () => {
    const { body, document } = await judged(await photographed(passport({ holder: UTOPIAN_MINOR })));
    expect(body.status).toBe('rejected');
    expect(document).toMatchObject({ subResult: 'rejected', ageValidation: 'consider' });
  });

  it('rejects a blurred picture, and says that another would help', async () => {
    const { body, document, evidence } = await judged(await photographed(passport(), { blurPx: 9 }));
    expect(body.status).toBe('rejected');
    expect(document).toMatchObject({ subResult: 'rejected', imageIntegrity: 'consider' });
    expect(evidence.document.recapture).toEqual(['front']);
  });

  it.each([
    ['photocopy', 'copy-suspected'],
    ['screen', 'screen-suspected'],
  ] as const)('suspects a %s', async (medium, reason) => {
    const { body, document, evidence } = await judged(
      await photographed(passport(), { medium, surface: 'stone', spanRatio: 0.6 }),
    );
    expect(body.status).toBe('inconclusive');
    expect(document).toMatchObject({ result: 'consider', subResult: 'suspected', visualAuthenticity: 'consider' });
    expect(JSON.stringify(evidence.document.checks)).toContain(reason);
    expect(body).not.toHaveProperty('finalResult');
  });

  it('leaves a passport open whose print says otherwise than its zone', async () => {
    const printed = { lastName: 'SOMEBODY ELSE', dateOfBirth: '1961-01-02' };
    const { body, document } = await judged(await photographed(passport({ printed })));
    expect(body.status).toBe('inconclusive');
    expect(document).toMatchObject({ subResult: 'suspected', dataConsistency: 'consider' });
  });

  it('rejects a picture without a document', async () => {
    const { body, document } = await judged(await selfie());
    expect(body.status).toBe('rejected');
    expect(document).toMatchObject({ subResult: 'rejected', documentType: 'unknown' });
  });
});

describe('OneKYC, on real pictures', () => {
  async function attempt(flow: string, pictures: Readonly<Record<string, Uint8Array<ArrayBuffer>>>) {
    const started = await start(sandbox, { flow, onboardingPartner: KTP_PARTNER });
    const { body } = await uploadUrls(sandbox, started, flow);
    const { submissionId, documents } = body.data;
    for (const [type, bytes] of Object.entries(pictures)) await upload(sandbox, documents[type].documentUrl, bytes);
    await confirm(sandbox, started, submissionId);
    const last = await settled(sandbox, started, submissionId);
    return { last, data: (await details(sandbox, started.partnerToken, { submissionId })).body.data };
  }

  it('reads a KTP', async () => {
    const { data } = await attempt('KTP_SCAN', { KTP: await photographed({ kind: 'ktp', holder: INDONESIAN }) });
    expect(data).toMatchObject({ status: 'COMPLETED', result: 'VALID', reasonCode: null });
    expect(data.submissionDetails.ktpData).toMatchObject({
      nik: INDONESIAN.nik,
      name: INDONESIAN.name,
      dateOfBirth: '14-03-1989',
      gender: 'female',
      // Without the full stops of abbreviations.
      address: 'JL MELATI FIKTIF NO 12',
      rt: '004',
      rw: '011',
      town: INDONESIAN.village,
      district: INDONESIAN.district,
      religion: INDONESIAN.religion,
    });
  });

  it.each([
    ['a passport', () => photographed(passport()), 'INVALID_DOCUMENT', 'NOT_EKTP'],
    [
      'a face',
      () => photographed(passport(), { exposure: 0, noise0to255: 0 }),
      'DOCUMENT_NOT_FOUND',
      'DOCUMENT_NOT_FOUND',
    ],
  ] as const)('does not take %s for a KTP', async (_, picture, reasonCode, ktp) => {
    const { last, data } = await attempt('KTP_SCAN', { KTP: await picture() });
    expect(last.nextAction).toBe('RETRY');
    expect(data).toMatchObject({ result: 'INVALID', reasonCode });
    expect(data.submissionDetails.verificationResults.referenceImageValidation.ktp).toEqual({
      verificationResult: false,
      verificationReasonCode: ktp,
    });
  });
});
