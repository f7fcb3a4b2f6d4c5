import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createDossier, ended, openBackend } from './support/assure.ts';
import { HostedBrowser } from './support/hosted.ts';
import { type Answer, call } from './support/journey.ts';
import { openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: Backend;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  backend = await openBackend(sandbox);
});
afterAll(() => sandbox.close());

const FLOW = {
  providers: [{ provider: 'onfido', processType: 'documentSelfie' }],
  redirectUrl: 'https://partner.example/capture/done',
  sdk: 'native',
  captureParameters: { uiProfile: 'default', uiLanguage: 'en', defaultCountry: 'NOR' },
} as const;

const saidOf = ({ status, body }: Answer) => [status, body.detail, body.code];

async function startCapture(over: object = {}, headers: Record<string, string> = {}, by = backend) {
  const dossierId = await createDossier(by);
  const path = `/assure/dossiers/${dossierId}`;
  return { path, answer: await by.request('POST', `${path}/capture`, { ...FLOW, ...over }, headers) };
}

describe('a capture flow', () => {
  it('opens a process, and gives the address of its page, each its own', async () => {
    const { path, answer } = await startCapture();
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      url: expect.stringMatching(/^http:\/\/localhost\/hosted\/index\.html#\/launch-v1\?token=[\w-]{43}$/),
      processId: expect.any(String),
    });
    const again = await backend.request('POST', `${path}/capture`, FLOW);
    expect(again.body.url).not.toBe(answer.body.url);
    const process = await backend.request('GET', `${path}/processes/${answer.body.processId}`);
    expect(process.body).toMatchObject({ status: 'pending', provider: 'onfido', processType: 'documentSelfie' });
  });

  it.each([
    ['without providers', { providers: [] }, [400, 'The request is not valid at providers.', undefined]],
    [
      'with another provider',
      { providers: [{ provider: 'signicatvideoid', processType: 'substantialFullyAuto' }, ...FLOW.providers] },
      [403, 'The account may not use this provider.', undefined],
    ],
    [
      'with several',
      { providers: [...FLOW.providers, ...FLOW.providers] },
      [400, 'A flow with several providers is not supported.', undefined],
    ],
    [
      'of a type that there is not',
      { providers: [{ provider: 'onfido', processType: 'dance' }] },
      [400, 'The process type is not supported by the provider.', undefined],
    ],
    [
      'of a video',
      { providers: [{ provider: 'onfido', processType: 'documentVideo' }] },
      [400, 'A video cannot be captured.', undefined],
    ],
    [
      'in no language',
      { captureParameters: { uiLanguage: 'not a language' } },
      [400, 'The request is not valid at captureParameters.uiLanguage.', undefined],
    ],
    ['back to a script', { redirectUrl: 'javascript:alert(1)' }, [400, 'The redirect URL is not allowed.', undefined]],
    [
      'back to this machine',
      { redirectUrl: 'https://127.0.0.1/done' },
      [400, 'The redirect URL is not allowed.', undefined],
    ],
    [
      'that notifies an inner address',
      { notificationUrl: 'https://10.0.0.1/' },
      [400, 'The notification URL is not allowed.', 'notification-url-not-allowed'],
    ],
    [
      'in a look that nobody made',
      { captureParameters: { uiProfile: 'nobody-s' } },
      [400, 'The capture configuration does not exist.', undefined],
    ],
  ])('%s is refused, and opens nothing', async (_, over, expected) => {
    const { path, answer } = await startCapture(over);
    expect(saidOf(answer)).toEqual(expected);
    const dossierId = path.split('/').at(-1);
    const { body } = await call(sandbox, `/control/api/processes?dossierId=${dossierId}`);
    expect(body).toEqual({ processes: [] });
  });

  it('of another client’s dossier does not exist, nor one in another client’s look', async () => {
    const other = await openBackend(sandbox, OTHER);
    const { path } = await startCapture();
    expect(saidOf(await other.request('POST', `${path}/capture`, FLOW))).toEqual([
      404,
      'The dossier does not exist.',
      undefined,
    ]);
    await backend.request('POST', '/assure/capture/configurations/ours', {});
    const theirs = await startCapture({ captureParameters: { uiProfile: 'ours' } }, {}, other);
    expect(saidOf(theirs.answer)).toEqual([400, 'The capture configuration does not exist.', undefined]);
  });

  it('takes the documents of its configuration, as far as the provider takes them', async () => {
    const PATH = '/assure/capture/configurations';
    await backend.request('POST', `${PATH}/some`, { documentTypes: ['passport', 'libraryCard'] });
    await backend.request('POST', `${PATH}/none`, { documentTypes: ['libraryCard'] });
    expect((await startCapture({ captureParameters: { uiProfile: 'some' } })).answer.status).toBe(201);
    const none = await startCapture({ captureParameters: { uiProfile: 'none' } });
    expect(saidOf(none.answer)).toEqual([
      400,
      'The capture configuration takes no document of the provider.',
      undefined,
    ]);
  });

  it('runs under a scenario', async () => {
    const scenario = JSON.stringify({ faults: [{ operation: 'startCapture', times: 1, status: 503 }] });
    const dossierId = await createDossier(backend);
    const start = () =>
      backend.request('POST', `/assure/dossiers/${dossierId}/capture`, FLOW, { 'x-bonafide-scenario': scenario });
    expect((await start()).status).toBe(503);
    const { body } = await start();
    const { body: shown } = await call(sandbox, `/control/api/processes/${body.processId}`);
    expect(shown).toMatchObject({ scripted: true });
  });

  it('leaves its secret nowhere but in the answer', async () => {
    const { answer } = await startCapture();
    const secret = String(answer.body.url).split('token=')[1] ?? '';
    const { body: shown } = await call(sandbox, `/control/api/processes/${answer.body.processId}`);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([sandbox.logs, shown])).not.toContain(secret);
  });
});

