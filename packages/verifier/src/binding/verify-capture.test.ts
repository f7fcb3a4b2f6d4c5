import { readFileSync } from 'node:fs';
import { bindFrames, chainOf, createPageKey, joinPictures, signCapture } from '@bonafide/browser-core/binding';
import type { BoundFile, BoundFrame } from '@bonafide/browser-core/binding';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyCapture } from './verify-capture.ts';

const NONCE = 'a-nonce-of-the-gateway';
const EVIDENCE = { version: '1', liveness: { score: 0.875, decision: 'live' } };

/** The least that is a JPEG to who only looks at its segments. */
const jpeg = (content: string): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, ...new TextEncoder().encode(content), 0xff, 0xd9]);

const [one, two, three] = [jpeg('one'), jpeg('two'), jpeg('three')];
const capture = {
  still: { bytes: jpeg('still'), timestampMs: 5000.4 },
  frames: [
    { bytes: one, timestampMs: 4300 },
    { bytes: two, timestampMs: 4650 },
    { bytes: three, timestampMs: 5000 },
  ],
};

let key: CryptoKeyPair;
let file: BoundFile;
let token: string;

beforeAll(async () => {
  key = await createPageKey();
  file = await bindFrames(capture);
  token = await signCapture(key, { file, nonce: NONCE, evidence: EVIDENCE, epochMs: 1_760_000_000_000 });
});

const sign = (changes: object, header: object = {}): Promise<string> =>
  new SignJWT({ ...decodeJwt(token), ...changes })
    .setProtectedHeader({ ...(decodeProtectedHeader(token) as { alg: string }), ...header })
    .sign(key.privateKey);

describe('a capture that is whole', () => {
  it('gives its pictures with their times, its evidence, and the same thumbprint for one page', async () => {
    const verdict = await verifyCapture({ file: file.bytes, token, nonce: NONCE, evidence: EVIDENCE });
    expect(verdict).toMatchObject({
      isBound: true,
      still: { atMs: 700 },
      frames: [
        { bytes: jpeg('one'), atMs: 0 },
        { bytes: jpeg('two'), atMs: 350 },
        { bytes: jpeg('three'), atMs: 700 },
      ],
      evidence: EVIDENCE,
    });
    const again = await signCapture(key, { file, nonce: 'another', evidence: {}, epochMs: 0 });
    const other = await verifyCapture({ file: file.bytes, token: again, nonce: 'another' });
    expect(other.isBound && verdict.isBound && other.keyThumbprint === verdict.keyThumbprint).toBe(true);
  });

  it('may have no frame beside the still', async () => {
    const alone = await bindFrames({ still: capture.still, frames: [] });
    const signed = await signCapture(key, { file: alone, nonce: NONCE, evidence: EVIDENCE, epochMs: 0 });
    expect(await verifyCapture({ file: alone.bytes, token: signed, nonce: NONCE })).toMatchObject({
      isBound: true,
      frames: [],
    });
  });

  it('is signed by a key that cannot leave the page', async () => {
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
    expect(JSON.stringify(decodeProtectedHeader(token))).not.toContain('"d"');
  });
});

