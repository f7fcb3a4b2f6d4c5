import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BASE,
  backendOf,
  CALLBACK_URL,
  createVerification,
  type MosaicBackend,
  openMosaicBackend,
  requestToken,
  SESSIONS,
  tokenForm,
  verify,
} from './support/mosaic.ts';
import { openBackend } from './support/assure.ts';
import { call, partnerToken } from './support/journey.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: MosaicBackend;
let other: MosaicBackend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096, statusRequestsPerTenSeconds: 1_000 });
  backend = await openMosaicBackend(sandbox);
  other = await openMosaicBackend(sandbox, OTHER);
});
afterAll(() => sandbox.close());

const dataUrl = (bytes: Uint8Array) => `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
const reference = (content: string) => ({ reference: { type: 'raw', content, format: 'string' }, use_case: 'login' });

describe('the access token', () => {
  it('is bought with the credentials in the form, with the resource or without', async () => {
    expect((await requestToken(sandbox)).body).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    const form = new URLSearchParams(tokenForm());
    form.delete('resource');
    expect((await requestToken(sandbox, form.toString())).status).toBe(200);
  });

  it.each([
    ['a wrong secret', { client_secret: 'canary' }, 401, 'invalid_client'],
    ['another’s secret', { client_secret: OTHER.passKey }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'canary' }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another audience', { resource: 'https://canary.example' }, 400, 'invalid_target'],
  ])('%s is refused, unquoted', async (_, over, status, error) => {
    const answer = await requestToken(sandbox, tokenForm(ACME, over));
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(JSON.stringify(answer.body) + JSON.stringify(sandbox.logs)).not.toContain('canary.example');
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  });

  it.each([
    ['no grant', ''],
    ['too much', tokenForm(ACME, { state: 'x'.repeat(9_000) })],
  ])('%s is not understood', async (_, form) => {
    expect(await requestToken(sandbox, form)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('is refused from the second on at which it ends', async () => {
    const late = await openTestSandbox({ partnerTokenSeconds: 60 });
    const aging = await openMosaicBackend(late);
    expect((await createVerification(aging)).created.status).toBe(200);
    late.clock.advance(61_000);
    expect((await createVerification(aging)).created).toMatchObject({
      status: 401,
      body: { error_code: 'unauthorized' },
    });
    await late.close();
  });

  it('of another gateway does not pass here, nor this one there', async () => {
    for (const token of [(await openBackend(sandbox)).token, await partnerToken(sandbox), 'x.y.z', '']) {
      expect((await createVerification(backendOf(sandbox, token))).created.status).toBe(401);
    }
    const { status } = await call(sandbox, 'http://localhost/assure/dossiers', {
      method: 'POST',
      headers: { authorization: `Bearer ${backend.token}` },
    });
    expect(status).toBe(401);
  });
});

describe('another client', () => {
  it.each([
    ['GET', '/result'],
    ['GET', '/status'],
    ['GET', '/consent'],
    ['GET', '/images'],
    ['GET', '/images/{image}'],
    ['DELETE', ''],
  ])('is told of a session as of one that does not exist: %s %s', async (method, rest) => {
    const { path } = await verify(sandbox, backend);
    const image = (await backend.request('GET', `${path}/images`)).body.session_images[0].id;
    const theirs = await other.request(method, path + rest.replace('{image}', image));
    const nobodys = await other.request(method, `${SESSIONS}/${'0'.repeat(32)}${rest.replace('{image}', image)}`);
    expect([theirs.status, theirs.body]).toEqual([404, nobodys.body]);
    expect((await backend.request('GET', `${path}/result`)).status).toBe(200);
  });

  it('and of a face authentication', async () => {
    const { body } = await backend.request('POST', '/verify/api/v1/face-auth', reference(dataUrl(picture('live'))));
    const path = `/verify/api/v1/face-auth/${body.device_session_id}/result`;
    expect((await other.request('GET', path)).status).toBe(404);
    expect((await backend.request('GET', path)).status).toBe(200);
  });
});

describe('limits and logs', () => {
  it('answers 429 with a time to wait to who asks too often, for one session', async () => {
    const strict = await openTestSandbox({ statusRequestsPerTenSeconds: 3 });
    const mine = await openMosaicBackend(strict);
    const [open, untouched] = [await createVerification(mine), await createVerification(mine)];
    for (let i = 0; i < 3; i += 1) expect((await mine.request('GET', `${open.path}/result`)).status).toBe(200);
    const limited = await mine.request('GET', `${open.path}/result`);
    expect([limited.status, limited.body.error_code]).toEqual([429, 'too_many_requests']);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await mine.request('GET', `${untouched.path}/result`)).status).toBe(200);
    await strict.close();
  });

  it('logs no secret, token, address, state or name', async () => {
    const open = await verify(sandbox, backend, {
      request: { state: 'canary-state', customer_information: { reference: 'canary-reference' } },
    });
    const logged = JSON.stringify(sandbox.logs);
    expect(logged).toContain('getVerificationResult');
    for (const secret of [backend.token, open.startToken, ACME.passKey, 'canary', 'ANNA', 'SPECIMEN', CALLBACK_URL]) {
      expect(logged).not.toContain(secret);
    }
  });

  it('answers no page of another origin', async () => {
    const preflight = await sandbox.fetch(
      new Request(BASE + SESSIONS, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
    );
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});
