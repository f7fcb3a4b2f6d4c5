import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindFrames, createPageKey, signCapture } from '@bonafide/browser-core/binding';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import { captureEvidence, confirm, details, settled, start, upload, uploadUrls } from './support/journey.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// Several pictures of a real face (Eileen Collins, NASA, public domain), signed as the page signs them, through the real verifier.

let sandbox: TestSandbox;
let portrait: Buffer;
let wall: Uint8Array;
let key: CryptoKeyPair;

beforeAll(async () => {
  const assets = join(
    createRequire(import.meta.url).resolve('@bonafide/verifier/package.json'),
    '../../testkit/assets',
  );
  portrait = await readFile(join(assets, 'astronaut.png'));
  wall = await sharp({ create: { width: 480, height: 360, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer();
  key = await createPageKey();
  sandbox = await openTestSandbox({ processor: createVerifierProcessor({ threads: 1 }) });
});
afterAll(() => sandbox.close());

/** The face a little further to the right in each frame, as in a hand that is not still. */
const look = (shift: number, width: number, flipped = false): Promise<Uint8Array> =>
  sharp(portrait)
    .extract({ left: 112 + shift, top: 0, width: 220, height: 280 })
    .flop(flipped)
    .resize(width)
    .jpeg({ quality: 92 })
    .toBuffer();

interface Capture {
  readonly frames?: readonly Uint8Array[];
  /** What is signed; default what the gateway gave out. */
  readonly nonce?: string;
  /** Between signing and sending. */
  readonly change?: (sent: { file: Uint8Array; bonafide: Record<string, unknown> }) => void;
}

async function send({ frames, nonce, change }: Capture = {}) {
  const started = await start(sandbox);
  const { data } = (await uploadUrls(sandbox, started)).body;
  const shown = frames ?? (await Promise.all([0, 3, 6, 9].map((shift) => look(shift, 360))));
  const file = await bindFrames({
    still: { bytes: await look(8, 660), timestampMs: 1300 },
    frames: shown.map((bytes, i) => ({ bytes, timestampMs: i * 400 })),
  });
  const { capture, ...rest } = captureEvidence(file.bytes);
  const evidence = { ...rest, capture: { ...capture, width: 660, height: 840 } };
  const binding = await signCapture(key, { file, nonce: nonce ?? data.captureNonce, evidence, epochMs: Date.now() });
  const sent = { file: file.bytes as Uint8Array, bonafide: { ...evidence, binding } as Record<string, unknown> };
  change?.(sent);
  await upload(sandbox, data.documents.SELFIE.documentUrl, new Uint8Array(sent.file));
  await confirm(sandbox, started, data.submissionId, { bonafide: sent.bonafide });
  await settled(sandbox, started, data.submissionId);
  const { body } = await details(sandbox, started.partnerToken, { submissionId: data.submissionId });
  const { liveness } = body.data.submissionDetails.verificationResults;
  return { nonce: data.captureNonce, result: body.data.result, reasonCode: body.data.reasonCode, liveness };
}

describe('a capture that is signed for its submission', () => {
  it('is judged over all of its pictures', async () => {
    const { result, liveness } = await send();
    expect(liveness.evidence).toMatchObject({ binding: 'bound', frameCount: 5 });
    const signals = liveness.evidence.reasons.map(({ signal }: { signal: string }) => signal);
    expect(signals).toContain('model-agreement');
    expect(result).toBe('VALID');
  });

  it('has a nonce of its own', async () => {
    const [first, second] = [await send(), await send()];
    expect(first.nonce).toMatch(/^[\w-]{32}$/);
    expect(second.nonce).not.toBe(first.nonce);
  });
});

describe('a capture whose parts do not belong together is not live', () => {
  const notLive = { result: 'INVALID', reasonCode: 'NOT_LIVE' };

  it('signed for another submission, as when it is sent again', async () => {
    const { nonce } = await send();
    const again = await send({ nonce });
    expect(again).toMatchObject({ ...notLive, liveness: { result: false, evidence: { binding: 'nonce-mismatch' } } });
  });

  it('with claims that were made better after signing', async () => {
    const forged = await send({
      change: ({ bonafide }) => {
        bonafide['liveness'] = { ...(bonafide['liveness'] as object), score: 0.999 };
      },
    });
    expect(forged).toMatchObject({ ...notLive, liveness: { evidence: { binding: 'evidence-mismatch' } } });
  });

  it('with a signature that is none', async () => {
    const forged = await send({ change: ({ bonafide }) => (bonafide['binding'] = 'e30.e30.c2ln') });
    expect(forged).toMatchObject({ ...notLive, liveness: { evidence: { binding: 'signature-invalid' } } });
  });

  it('with another face in the frames than in the picture', async () => {
    const frames = await Promise.all([0, 3, 6, 9].map((shift) => look(shift, 360, true)));
    expect(await send({ frames })).toMatchObject({
      ...notLive,
      liveness: { evidence: { binding: 'still-unlike-frames' } },
    });
  });

  it('with nobody in the frames, or nothing that can be read', async () => {
    const unreadable = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 7, 7, 7, 0xff, 0xd9]);
    for (const frames of [
      [wall, wall, wall],
      [unreadable, unreadable, unreadable],
    ]) {
      expect(await send({ frames })).toMatchObject({
        ...notLive,
        liveness: { evidence: { binding: 'frames-without-face' } },
      });
    }
  });
});

it('an exchanged file is refused at once: its digest is another', async () => {
  const started = await start(sandbox);
  const { data } = (await uploadUrls(sandbox, started)).body;
  const file = await bindFrames({ still: { bytes: await look(8, 660), timestampMs: 0 }, frames: [] });
  await upload(sandbox, data.documents.SELFIE.documentUrl, new Uint8Array(await look(0, 660)));
  const answer = await confirm(sandbox, started, data.submissionId, { bonafide: captureEvidence(file.bytes) });
  expect(answer.status).toBe(422);
});

it('claims for oneself count for nothing where a signature was asked for and none came', async () => {
  const { liveness } = await send({ change: ({ bonafide }) => delete bonafide['binding'] });
  expect(liveness.evidence).toMatchObject({ binding: 'absent', frameCount: 1, clientScore: 0.95 });
});
