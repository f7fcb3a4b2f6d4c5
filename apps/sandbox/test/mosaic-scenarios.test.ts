import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProcess, openBackend } from './support/assure.ts';
import { call } from './support/journey.ts';
import {
  arrive,
  createVerification,
  hostedPage,
  type MosaicBackend,
  openMosaicBackend,
  requestToken,
  showPassport,
  statusAfter,
  verify,
} from './support/mosaic.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: MosaicBackend;
let examples: Readonly<Record<string, { readonly value: Record<string, unknown> }>>;

beforeAll(async () => {
  sandbox = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000 });
  backend = await openMosaicBackend(sandbox);
  const path = fileURLToPath(import.meta.resolve('@bonafide/contracts/specs/mosaic.yaml'));
  const specification = parse(await readFile(path, 'utf8'));
  examples =
    specification.paths['/verify/api/v1/verification/{sessionId}/result'].get.responses['200'].content[
      'application/json'
    ].examples;
});
afterAll(() => sandbox.close());

const arm = (scenario: string) =>
  call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, { method: 'PUT', body: scenario });

describe('a scenario', () => {
  it.each(['allow', 'challenge', 'deny'])('mosaic-%s is the specification’s example, value for value', async (name) => {
    // The pictures say the opposite of most of them.
    const front = name === 'allow' ? 'copy' : 'document';
    const { result, sessionId } = await verify(sandbox, backend, { scenario: `mosaic-${name}`, front });
    expect(result).toEqual({ ...examples[name]?.value, session_id: sessionId });
    const ended = sandbox.logs.find((log) => log.event === 'verification-ended' && log['sessionId'] === sessionId);
    expect(ended).toMatchObject({ scripted: true });
  });

  it('mosaic-failed comes to no decision', async () => {
    const { result } = await verify(sandbox, backend, { scenario: 'mosaic-failed' });
    expect(result).toMatchObject({ status: 'failed' });
    expect(result).not.toHaveProperty('recommendation');
  });

  it('mosaic-nested answers in the older shape what the checks really found', async () => {
    const { result } = await verify(sandbox, backend, { scenario: 'mosaic-nested' });
    expect(result).toMatchObject({
      recommendation: 'ALLOW',
      verified_info: { person: { given_name: 'ANNA' }, document: { type: 'passport' } },
    });
    expect(result).not.toHaveProperty('person');
    expect(result).not.toHaveProperty('document');
  });

  it('recapture asks once, and then really looks', async () => {
    const open = await createVerification(backend, {}, 'recapture');
    const { browser } = await arrive(sandbox, hostedPage(open.startToken));
    expect(await showPassport(browser)).toMatchObject({ status: 'recapture' });
    await browser.put('front', picture('document'));
    await browser.put('selfie', picture('other-person'));
    await browser.handIn();
    await browser.judged();
    expect((await backend.request('GET', `${open.path}/status`)).body).toMatchObject({ status: 'recapture' });
  });

  it('armed for a client applies to its next session, and to no process of another gateway', async () => {
    await arm('mosaic-deny');
    await createProcess(await openBackend(sandbox));
    const armed = await verify(sandbox, backend);
    expect(armed.result).toMatchObject({ recommendation: 'DENY' });
    expect((await verify(sandbox, backend)).result).toMatchObject({ recommendation: 'ALLOW' });
  });

  it('of another gateway is not used up here', async () => {
    await arm('assure-rejected');
    expect((await verify(sandbox, backend)).result).toMatchObject({ recommendation: 'ALLOW' });
    const { body } = await call(sandbox, '/control/api/clients');
    expect(body.clients[0].nextScenario).toMatchObject({ name: 'assure-rejected' });
    await call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, { method: 'DELETE' });
  });

  it.each(['no-such', '{"verification":"perhaps"}', '{'])('that is none is refused: %s', async (scenario) => {
    const { created } = await createVerification(backend, {}, scenario);
    expect(created).toMatchObject({
      status: 400,
      body: { message: 'The request is not valid at x-bonafide-scenario.' },
    });
  });

  it('lets calls fail as often as it says, each with the vendor’s answer', async () => {
    const faults = [
      { operation: 'getVerificationResult', times: 1, status: 429, retryAfterSeconds: 7 },
      { operation: 'getVerificationStatus', times: 1, status: 503, retryAfterSeconds: 2 },
      { operation: 'getVerificationImages', times: 1, status: 500 },
    ];
    const open = await createVerification(backend, {}, { faults });
    const ask = (rest: string) => backend.request('GET', open.path + rest);
    const limited = await ask('/result');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await ask('/status')).toMatchObject({ status: 503, body: { error_code: 'unavailable' } });
    expect(await ask('/images')).toMatchObject({ status: 500, body: { error_code: 'internal_error' } });
    for (const rest of ['/result', '/status', '/images']) expect((await ask(rest)).status).toBe(200);
  });

  it('lets creation and tokens fail too', async () => {
    const { created } = await createVerification(
      backend,
      {},
      { faults: [{ operation: 'createVerification', times: 1, status: 503 }] },
    );
    expect(created.status).toBe(503);
    await arm('{"faults":[{"operation":"postMosaicToken","times":1,"status":500}]}');
    expect(await requestToken(sandbox)).toMatchObject({ status: 500, body: { error: 'server_error' } });
    expect((await requestToken(sandbox)).status).toBe(200);
    await call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, { method: 'DELETE' });
  });
});