describe('on the hosted page', () => {
  async function arrive(over: object = {}, headers: Record<string, string> = {}, at = sandbox, by = backend) {
    const { path: dossier, answer } = await startCapture(over, headers, by);
    const browser = new HostedBrowser(at);
    expect((await browser.claim(answer.body.url)).status).toBe(200);
    const processId: string = answer.body.processId;
    const dossierId = dossier.split('/').at(-1) ?? '';
    return { browser, dossierId, processId, path: `${dossier}/processes/${processId}`, created: answer };
  }

  async function handIn(browser: HostedBrowser, front = picture('document'), selfie = picture('live')) {
    await browser.put('front', front);
    await browser.put('selfie', selfie);
    expect((await browser.handIn()).status).toBe(202);
    return browser.judged();
  }

  const returned = async (browser: HostedBrowser): Promise<URL> => new URL((await browser.show()).body.redirectUrl);

  it('a person shows everything, comes back while it is processed, and is accepted', async () => {
    const flow = await arrive();
    const { browser, dossierId, processId } = flow;
    expect((await browser.show()).body).toMatchObject({ kind: 'identity', locale: 'en', state: 'open' });
    expect((await browser.choose('passport')).status).toBe(201);
    await handIn(browser);
    const back = await returned(browser);
    expect(back.origin + back.pathname).toBe(FLOW.redirectUrl);
    expect(Object.fromEntries(back.searchParams)).toEqual({ dossierId, processId, status: 'processing' });
    const { body } = await ended(backend, flow);
    expect(body).toMatchObject({ status: 'accepted', finalResult: { firstName: 'ANNA' } });
    // Its pictures are those of any process.
    expect((await backend.request('GET', `${flow.path}/images/SELFIE`)).status).toBe(200);
    const { body: shown } = await call(sandbox, `/control/api/processes/${processId}`);
    expect(shown).toMatchObject({ documentType: 'passport', scripted: false });
  });

  it('another face is decided as in any process', async () => {
    const flow = await arrive();
    await flow.browser.choose('passport');
    await handIn(flow.browser, picture('document'), picture('other-person'));
    while ((await flow.browser.show()).body.state === 'open') {
      await flow.browser.put('selfie', picture('other-person'));
      await flow.browser.handIn();
      await flow.browser.judged();
    }
    expect((await ended(backend, flow)).body).toMatchObject({
      status: 'inconclusive',
      providerSpecific: { facialSimilarity: { faceComparison: 'consider' } },
    });
  });

  it('a picture that nothing can be read on is taken again there', async () => {
    const flow = await arrive();
    await flow.browser.choose('passport');
    const state = await handIn(flow.browser, picture('unclear-document'));
    expect(state).toMatchObject({ status: 'recapture', recapture: { depictions: ['front'] } });
    expect((await backend.request('GET', flow.path)).body.status).toBe('pending');
    await flow.browser.put('front', picture('document'));
    await flow.browser.handIn();
    await flow.browser.judged();
    expect((await ended(backend, flow)).body.status).toBe('accepted');
  });

  it('only the documents of the configuration can be chosen', async () => {
    await backend.request('POST', '/assure/capture/configurations/passports', { documentTypes: ['passport'] });
    const { browser } = await arrive({ captureParameters: { uiProfile: 'passports' } });
    // A flow keeps what it began with.
    await backend.request('PUT', '/assure/capture/configurations/passports', { documentTypes: ['identityCard'] });
    const refused = await browser.choose('identityCard');
    expect(refused.body).toMatchObject({ code: 'document-unsupported' });
    expect((await browser.choose('passport')).status).toBe(201);
  });

  it('who gives up has canceled, and what the address had of its own stays', async () => {
    const flow = await arrive({ redirectUrl: 'https://partner.example/done?order=7&status=ours' });
    await flow.browser.cancel();
    const { dossierId, processId } = flow;
    const back = Object.fromEntries((await returned(flow.browser)).searchParams);
    expect(back).toEqual({ order: '7', dossierId, processId, status: 'canceled' });
    expect((await backend.request('GET', flow.path)).body).toMatchObject({ status: 'canceled', providerSpecific: {} });
  });

  it('who has been canceled by the client comes back so', async () => {
    const flow = await arrive();
    await flow.browser.choose('passport');
    await backend.request('POST', `${flow.path}/cancellation`, {});
    await handIn(flow.browser);
    expect((await returned(flow.browser)).searchParams.get('status')).toBe('canceled');
    expect((await backend.request('GET', flow.path)).body.status).toBe('canceled');
  });

  it('who takes too long has failed', async () => {
    const own = await openTestSandbox();
    const mine = await openBackend(own);
    const flow = await arrive({}, {}, own, mine);
    own.clock.advance(31 * 60_000);
    await call(own, '/control/api/retention', { method: 'POST' });
    expect((await mine.request('GET', flow.path)).body).toMatchObject({
      status: 'failed',
      failReason: { type: 'timeout' },
    });
    await own.close();
  });

  it('a scenario asks again once, and then answers as the vendor does', async () => {
    const scenario = JSON.stringify({ recaptures: 1, process: 'rejected' });
    const flow = await arrive({}, { 'x-bonafide-scenario': scenario });
    await flow.browser.choose('passport');
    expect(await handIn(flow.browser)).toMatchObject({ status: 'recapture' });
    await handIn(flow.browser);
    const { body } = await ended(backend, flow);
    expect(body).toMatchObject({
      status: 'rejected',
      providerSpecific: { documentVerification: { subResult: 'rejected', documentType: 'unknown' } },
    });
  });

  it.each(['process', 'dossier'] as const)('nothing is left once its %s is deleted', async (what) => {
    const flow = await arrive();
    await flow.browser.choose('passport');
    await flow.browser.put('front', picture('document'));
    await backend.request('DELETE', what === 'process' ? flow.path : `/assure/dossiers/${flow.dossierId}`);
    expect((await flow.browser.show()).status).toBe(404);
  });
});
