import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  captureEvidence,
  confirm,
  details,
  settled,
  start,
  type Started,
  upload,
  uploadUrls,
} from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture, type Verdict } from './support/pictures.ts';

const KTP_PARTNER = 'ACME-SDK-COE_KTP_SCAN';

let sandbox: TestSandbox;

beforeAll(async () => {
  const onboardingPartners = [...ACME.onboardingPartners, KTP_PARTNER];
  sandbox = await openTestSandbox({ clients: [{ ...ACME, onboardingPartners, minimumAgeYears: 17 }] });
});
afterAll(() => sandbox.close());

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const begin = (flow: string, scenario?: unknown): Promise<Started> =>
  start(sandbox, { flow, onboardingPartner: KTP_PARTNER, ...(scenario === undefined ? {} : { scenario }) });

/** One attempt: uploads what is asked for, confirms, and reads what the browser and the partner are told. */
async function attempt(started: Started, flow: string, verdicts: Partial<Record<'KTP' | 'SELFIE', Verdict>>) {
  const { body } = await uploadUrls(sandbox, started, flow);
  const { submissionId, documents } = body.data;
  const asked = Object.keys(documents) as ('KTP' | 'SELFIE')[];
  for (const type of asked) await upload(sandbox, documents[type].documentUrl, picture(verdicts[type] ?? 'live'));
  const selfie = asked.includes('SELFIE') ? picture(verdicts.SELFIE ?? 'live') : null;
  const evidence = selfie === null ? undefined : { bonafide: captureEvidence(selfie) };
  await confirm(sandbox, started, submissionId, evidence);
  const last = await settled(sandbox, started, submissionId);
  const { data } = (await details(sandbox, started.partnerToken, { submissionId })).body;
  return { asked, last, data };
}

