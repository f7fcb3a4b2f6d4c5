import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
import { buildAuthorizationUrlWithPAR, type Configuration } from 'openid-client';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import { Browser, discover, finish, goBack, openCheck, prepareLogin, toHint } from './support/face-oidc.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// A real face (Eileen Collins, NASA, public domain) through the real verifier, compared with a photo of the login hint.

let sandbox: TestSandbox;
let config: Configuration;
let portrait: Buffer;
let face: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const assets = join(createRequire(import.meta.url).resolve('@bonafide/testkit/package.json'), '../assets');
  portrait = await readFile(join(assets, 'astronaut.png'));
  const framed = sharp(portrait).extract({ left: 120, top: 0, width: 220, height: 280 });
  face = new Uint8Array(await framed.resize(660, 840).jpeg({ quality: 92 }).toBuffer());
  sandbox = await openTestSandbox({ processor: createVerifierProcessor({ threads: 1 }) });
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

async function logIn(scope: string, reference: Uint8Array | null) {
  const kept = await prepareLogin({ scope: `openid ${scope}`, ...(reference && { loginHint: toHint(reference) }) });
  const browser = new Browser(sandbox);
  const page = await openCheck(sandbox, browser, await buildAuthorizationUrlWithPAR(config, { ...kept.parameters }));
  const size = { width: 660, height: 840 };
  let state = await page.selfie(face, size);
  while (state.status === 'pending') state = await page.selfie(face, size);
  const { url } = await goBack(page, browser);
  return { kept, url };
}

async function portraitOf({ kept, url }: Awaited<ReturnType<typeof logIn>>) {
  const { userInfo } = await finish(config, url, kept);
  const text = userInfo[FACE_CLAIMS.portrait];
  if (typeof text !== 'string') throw new TypeError('no portrait');
  return sharp(Buffer.from(text.slice(text.indexOf(',') + 1), 'base64')).metadata();
}

describe('with real pictures', () => {
  it('the same face on another picture passes; Express tells the whole picture', async () => {
    // Another cut, another size, another coding.
    const reference = await sharp(portrait)
      .extract({ left: 100, top: 0, width: 260, height: 320 })
      .jpeg({ quality: 70 })
      .toBuffer();
    expect(await portraitOf(await logIn('faceauth_express_only', reference))).toMatchObject({
      width: 660,
      height: 840,
    });
  });

  it('Dynamic tells the face, cut out of it', async () => {
    const { width, height } = await portraitOf(await logIn('faceauth_dynamic_only', null));
    expect(width).toBeLessThan(660);
    expect(height).toBeLessThan(840);
    expect(Math.min(width, height)).toBeGreaterThan(200);
  });

  it('a photo without a face lets nobody in', async () => {
    const wall = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8899aa' } })
      .jpeg()
      .toBuffer();
    const { url } = await logIn('faceauth_dynamic', wall);
    expect(url.searchParams.get('error')).toBe('access_denied');
  });
});
