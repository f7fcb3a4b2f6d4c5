import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import {
  captureEvidence,
  confirm,
  details,
  settled,
  start,
  type Started,
  upload,
  uploadUrls,
} from './support/journey.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// A real face (Eileen Collins, NASA, public domain) through the real verifier.

let sandbox: TestSandbox;
let face: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const assets = join(
    createRequire(import.meta.url).resolve('@bonafide/verifier/package.json'),
    '../../testkit/assets',
  );
  // As a camera would frame it.
  const cropped = sharp(await readFile(join(assets, 'astronaut.png'))).extract({
    left: 120,
    top: 0,
    width: 220,
    height: 280,
  });
  face = new Uint8Array(await cropped.resize(660, 840).jpeg({ quality: 92 }).toBuffer());
  sandbox = await openTestSandbox({ processor: createVerifierProcessor({ threads: 1 }) });
});
afterAll(() => sandbox.close());

async function check(started: Started, bytes: Uint8Array<ArrayBuffer>, size: { width: number; height: number }) {
  const { body } = await uploadUrls(sandbox, started);
  const { submissionId, documents } = body.data;
  await upload(sandbox, documents.SELFIE.documentUrl, bytes);
  const evidence = captureEvidence(bytes);
  await confirm(sandbox, started, submissionId, {
    bonafide: { ...evidence, capture: { ...evidence.capture, ...size } },
  });
  const last = await settled(sandbox, started, submissionId);
  return { last, data: (await details(sandbox, started.partnerToken, { submissionId })).body.data };
}

describe('real processing', () => {
  it('finds the face, measures it, and believes the frames behind it', async () => {
    const { data } = await check(await start(sandbox), face, { width: 660, height: 840 });
    expect(data).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    const { liveness } = data.submissionDetails.verificationResults;
    expect(liveness.evidence.reasons.length).toBeGreaterThan(0);
    expect(liveness.evidence).toMatchObject({ clientScore: 0.95, score: expect.any(Number) });
  });

  it('finds no face in a wall', async () => {
    const wall = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8899aa' } })
      .jpeg()
      .toBuffer();
    const { last, data } = await check(await start(sandbox), new Uint8Array(wall), { width: 640, height: 480 });
    expect(last).toMatchObject({
      status: 'ERROR',
      nextAction: 'RETRY',
      errorMessage: 'No face was found in the picture.',
    });
    expect(data.reasonCode).toBe('VERIFICATION_FAILED');
  });

  it('says so when the bytes only begin like a picture', async () => {
    const cut = face.slice(0, 300);
    const { last } = await check(await start(sandbox), cut, { width: 660, height: 840 });
    expect(last).toMatchObject({ status: 'ERROR', errorMessage: 'The picture could not be read.' });
  });
});