describe('a capture that is not', () => {
  const fault = async (changes: Partial<Parameters<typeof verifyCapture>[0]>): Promise<string> => {
    const verdict = await verifyCapture({ file: file.bytes, token, nonce: NONCE, evidence: EVIDENCE, ...changes });
    return verdict.isBound ? 'none' : verdict.fault;
  };

  it('for another submission', async () => {
    expect(await fault({ nonce: 'another' })).toBe('nonce-mismatch');
  });

  it('with a picture exchanged after signing', async () => {
    const frames = capture.frames.map((frame) => (frame.bytes === two ? { ...frame, bytes: jpeg('TWO') } : frame));
    const swapped = await bindFrames({ ...capture, frames });
    expect(await fault({ file: swapped.bytes })).toBe('file-mismatch');
    // Signed anew over the whole file, but not over the frame.
    expect(await fault({ file: swapped.bytes, token: await sign({ file: swapped.digest }) })).toBe('frames-mismatch');
  });

  it('with frames in another order, left out or added', async () => {
    for (const pictures of [
      [capture.still.bytes, two, one, three],
      [capture.still.bytes, one, three],
      [capture.still.bytes, one, two, three, one],
    ]) {
      const bytes = joinPictures(pictures);
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
      expect(await fault({ file: bytes })).toBe('file-mismatch');
      expect(await fault({ file: bytes, token: await sign({ file: digest }) })).toBe('frames-mismatch');
    }
  });

  it('whose chain is cut, or leads over another nonce', async () => {
    expect(await fault({ token: await sign({ chain: 'f'.repeat(64) }) })).toBe('chain-broken');
    const elsewhere = await chainOf('another', file.frames);
    expect(await fault({ token: await sign({ chain: elsewhere }) })).toBe('chain-broken');
    const retimed = file.frames.map((frame, i) => (i === 2 ? { ...frame, atMs: 351 } : frame));
    expect(await fault({ token: await sign({ frames: retimed }) })).toBe('chain-broken');
  });

  it('whose times go back, begin late, or last too long', async () => {
    const timed = (times: readonly number[]): Promise<string> =>
      sign({ frames: file.frames.map((frame, i) => ({ ...frame, atMs: times[i] })) });
    expect(await fault({ token: await timed([700, 0, 700, 350]) })).toBe('order-wrong');
    expect(await fault({ token: await timed([700, 10, 350, 700]) })).toBe('order-wrong');
    expect(await fault({ token: await timed([700, 0, 350, 60_001]) })).toBe('order-wrong');
    expect(await fault({ token: await timed([700, 0, 0.5, 700]) })).toBe('malformed');
    expect(await fault({ token: await timed([700, 0, -1, 700]) })).toBe('malformed');
  });

  it('with forged evidence', async () => {
    const better = { ...EVIDENCE, liveness: { score: 0.99, decision: 'live' } };
    expect(await fault({ evidence: better })).toBe('evidence-mismatch');
  });

  it('signed by another key than it names, or changed after', async () => {
    const stranger = await createPageKey();
    const { jwk } = decodeProtectedHeader(
      await signCapture(stranger, { file, nonce: NONCE, evidence: EVIDENCE, epochMs: 0 }),
    );
    expect(await fault({ token: await sign({}, { jwk }) })).toBe('signature-invalid');
    const [header, payload, signature] = token.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(token), nonce: 'x' })).toString('base64url');
    expect(await fault({ token: `${header}.${changed}.${signature}`, nonce: 'x' })).toBe('signature-invalid');
    expect(await fault({ token: `${header}.${payload}.` })).toBe('signature-invalid');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'bonafide-binding+jwt' })).toString('base64url');
    expect(await fault({ token: `${none}.${payload}.` })).toBe('signature-invalid');
    const secret = new TextEncoder().encode('s'.repeat(32));
    const shared = await new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await fault({ token: shared })).toBe('signature-invalid');
  });

  it.each([
    ['nothing', ''],
    ['no token', 'a.b'],
    ['something endless', `${'a'.repeat(70_000)}.b.c`],
  ])('with %s for a signature', async (_, broken) => {
    expect(await fault({ token: broken })).toBe('malformed');
  });

  it('of another type or form', async () => {
    expect(await fault({ token: await sign({}, { typ: 'JWT' }) })).toBe('malformed');
    for (const changes of [
      { format: 'bonafide-binding-2' },
      { frames: [] },
      { frames: 'all' },
      { frames: [{ atMs: 0 }] },
      { evidence: null },
      { file: 'F'.repeat(64) },
      { iat: 'now' },
    ]) {
      expect(await fault({ token: await sign(changes) })).toBe('malformed');
    }
  });

  it('whose file holds more than its index says', async () => {
    const longer = Uint8Array.from([...file.bytes, 0]);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', longer)).toString('hex');
    expect(await fault({ file: longer, token: await sign({ file: digest }) })).toBe('malformed');
  });
});

describe('the published test vector', () => {
  const vector = JSON.parse(
    readFileSync(new URL('../../../../docs/liveness/binding-vector.json', import.meta.url), 'utf8'),
  ) as {
    readonly nonce: string;
    readonly pictures: readonly string[];
    readonly file: string;
    readonly fileDigest: string;
    readonly frames: readonly BoundFrame[];
    readonly links: readonly string[];
    readonly evidence: Record<string, unknown>;
    readonly token: string;
  };
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

  it('is made as this package makes it', async () => {
    const [still, ...others] = vector.pictures.map(bytes);
    const times = vector.frames.map(({ atMs }) => atMs);
    const made = await bindFrames({
      still: { bytes: still ?? new Uint8Array(), timestampMs: times[0] ?? 0 },
      frames: others.map((picture, i) => ({ bytes: picture, timestampMs: times[i + 1] ?? 0 })),
    });
    expect(Buffer.from(made.bytes).toString('base64')).toBe(vector.file);
    expect(made.digest).toBe(vector.fileDigest);
    expect(made.frames).toEqual(vector.frames);
    for (const [i, link] of vector.links.entries()) {
      expect(await chainOf(vector.nonce, vector.frames.slice(0, i))).toBe(link);
    }
  });

  it('is found whole, and not for another nonce', async () => {
    const { nonce, token, evidence } = vector;
    expect(await verifyCapture({ file: bytes(vector.file), token, nonce, evidence })).toMatchObject({ isBound: true });
    expect(await verifyCapture({ file: bytes(vector.file), token, nonce: 'x' })).toMatchObject({ isBound: false });
  });
});
