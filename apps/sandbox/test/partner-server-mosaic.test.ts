import { createMemoryStore, createMosaic, createMosaicStep, type Mosaic } from '@bonafide/partner-server';
import { toOutcome } from '@bonafide/partner-server/mosaic';
import { nextMosaicPageStep } from '@bonafide/partner-server/mosaic/page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostedBrowser } from './support/hosted.ts';
import { arrive, BASE, hostedPage, showPassport, showUntilOver } from './support/mosaic.ts';
import { createPartner } from './support/mosaic-partner.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture, type Verdict } from './support/pictures.ts';

// The client and the gateway were written against the same specification; here they meet.

let sandbox: TestSandbox;
let mosaic: Mosaic;

beforeAll(async () => {
  sandbox = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000 });
  mosaic = clientOf(ACME);
});
afterAll(() => sandbox.close());

function clientOf({ clientId, passKey }: { readonly clientId: string; readonly passKey: string }): Mosaic {
  return createMosaic({
    clientId,
    clientSecret: passKey,
    urls: { token: BASE, gateway: BASE },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    retry: { maxAttempts: 1 },
  });
}

/** A partner's backend, and a page of it in one browser: what `location` and `sessionStorage` are to a real one. */
function openPartner() {
  const logins = new Map([
    ['sid=anna', 'anna'],
    ['sid=mallory', 'mallory'],
  ]);
  const { app, customers } = createPartner(mosaic, createMemoryStore(), logins);
  function page(cookie = 'sid=anna') {
    let saved: string | null = null;
    const post = async (path: string, body?: unknown) => {
      const init = {
        method: 'POST',
        headers: { cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      return (await app.request(path, init)).json();
    };
    return {
      post,
      /** The person presses the button; resolves with where the browser goes. */
      async leave(): Promise<string> {
        const next = nextMosaicPageStep({ search: '', saved, response: await post('/api/verification') });
        if (next.kind !== 'leave') throw new Error(next.kind);
        saved = next.save;
        return next.url;
      },
      /** The browser is back at this address, and the page loads. */
      async comeBack(url: string) {
        const next = nextMosaicPageStep({ search: new URL(url).search, saved });
        return next.kind === 'submit' ? post('/api/verification/return', next.input) : next;
      },
    };
  }
  return { customers, page };
}

/** On the hosted page; resolves with the address that the browser is sent back to. */
async function beVerified(url: string, front: Verdict = 'document', selfie: Verdict = 'live'): Promise<string> {
  const { browser } = await arrive(sandbox, url);
  await showUntilOver(browser, front, selfie);
  return (await browser.show()).body.redirectUrl;
}

describe('a partner in twenty lines', () => {
  it.each<[string, Verdict, Verdict, string, string | undefined]>([
    ['proceeds with somebody who is who they say', 'document', 'live', 'allow', 'ANNA SPECIMEN'],
    ['has a person look at somebody else’s document', 'document', 'other-person', 'challenge', undefined],
    ['ends with a mask', 'document', 'not-live', 'deny', undefined],
  ])('%s', async (_, front, selfie, next, name) => {
    const { customers, page } = openPartner();
    const anna = page();
    const back = await beVerified(await anna.leave(), front, selfie);
    expect(await anna.comeBack(back)).toEqual({ next });
    expect(customers.get('anna')).toBe(name);
    // And nothing of it is kept at the gateway.
    const sessionId = new URL(back).searchParams.get('sessionId') ?? '';
    await expect(mosaic.getResult({ sessionId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('starts over with somebody who gave up', async () => {
    const anna = openPartner().page();
    const { browser } = await arrive(sandbox, await anna.leave());
    expect(await anna.comeBack((await browser.cancel()).body.redirectUrl)).toEqual({ next: 'error' });
  });

  it('refuses a return that is played again', async () => {
    const { page } = openPartner();
    const anna = page();
    const back = await beVerified(await anna.leave());
    await anna.comeBack(back);
    expect(await anna.comeBack(back)).toEqual({ next: 'refused', why: 'return-rejected' });
  });

  it('refuses the return of another browser, with its saved state or with a stolen address', async () => {
    const { customers, page } = openPartner();
    const [anna, mallory] = [page(), page('sid=mallory')];
    const back = await beVerified(await anna.leave());
    // Mallory opens Anna's address: her page has nothing saved, and begins anew.
    expect(await mallory.comeBack(back)).toEqual({ kind: 'foreign' });
    // She submits it by hand.
    const { state, sessionId } = Object.fromEntries(new URL(back).searchParams);
    expect(await mallory.post('/api/verification/return', { payload: { state, sessionId } })).toEqual({
      next: 'refused',
      why: 'return-rejected',
    });
    // She lets Anna's session pass for her own, with a state of her own.
    const own = new URL(await beVerified(await mallory.leave(), 'document', 'other-person')).searchParams.get('state');
    expect(await mallory.post('/api/verification/return', { payload: { state: own, sessionId } })).toEqual({
      next: 'refused',
      why: 'return-rejected',
    });
    expect(customers.has('mallory')).toBe(false);
    expect(await anna.comeBack(back)).toEqual({ next: 'allow' });
  });

  it('refuses a page that says that it was allowed', async () => {
    const { customers, page } = openPartner();
    const anna = page();
    await anna.leave();
    const forged = { payload: { state: 'x', sessionId: 'y', recommendation: 'ALLOW' } };
    expect(await anna.post('/api/verification/return', forged)).toEqual({ next: 'refused', why: 'return-rejected' });
    expect(customers.size).toBe(0);
  });
});

describe('the client against the gateway', () => {
  it.each([
    ['flat', 'ALLOW', undefined],
    ['nested', 'ALLOW', '{"nestedResult":true}'],
  ] as const)('reads the %s shape', async (shape, recommendation, scenario) => {
    const headers = scenario === undefined ? {} : { 'x-bonafide-scenario': scenario };
    const { sessionId, hostedPageUrl } = await mosaic.createVerification({ headers });
    await beVerified(hostedPageUrl);
    const result = await mosaic.waitForResult({ sessionId, timeoutMs: 10_000 });
    expect(result).toMatchObject({
      shape,
      recommendation,
      person: { given_name: 'ANNA', surname: 'SPECIMEN' },
      document: { type: 'passport' },
    });
    expect(toOutcome({ from: 'result', body: result.body })).toMatchObject({
      decision: 'accepted',
      lifecycle: 'final',
    });
  });

  it.each([
    ['ALLOW', 'accepted'],
    ['CHALLENGE', 'review'],
    ['DENY', 'rejected'],
  ] as const)('mocks %s', async (recommendation, decision) => {
    const step = createMosaicStep({
      mosaic,
      callbackUrl: 'https://partner.example.com/verified',
      store: createMemoryStore(),
      mock: { recommendation, processingTimeSeconds: 1, forceRecapture: true },
      timeToLiveSeconds: 3_600,
      outputVariable: 'identity_result',
    });
    const { data } = await step.start({ subject: 'anna' });
    const { browser } = await arrive(sandbox, data.payload.endpoint);
    expect(await showPassport(browser)).toMatchObject({ status: 'recapture' });
    const { session: sessionId, state } = data.payload;
    expect(await mosaic.getStatus({ sessionId })).toMatchObject({ status: 'recapture' });
    await browser.put('front', picture('document'));
    await browser.put('selfie', picture('live'));
    await browser.handIn();
    expect(await mosaic.getStatus({ sessionId })).toMatchObject({ status: 'processing' });
    // The page is back before the checks are: the step waits.
    const branch = await step.finish({ subject: 'anna', input: { payload: { state, sessionId } } });
    expect(branch).toMatchObject({ kind: recommendation.toLowerCase(), outcome: { decision } });
  });

  it.each([
    ['pending', 'created', async () => {}],
    ['canceled', 'cancelled', async (browser: HostedBrowser): Promise<void> => void (await browser.cancel())],
    [
      'recapture',
      'needs_recapture',
      async (browser: HostedBrowser): Promise<void> => void (await showPassport(browser, 'copy')),
    ],
  ] as const)('says %s in words that the outcome knows', async (status, lifecycle, act) => {
    const { sessionId, hostedPageUrl } = await mosaic.createVerification();
    const { browser } = await arrive(sandbox, hostedPageUrl);
    await act(browser);
    const body = await mosaic.getStatus({ sessionId });
    expect(body.status).toBe(status);
    expect(toOutcome({ from: 'status', body })).toMatchObject({ lifecycle, authoritative: true });
  });

  it('ends a wait for a session that failed, and one that ran out of time', async () => {
    const brief = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000 });
    const there = createMosaic({
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      urls: { token: BASE, gateway: BASE },
      fetch: (input, init) => brief.fetch(new Request(input, init)),
    });
    const headers = { 'x-bonafide-scenario': 'mosaic-failed' };
    const failing = await there.createVerification({ headers });
    await showUntilOver((await arrive(brief, failing.hostedPageUrl)).browser);
    const late = await there.createVerification();
    brief.clock.advance(31 * 60_000);
    await brief.fetch(new Request('http://localhost/control/api/retention', { method: 'POST' }));
    for (const { sessionId } of [failing, late])
      await expect(there.waitForResult({ sessionId, timeoutMs: 10_000 })).rejects.toMatchObject({
        code: 'session-ended',
      });
    await brief.close();
  });

  it('hands out pictures, and knows what was agreed to', async () => {
    const { sessionId, hostedPageUrl } = await mosaic.createVerification();
    await beVerified(hostedPageUrl);
    const images = await mosaic.getImages({ sessionId });
    expect(images.map(({ type }) => type)).toEqual(['document_front', 'selfie']);
    const image = await mosaic.getImage({ sessionId, imageId: images[0]?.id ?? '' });
    expect(image).toEqual({ bytes: picture('document'), mediaType: 'image/jpeg' });
    expect(await mosaic.getConsent({ sessionId })).toMatchObject({ session_id: sessionId, consent_version: '1' });
  });

  it.each([
    ['live', 'ALLOW'],
    ['other-person', 'CHALLENGE'],
  ] as const)('recognises a face: %s', async (selfie, recommendation) => {
    const { device_session_id: deviceSessionId } = await mosaic.createFaceAuthentication({
      reference: picture('live'),
    });
    const { browser } = await arrive(sandbox, hostedPage(deviceSessionId));
    await browser.choose(null);
    for (let state = await browser.selfie(picture(selfie)); state.status === 'recapture';)
      state = await browser.selfie(picture(selfie));
    const result = await mosaic.waitForFaceAuthentication({ deviceSessionId, timeoutMs: 10_000 });
    expect(result).toEqual({ status: 'complete', recommendation });
    expect(toOutcome({ from: 'face-auth', body: result }).native.product).toBe('face-auth');
  });

  it('understands the gateway’s refusals', async () => {
    await expect(clientOf({ ...ACME, passKey: 'wrong' }).accessToken()).rejects.toMatchObject({
      code: 'credentials-rejected',
      gatewayCauses: ['invalid_client'],
    });
    const other = createMosaic({
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      resource: 'https://elsewhere.example',
      urls: { token: BASE, gateway: BASE },
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    });
    await expect(other.accessToken()).rejects.toMatchObject({
      code: 'credentials-rejected',
      gatewayCauses: ['invalid_target'],
    });
    const headers = { 'x-bonafide-scenario': '{"faults":[{"operation":"getVerificationResult","status":429}]}' };
    const { sessionId } = await mosaic.createVerification({ headers });
    await expect(mosaic.getResult({ sessionId })).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 1_000 });
  });

  it('of another client finds nothing of this one’s, whatever it asks for', async () => {
    const stranger = clientOf(OTHER);
    const { sessionId, hostedPageUrl } = await mosaic.createVerification();
    await beVerified(hostedPageUrl);
    const imageId = (await mosaic.getImages({ sessionId }))[0]?.id ?? '';
    const face = await mosaic.createFaceAuthentication({ reference: picture('live') });
    const asked: Promise<unknown>[] = [
      stranger.getResult({ sessionId }),
      stranger.getStatus({ sessionId }),
      stranger.getConsent({ sessionId }),
      stranger.getImages({ sessionId }),
      stranger.getImage({ sessionId, imageId }),
      stranger.getFaceAuthenticationResult({ deviceSessionId: face.device_session_id }),
    ];
    for (const end of await Promise.allSettled(asked))
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
    // Deleting what is not there is no error, and deletes nothing.
    await stranger.deleteVerification({ sessionId });
    expect((await mosaic.getResult({ sessionId })).recommendation).toBe('ALLOW');
  });
});
