import { createMemoryStore, createMosaic, createMosaicStep, type MosaicStepOptions } from '@bonafide/partner-server';
import { restoreFromSerializedState, serializeState } from '@bonafide/partner-server/mosaic/page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrive, BASE, showPassport, showUntilOver } from './support/mosaic.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture, type Verdict } from './support/pictures.ts';

// The vendor's page about the journey's step "Identity Verification", sentence by sentence and row by row, against the sandbox.
// https://developer.transmitsecurity.com/guides/orchestration/journeys/document_verification

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000, retention: { resultsDays: 365 } });
});
afterAll(() => sandbox.close());

const CALLBACK_URL = 'https://partner.example.com/journey';

function stepOf(over: Partial<MosaicStepOptions> = {}) {
  const mosaic = createMosaic({
    clientId: ACME.clientId,
    clientSecret: ACME.passKey,
    urls: { token: BASE, gateway: BASE },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
  return { mosaic, step: createMosaicStep({ mosaic, callbackUrl: CALLBACK_URL, store: createMemoryStore(), ...over }) };
}

type Step = ReturnType<typeof stepOf>['step'];

/** To the hosted page and back; resolves with the branch. */
async function run(step: Step, front: Verdict = 'document', selfie: Verdict = 'live') {
  const { data } = await step.start({ subject: 'anna' });
  const { browser } = await arrive(sandbox, data.payload.endpoint);
  await showUntilOver(browser, front, selfie);
  const { redirectUrl } = (await browser.show()).body;
  const { state, sessionId } = Object.fromEntries(new URL(redirectUrl).searchParams);
  return step.finish({ subject: 'anna', input: { payload: { state, sessionId } } });
}

async function variablesOf(step: Step) {
  const branch = await run(step);
  if (branch.kind === 'error') throw branch.error;
  return branch.variables;
}

describe('the step', () => {
  it('hands the page the printed payload, each field of it', async () => {
    const { step } = stepOf();
    const response = await step.start({ subject: 'anna' });
    expect(response.journeyStepId).toBe('identityVerification');
    expect(Object.keys(response.data.payload)).toEqual([
      'endpoint',
      'base_endpoint',
      'start_token',
      'state',
      'session',
    ]);
    const { endpoint, base_endpoint, start_token } = response.data.payload;
    expect(endpoint).toBe(`${base_endpoint}/${start_token}`);
  });

  it('runs as the printed page code does: save, redirect, restore, submit', async () => {
    const { step } = stepOf();
    const idoResponse = await step.start({ subject: 'anna' });
    // "sdkState = ido.serializeState(); await saveToLocalStorage(sdkState)"
    const localStorage = new Map([['sdkState', serializeState(idoResponse)]]);
    // "window.location.href = idoResponse.data?.payload.endpoint"
    const { browser } = await arrive(sandbox, idoResponse.data.payload.endpoint);
    await showPassport(browser);
    // "On page load"
    const search = new URL((await browser.show()).body.redirectUrl).searchParams;
    const params = Object.fromEntries(search.entries());
    const restored = restoreFromSerializedState(localStorage.get('sdkState'));
    expect(params['state'] && params['sessionId'] && restored?.journeyStepId).toBe('identityVerification');
    // "await ido.submitClientResponse(ClientResponseOptionType.ClientInput, data)"
    const data = { payload: { state: params['state'], sessionId: params['sessionId'] } };
    expect((await step.finish({ subject: 'anna', input: data })).kind).toBe('allow');
  });

  it('collects consent, pictures of the document and a selfie before it redirects back', async () => {
    const { step, mosaic } = stepOf();
    const { data } = await step.start({ subject: 'anna' });
    const { browser } = await arrive(sandbox, data.payload.endpoint);
    expect((await browser.show()).body.redirectUrl).toBeNull();
    await showPassport(browser);
    expect((await browser.show()).body.redirectUrl).toContain(CALLBACK_URL);
    const sessionId = data.payload.session;
    expect(await mosaic.getConsent({ sessionId })).toMatchObject({ consented_at: expect.any(String) });
    expect((await mosaic.getImages({ sessionId })).map(({ type }) => type)).toEqual(['document_front', 'selfie']);
  });

  it.each<[string, Verdict, Verdict, string]>([
    ['allow: proceed normally', 'document', 'live', 'allow'],
    ['challenge: a manual review procedure', 'document', 'other-person', 'challenge'],
    ['deny: terminate', 'document', 'not-live', 'deny'],
  ])('goes on with %s', async (_, front, selfie, kind) => {
    expect((await run(stepOf().step, front, selfie)).kind).toBe(kind);
  });
});

describe('the table of its settings', () => {
  it('Time to live: seconds after which the data are deleted', async () => {
    const { mosaic, step } = stepOf({ timeToLiveSeconds: 7_200 });
    const branch = await run(step);
    if (branch.kind === 'error') throw branch.error;
    const key = { sessionId: branch.sessionId };
    sandbox.clock.advance(7_190_000);
    expect((await mosaic.getResult(key)).recommendation).toBe('ALLOW');
    sandbox.clock.advance(20_000);
    await expect(mosaic.getResult(key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('Time to live: 90 days by default', async () => {
    const { mosaic, step } = stepOf();
    const branch = await run(step);
    if (branch.kind === 'error') throw branch.error;
    const key = { sessionId: branch.sessionId };
    sandbox.clock.advance(90 * 86_400_000 - 10_000);
    expect((await mosaic.getResult(key)).recommendation).toBe('ALLOW');
    sandbox.clock.advance(20_000);
    await expect(mosaic.getResult(key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('Callback URL: where the person is redirected once the process completes', async () => {
    const { step } = stepOf({ callbackUrl: 'https://elsewhere.example/back?from=mosaic' });
    const { data } = await step.start({ subject: 'anna' });
    const { browser } = await arrive(sandbox, data.payload.endpoint);
    await showPassport(browser);
    const url = new URL((await browser.show()).body.redirectUrl);
    expect(url.origin + url.pathname).toBe('https://elsewhere.example/back');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: 'mosaic',
      sessionId: data.payload.session,
      state: data.payload.state,
    });
  });

  it('Output Variable: identity_result by default, with document details and personal information', async () => {
    const { identity_result } = await variablesOf(stepOf().step);
    // "identity_result.verified_info.document.type"
    expect(identity_result?.verified_info.document?.type).toBe('passport');
    // "Hi ${identity_result.verified_info.person.given_name}"
    expect(`Hi ${identity_result?.verified_info.person?.given_name}`).toBe('Hi ANNA');
  });

  it('Output Variable: as it is named', async () => {
    expect(Object.keys(await variablesOf(stepOf({ outputVariable: 'kyc' }).step))).toEqual(['kyc']);
  });

  it.each(['abort', 'branch', 'abort by default'] as const)('Session Error Behavior: %s', async (behavior) => {
    const { mosaic, step } = stepOf(behavior === 'abort by default' ? {} : { sessionErrors: behavior });
    const { data } = await step.start({ subject: 'anna' });
    const { state, session: sessionId } = data.payload;
    await mosaic.deleteVerification({ sessionId });
    const end = step.finish({ subject: 'anna', input: { payload: { state, sessionId } } });
    if (behavior !== 'branch') await expect(end).rejects.toMatchObject({ code: 'not-found' });
    else expect(await end).toMatchObject({ kind: 'error', error: { code: 'not-found' } });
  });

  it('Mocking Behavior: not enabled, the pictures decide', async () => {
    expect((await run(stepOf().step, 'copy')).kind).toBe('challenge');
  });

  it.each([
    ['ALLOW', 'copy', 'other-person', 'allow'],
    ['CHALLENGE', 'document', 'live', 'challenge'],
    ['DENY', 'document', 'live', 'deny'],
  ] as const)('Recommendation: %s, without an actual verification', async (recommendation, front, selfie, kind) => {
    expect((await run(stepOf({ mock: { recommendation } }).step, front, selfie)).kind).toBe(kind);
  });

  it('Processing Time: in seconds, once all the images are captured', async () => {
    const { mosaic, step } = stepOf({ mock: { recommendation: 'ALLOW', processingTimeSeconds: 2 } });
    const { data } = await step.start({ subject: 'anna' });
    const { browser } = await arrive(sandbox, data.payload.endpoint);
    await browser.choose('passport');
    await browser.put('front', picture('document'));
    const sessionId = data.payload.session;
    expect((await mosaic.getResult({ sessionId })).status).toBe('pending');
    await browser.put('selfie', picture('live'));
    await browser.handIn();
    expect((await mosaic.getResult({ sessionId })).status).toBe('processing');
    expect((await mosaic.waitForResult({ sessionId, timeoutMs: 20_000 })).recommendation).toBe('ALLOW');
  });

  it.each([true, false])('Force Recapture: %s, for the first attempt', async (forceRecapture) => {
    const { mosaic, step } = stepOf({ mock: { recommendation: 'ALLOW', forceRecapture } });
    const { data } = await step.start({ subject: 'anna' });
    const { browser } = await arrive(sandbox, data.payload.endpoint);
    await showPassport(browser);
    const sessionId = data.payload.session;
    expect((await mosaic.getStatus({ sessionId })).status).toBe(forceRecapture ? 'recapture' : 'complete');
    if (forceRecapture) await showUntilOver(browser);
    expect((await mosaic.getResult({ sessionId })).recommendation).toBe('ALLOW');
  });
});
