import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, discover, photo, prepareLogin, REDIRECT_URI, toHint } from './support/face-oidc.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';

// A `login_hint` that begins like a photo and is none, or more than anybody needs.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

const push = (parameters: Readonly<Record<string, string>>) =>
  openid.buildAuthorizationUrlWithPAR(config, { ...parameters });

describe('login_hint', () => {
  const png = 'face:data:image/png;base64,iVBORw0KGgo=';
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]);
  // 60000 × 60000 pixels in a few hundred bytes: the size stands in the frame header, and nobody may unpack it.
  const bomb = async () => {
    const small = await photo('live');
    const at = small.indexOf(Buffer.from([0xff, 0xc0]));
    small.writeUInt16BE(60_000, at + 5);
    small.writeUInt16BE(60_000, at + 7);
    return toHint(small);
  };

  it.each<[string, () => string | Promise<string>]>([
    ['a picture of another kind', () => png],
    ['a PNG that says it is a JPEG', () => 'face:data:image/jpeg;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'],
    ['no picture', () => 'face:'],
    ['no base64', () => 'face:data:image/jpeg;base64,/9j/*'],
    ['base64 with something between', async () => toHint(await photo('live')).replace('/9j/', '/9j /')],
    ['the head of a JPEG alone', () => toHint(jpegHead)],
    ['a decompression bomb', bomb],
    ['more than 4 MB', async () => toHint(Buffer.concat([await photo('live'), Buffer.alloc(4_000_000)]))],
    ['a name that only the provider gives', () => 'face:held:1e7c8e20-3c63-4a0c-a8f0-60b3e7d8b2f5'],
  ])('%s is invalid_request, pushed and in the address', async (_, makeHint) => {
    const { parameters } = await prepareLogin({ loginHint: await makeHint() });
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request' });
    const { url } = await new Browser(sandbox).go(String(openid.buildAuthorizationUrl(config, { ...parameters })));
    expect(url.origin + url.pathname).toBe(REDIRECT_URI);
    expect(url.searchParams.get('error')).toBe('invalid_request');
    expect(url.href.length).toBeLessThan(500);
  });

  it('far more than a request may have is cut off', async () => {
    const { parameters } = await prepareLogin({ loginHint: `face:data:image/jpeg;base64,${'/9j/'.repeat(3_000_000)}` });
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request', status: 413 });
  });

  it('the project’s own client refuses what is no JPEG before anything is sent', async () => {
    const before = sandbox.logs.length;
    const ours = relyingParty(sandbox);
    const begin = (bytes: Uint8Array) => ours.beginLogin({ reference: { mode: 'photo', photo: bytes } });
    await expect(begin(new TextEncoder().encode('GIF89a'))).rejects.toMatchObject({ code: 'image-unsupported' });
    await expect(begin(Buffer.concat([await photo('live'), Buffer.alloc(4_000_000)]))).rejects.toMatchObject({
      code: 'image-too-large',
    });
    await expect(ours.beginLogin({ reference: { mode: 'profile', identifier: 'face:any' } })).rejects.toThrow(
      TypeError,
    );
    expect(sandbox.logs.length).toBe(before);
  });
});