describe('KTP_SCAN', () => {
  it('reads a card, and hands on what stands on it and where its picture is', async () => {
    const { asked, last, data } = await attempt(await begin('KTP_SCAN'), 'KTP_SCAN', { KTP: 'ktp' });
    expect(asked).toEqual(['KTP']);
    expect(last).toMatchObject({ status: 'COMPLETED', nextAction: 'EXIT', documents: { KTP: { status: 'VERIFIED' } } });
    expect(data).toMatchObject({ flow: 'KTP_SCAN', result: 'VALID', reasonCode: null });
    const { ktpData, imageUrls, verificationResults } = data.submissionDetails;
    // The address was read without confidence.
    expect(ktpData).toEqual({
      nik: '9901014302900001',
      name: 'ANNA SPECIMEN',
      dateOfBirth: '03-02-1990',
      gender: 'female',
    });
    expect((await sandbox.fetch(new Request(imageUrls.ktp))).status).toBe(200);
    expect(verificationResults.referenceImageValidation).toEqual({
      ktp: { verificationResult: true, verificationReasonCode: '' },
    });
    // Checks that were not made are named as such.
    expect(verificationResults.document).toMatchObject({ result: true });
    expect(verificationResults.document.checks).toContainEqual({
      name: 'policeRecord',
      outcome: 'not-made',
      reasons: ['no-register'],
    });
    expect(verificationResults).not.toHaveProperty('liveness');
  });

  it.each([
    ['no-document', 'COMPLETED', 'DOCUMENT_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'REJECTED', 'no-document'],
    ['document', 'COMPLETED', 'INVALID_DOCUMENT', 'NOT_EKTP', 'REJECTED', 'type-not-expected'],
    ['copy', 'COMPLETED', 'INVALID_DOCUMENT', 'NOT_EKTP', 'REJECTED', 'type-not-expected'],
    ['unclear-document', 'ERROR', 'VERIFICATION_FAILED', 'INVALID_DOCUMENT', 'INVALID', 'blurry'],
    ['unreadable', 'ERROR', 'VERIFICATION_FAILED', 'DOCUMENT_NOT_FOUND', 'INVALID', 'file-damaged'],
  ] as const)(
    '%s: %s, %s, and says what to do better',
    async (verdict, status, reasonCode, ktp, documentStatus, reason) => {
      const { last, data } = await attempt(await begin('KTP_SCAN'), 'KTP_SCAN', { KTP: verdict });
      expect(last).toMatchObject({
        status,
        nextAction: 'RETRY',
        documents: { KTP: { status: documentStatus, reason } },
      });
      expect(data).toMatchObject({ status, reasonCode });
      expect(data.submissionDetails.verificationResults.referenceImageValidation).toEqual({
        ktp: { verificationResult: false, verificationReasonCode: ktp },
      });
    },
  );

  it('ends with the last attempt', async () => {
    const started = await begin('KTP_SCAN', { attempts: 1 });
    expect((await attempt(started, 'KTP_SCAN', { KTP: 'no-document' })).last.nextAction).toBe('EXIT');
  });
});

describe('what the page says of a KTP', () => {
  const shown = async (submissionId: string) =>
    (await call(sandbox, `/control/api/submissions/${submissionId}`)).body as {
      readonly clientEvidence: unknown;
      readonly evidence: { readonly disagreements: readonly string[] };
    };
  const claim = (verdict: Verdict, nikValid: boolean | null) => ({
    documents: { ktp: { digest: digestOf(picture(verdict)), read: { ktp: nikValid === null ? null : { nikValid } } } },
  });

  it.each([
    ['ktp', true, []],
    ['ktp', null, ['ktp-number']],
    ['document', true, ['ktp-number']],
    ['document', false, []],
  ] as const)(
    'of %s, that its number is good: %s, is compared, and decides nothing',
    async (verdict, nikValid, found) => {
      const started = await begin('KTP_SCAN');
      const { submissionId, documents } = (await uploadUrls(sandbox, started, 'KTP_SCAN')).body.data;
      await upload(sandbox, documents.KTP.documentUrl, picture(verdict));
      await confirm(sandbox, started, submissionId, claim(verdict, nikValid));
      const { nextAction } = await settled(sandbox, started, submissionId);
      expect(nextAction).toBe(verdict === 'ktp' ? 'EXIT' : 'RETRY');
      expect((await shown(submissionId)).evidence.disagreements).toEqual(found);
    },
  );

  it('is refused when it is of another picture', async () => {
    const started = await begin('KTP_SCAN');
    const { submissionId, documents } = (await uploadUrls(sandbox, started, 'KTP_SCAN')).body.data;
    await upload(sandbox, documents.KTP.documentUrl, picture('ktp'));
    const answer = await confirm(sandbox, started, submissionId, claim('document', true));
    expect([answer.status, answer.body.errors[0].cause]).toEqual([422, 'INVALID_UPLOAD_ARTIFACT']);
  });

  it('stays with a card that is kept while the selfie is asked for again, and goes with one that is not', async () => {
    const started = await begin('KYC_LITE');
    const first = (await uploadUrls(sandbox, started, 'KYC_LITE')).body.data;
    await upload(sandbox, first.documents.KTP.documentUrl, picture('ktp'));
    await upload(sandbox, first.documents.SELFIE.documentUrl, picture('two-faces'));
    await confirm(sandbox, started, first.submissionId, claim('ktp', true));
    await settled(sandbox, started, first.submissionId);
    const second = (await uploadUrls(sandbox, started, 'KYC_LITE')).body.data;
    expect((await shown(second.submissionId)).clientEvidence).toEqual(claim('ktp', true));

    const other = await begin('KYC_LITE');
    const bad = (await uploadUrls(sandbox, other, 'KYC_LITE')).body.data;
    await upload(sandbox, bad.documents.KTP.documentUrl, picture('document'));
    await upload(sandbox, bad.documents.SELFIE.documentUrl, picture('live'));
    await confirm(sandbox, other, bad.submissionId, claim('document', true));
    await settled(sandbox, other, bad.submissionId);
    const next = (await uploadUrls(sandbox, other, 'KYC_LITE')).body.data;
    expect((await shown(next.submissionId)).clientEvidence).toBeNull();
  });
});

describe('KYC_LITE', () => {
  it('compares the selfie with the card', async () => {
    const { asked, last, data } = await attempt(await begin('KYC_LITE'), 'KYC_LITE', { KTP: 'ktp' });
    expect(asked.toSorted()).toEqual(['KTP', 'SELFIE']);
    expect(last).toMatchObject({
      status: 'COMPLETED',
      nextAction: 'EXIT',
      documents: { KTP: { status: 'VERIFIED' }, SELFIE: { status: 'VERIFIED' } },
    });
    expect(data.submissionDetails.verificationResults).toMatchObject({
      faceMatch: { score: 0.9, result: true, version: 'test/1' },
      liveness: { result: true },
      referenceImageValidation: { ktp: { verificationResult: true } },
    });
    expect(Object.keys(data.submissionDetails.imageUrls).toSorted()).toEqual(['ktp', 'selfie']);
  });

  it('asks for the card alone when only the card was bad, and keeps the selfie with what was said of it', async () => {
    const started = await begin('KYC_LITE');
    const first = await attempt(started, 'KYC_LITE', { KTP: 'unclear-document' });
    expect(first.last).toMatchObject({
      nextAction: 'RETRY',
      documents: { KTP: { status: 'INVALID', reason: 'blurry' }, SELFIE: { status: 'VERIFIED' } },
    });
    const second = await attempt(started, 'KYC_LITE', { KTP: 'ktp' });
    expect(second.asked).toEqual(['KTP']);
    expect(second.last).toMatchObject({ status: 'COMPLETED', nextAction: 'EXIT', attempts: { used: 2 } });
    const { liveness, faceMatch } = second.data.submissionDetails.verificationResults;
    expect(liveness.evidence.clientScore).toBe(0.95);
    expect(faceMatch.result).toBe(true);
  });

  it.each([
    ['other-person', 'COMPLETED', 'FACE_MATCH_FAILED', 'REJECTED'],
    ['not-live', 'COMPLETED', 'NOT_LIVE', 'REJECTED'],
    ['two-faces', 'ERROR', 'VERIFICATION_FAILED', 'INVALID'],
  ] as const)('asks for the selfie alone after %s', async (verdict, status, reasonCode, documentStatus) => {
    const started = await begin('KYC_LITE');
    const first = await attempt(started, 'KYC_LITE', { KTP: 'ktp', SELFIE: verdict });
    expect(first.last).toMatchObject({
      status,
      nextAction: 'RETRY',
      documents: { KTP: { status: 'VERIFIED' }, SELFIE: { status: documentStatus } },
    });
    expect(first.data.reasonCode).toBe(reasonCode);
    const second = await attempt(started, 'KYC_LITE', { SELFIE: 'live' });
    expect(second.asked).toEqual(['SELFIE']);
    expect(second.last).toMatchObject({ nextAction: 'EXIT' });
    expect(second.data.result).toBe('VALID');
  });

  it('asks for both when both were bad, and speaks of the card first', async () => {
    const started = await begin('KYC_LITE');
    const first = await attempt(started, 'KYC_LITE', { KTP: 'document', SELFIE: 'not-live' });
    expect(first.data.reasonCode).toBe('INVALID_DOCUMENT');
    expect((await attempt(started, 'KYC_LITE', { KTP: 'ktp' })).asked.toSorted()).toEqual(['KTP', 'SELFIE']);
  });

  it.each([
    ['recapture-document', ['KTP']],
    ['recapture-selfie', ['SELFIE']],
    ['recapture', ['KTP', 'SELFIE']],
  ] as const)('under %s first wants %j again', async (scenario, wanted) => {
    const started = await begin('KYC_LITE', scenario);
    expect((await attempt(started, 'KYC_LITE', { KTP: 'ktp' })).last.nextAction).toBe('RETRY');
    const second = await attempt(started, 'KYC_LITE', { KTP: 'ktp' });
    expect(second.asked.toSorted()).toEqual(wanted);
    expect(second.data.result).toBe('VALID');
  });

  it('keeps a kept picture no longer than it came to stay', async () => {
    const started = await begin('KYC_LITE');
    await attempt(started, 'KYC_LITE', { KTP: 'unclear-document' });
    sandbox.clock.advance(50 * 60_000);
    // The user token did not live as long.
    const { correlationId } = started;
    const renewed = await start(sandbox, { flow: 'KYC_LITE', onboardingPartner: KTP_PARTNER, correlationId });
    expect((await attempt(renewed, 'KYC_LITE', { KTP: 'ktp' })).last.status).toBe('COMPLETED');
    sandbox.clock.advance(15 * 60_000);
    const sweep = await sandbox.fetch(new Request('http://localhost/control/api/retention', { method: 'POST' }));
    // The first attempt's two pictures and the selfie that was kept from it; the second card is younger.
    expect((await sweep.json()).imagesErased).toBeGreaterThanOrEqual(3);
    const { data } = (await details(sandbox, renewed.partnerToken, { correlationId })).body;
    expect(Object.keys(data.submissionDetails.imageUrls)).toEqual(['ktp']);
  });
});