describe('mock behaviour', () => {
  it.each(['ALLOW', 'CHALLENGE', 'DENY'])('Recommendation %s: whatever the pictures show', async (recommendation) => {
    const front = recommendation === 'ALLOW' ? 'copy' : 'document';
    const { result } = await verify(sandbox, backend, { front, request: { mock_behavior: { recommendation } } });
    expect(result).toMatchObject({ status: 'complete', recommendation });
  });

  it.each(['1500ms', '2s', 2])('Processing Time %o: once the pictures are there', async (time) => {
    const open = await createVerification(backend, {
      mock_behavior: { recommendation: 'ALLOW', processing_time: time },
    });
    const { browser } = await arrive(sandbox, hostedPage(open.startToken));
    await browser.choose('passport');
    await browser.put('front', picture('document'));
    await browser.put('selfie', picture('live'));
    expect((await backend.request('GET', `${open.path}/status`)).body.status).toBe('pending');
    await browser.handIn();
    expect((await backend.request('GET', `${open.path}/status`)).body.status).toBe('processing');
    expect((await backend.request('GET', `${open.path}/result`)).body.status).toBe('processing');
    expect(await statusAfter(backend, open, 'processing')).toMatchObject({ status: 'complete' });
  });

  it.each(['force_recapture', 'force_retry'])(
    'Force Recapture (%s): the first attempt, and no other',
    async (field) => {
      const mock = { recommendation: 'ALLOW', [field]: true };
      const open = await createVerification(backend, { mock_behavior: mock });
      const { browser } = await arrive(sandbox, hostedPage(open.startToken));
      expect(await showPassport(browser)).toMatchObject({ status: 'recapture' });
      expect((await backend.request('GET', `${open.path}/status`)).body).toMatchObject({
        status: 'recapture',
        recapture_reason: 'PoorImageQuality',
      });
      await browser.put('front', picture('document'));
      await browser.put('selfie', picture('live'));
      await browser.handIn();
      await browser.judged();
      expect((await backend.request('GET', `${open.path}/result`)).body).toMatchObject({ recommendation: 'ALLOW' });
    },
  );

  it('that orders no recommendation leaves the decision to the checks', async () => {
    const { result } = await verify(sandbox, backend, { selfie: 'not-live', request: { mock_behavior: {} } });
    expect(result).toMatchObject({ recommendation: 'DENY', person: { given_name: 'ANNA' } });
  });
});
