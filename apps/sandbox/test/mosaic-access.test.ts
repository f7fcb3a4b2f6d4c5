import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BASE,
  CALLBACK_URL,
  createVerification,
  type MosaicBackend,
  openMosaicBackend,
  requestToken,
  SESSIONS,
  tokenForm,
  verify,
} from './support/mosaic.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';

let sandbox: TestSandbox;
let backend: MosaicBackend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096, statusRequestsPerTenSeconds: 1_000 });
  backend = await openMosaicBackend(sandbox);
});
afterAll(() => sandbox.close());

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
