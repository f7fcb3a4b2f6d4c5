import { INDONESIAN, UTOPIAN, UTOPIAN_EXPIRED } from '@bonafide/testkit/specimens';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import { arrive, createVerification, hostedPage, type MosaicBackend, openMosaicBackend } from './support/mosaic.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { anotherSelfie, photographed, selfie } from './support/specimens.ts';

// Rendered documents with a real face, photographed on a desk, through the real verifier.

let sandbox: TestSandbox;
let backend: MosaicBackend;

beforeAll(async () => {
  sandbox = await openTestSandbox({
    processor: createVerifierProcessor({ threads: 1, deadlineMs: 60_000 }),
    statusRequestsPerTenSeconds: 1_000,
  });
  backend = await openMosaicBackend(sandbox);
});
afterAll(() => sandbox.close());

/** One attempt with these pictures; what the session comes to. */
async function judged(front: Uint8Array, face: Uint8Array, documentType = 'passport') {
  const open = await createVerification(backend, {}, { attempts: 1 });
  const { browser } = await arrive(sandbox, hostedPage(open.startToken));
  await browser.choose(documentType);
  expect((await browser.put('front', new Uint8Array(front))).status).toBe(200);
  expect((await browser.put('selfie', new Uint8Array(face))).status).toBe(200);
  expect((await browser.handIn()).status).toBe(202);
  await browser.judged();
  return (await backend.request('GET', `${open.path}/result`)).body;
}

describe('Mosaic, on real pictures', () => {
  it('allows the holder of a passport, and says what stands on it', async () => {
    const result = await judged(await photographed({ kind: 'passport', holder: UTOPIAN }), await selfie());
    expect(result).toMatchObject({
      status: 'complete',
      recommendation: 'ALLOW',
      person: {
        full_name: 'MIRA SOLENE RAFAELSEN QUILL',
        given_name: 'MIRA SOLENE',
        surname: 'RAFAELSEN QUILL',
        date_of_birth: '1989-03-14',
        gender: 'F',
      },
      document: { country: 'UTO', type: 'passport', number: 'U4L07K512', expiration_date: '2034-06-01' },
      checks: {
        document_validation: { recommendation: 'ALLOW' },
        biometric_matching: { recommendation: 'ALLOW' },
        biometric_liveness: { recommendation: 'ALLOW' },
      },
    });
    for (const check of ['flagged_identity', 'risk_recommendation']) expect(result.checks).not.toHaveProperty(check);
  });

  it('challenges another person with it', async () => {
    const result = await judged(await photographed({ kind: 'passport', holder: UTOPIAN }), await anotherSelfie());
    expect(result).toMatchObject({
      recommendation: 'CHALLENGE',
      checks: { biometric_matching: { recommendation: 'CHALLENGE', reasons: ['biometric_mismatch'] } },
    });
  });

  it('challenges a passport whose time is over', async () => {
    const result = await judged(await photographed({ kind: 'passport', holder: UTOPIAN_EXPIRED }), await selfie());
    expect(result).toMatchObject({
      recommendation: 'CHALLENGE',
      checks: { document_validation: { recommendation: 'CHALLENGE' }, biometric_matching: { recommendation: 'ALLOW' } },
    });
  });

  it('reads a KTP as the national card that it is, and asks nobody whose it is', async () => {
    const result = await judged(await photographed({ kind: 'ktp', holder: INDONESIAN }), await selfie(), 'ktp');
    expect(result).toMatchObject({
      person: { national_id: INDONESIAN.nik, date_of_birth: '1989-03-14' },
      document: { country: 'IDN', type: 'national_id' },
      checks: { biometric_matching: { recommendation: 'ALLOW' } },
    });
  });

  it('challenges it where it is shown for a passport', async () => {
    const result = await judged(await photographed({ kind: 'ktp', holder: INDONESIAN }), await selfie());
    expect(result).toMatchObject({
      recommendation: 'CHALLENGE',
      checks: { document_validation: { recommendation: 'CHALLENGE' } },
    });
  });
});
