import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, captureEvidence, details } from './support/journey.ts';
import {
  FAILURE_URL,
  HostedBrowser,
  initiateWeb,
  SUCCESS_URL,
  tokenOf,
  type WebFlowOptions,
} from './support/hosted.ts';
import type { PictureProcessor } from '../src/processing/picture-processor.ts';
import { readingProcessor } from './support/reading-processor.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { digestOf, picture } from './support/pictures.ts';

// Every route with wrong keys, and another's, is in access-hosted.test.ts.

let sandbox: TestSandbox;
/** What the processor waits for before it looks at a selfie. */
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  const client = {
    ...ACME,
    onboardingPartners: [...ACME.onboardingPartners, 'ACME-WEB_SDK-COE_KTP_SCAN', 'ACME-WEB_SDK-COE_KYC_LITE'],
  };
  const processor: PictureProcessor = {
    ...readingProcessor,
    async inspect(selfie, signal) {
      await gate;
      return readingProcessor.inspect(selfie, signal);
    },
  };
  sandbox = await openTestSandbox({ clients: [client], maximumUploadBytes: 4096, processor });
});
afterAll(() => sandbox.close());

/** A browser that was sent to a hosted page and opened it. */
async function arrive(options: WebFlowOptions = {}) {
  const flow = await initiateWeb(sandbox, options);
  const browser = new HostedBrowser(sandbox);
  const claimed = await browser.claim(flow.launchUrl);
  return { ...flow, browser, claimed };
}

const query = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('a launch address', () => {
  it('opens the check for one browser, by a cookie that no script reads', async () => {
    const { claimed, browser, launchUrl } = await arrive();
    expect(claimed.status).toBe(200);
    expect(claimed.body).toMatchObject({
      kind: 'selfie',
      state: 'open',
      locale: 'id',
      attempts: { used: 0, max: 3 },
      redirectUrl: null,
    });
    expect(claimed.headers.get('set-cookie')).toMatch(
      new RegExp(`; Path=/hosted/api/checks/${browser.checkId}; HttpOnly; SameSite=Strict$`),
    );
    const second = new HostedBrowser(sandbox);
    expect((await second.claim(launchUrl)).body).toMatchObject({ code: 'not-found' });
    expect(second.cookie).toBe('');
    // And the first is not put out by it.
    expect((await browser.show()).status).toBe(200);
  });

  it('answers the page that lost the answer once more, and for a minute only', async () => {
    const { browser, launchUrl } = await arrive();
    expect((await browser.claim(launchUrl)).status).toBe(200);
    expect((await browser.show()).status).toBe(200);
    sandbox.clock.advance(61_000);
    expect((await browser.claim(launchUrl)).status).toBe(404);
  });

  it('gives two browsers at once to one of them', async () => {
    const { launchUrl } = await initiateWeb(sandbox);
    const answers = await Promise.all(Array.from({ length: 5 }, () => new HostedBrowser(sandbox).claim(launchUrl)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404, 404]);
  });

  it('is replaced when the flow is initiated again, with the session that came of it', async () => {
    const { browser, launchUrl, correlationId } = await arrive();
    const again = await initiateWeb(sandbox, { correlationId });
    expect((await browser.show()).status).toBe(404);
    const next = new HostedBrowser(sandbox);
    expect((await next.claim(launchUrl)).status).toBe(404);
    expect((await next.claim(again.launchUrl)).body.checkId).toBe(browser.checkId);
  });

  it('leads back at once when its time was over before anybody came', async () => {
    const { launchUrl } = await initiateWeb(sandbox);
    sandbox.clock.advance(901_000);
    const browser = new HostedBrowser(sandbox);
    const { status, body } = await browser.claim(launchUrl);
    expect([status, body.state, browser.cookie]).toEqual([200, 'expired', '']);
    expect(query(body.redirectUrl)).toMatchObject({ status: 'ERROR', error_code: 'SESSION_TIMEOUT' });
  });

  it('never gets into a log', async () => {
    const { launchUrl, browser } = await arrive();
    await browser.selfie();
    const logged = JSON.stringify(sandbox.logs);
    expect(logged).toContain('claimHostedCheck');
    for (const secret of [tokenOf(launchUrl), browser.cookie.split('=')[1] ?? '', browser.key]) {
      expect(secret.length).toBeGreaterThan(40);
      expect(logged).not.toContain(secret);
    }
  });
});

it('a session is of use to the pages’ own origin', async () => {
  const { browser } = await arrive();
  const headers = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' };
  expect((await browser.call('DELETE', `/checks/${browser.checkId}`, { headers })).status).toBe(200);
});

describe('pictures', () => {
  it('that are none, or too large, or of something else, are refused', async () => {
    const { browser } = await arrive();
    const refused = async (depiction: string, bytes: Uint8Array<ArrayBuffer>) => {
      const { status, body } = await browser.put(depiction, bytes);
      return [status, body.code];
    };
    expect(await refused('selfie', new TextEncoder().encode('<svg onload=alert(1)>'))).toEqual([
      415,
      'image-unsupported',
    ]);
    expect(await refused('selfie', new Uint8Array())).toEqual([415, 'image-unsupported']);
    expect(await refused('selfie', new Uint8Array([...picture('live'), ...new Uint8Array(4096)]))).toEqual([
      413,
      'image-too-large',
    ]);
    expect(await refused('front', picture('ktp'))).toEqual([404, 'not-found']);
    expect((await browser.handIn()).body.code).toBe('images-missing');
  });

  it('are handed in with evidence of themselves and of nothing else', async () => {
    const { browser } = await arrive();
    await browser.put('selfie', picture('live'));
    const other = { selfie: { digest: digestOf(picture('blurred')) } };
    expect((await browser.handIn(other)).body.code).toBe('evidence-mismatch');
    expect((await browser.handIn({ selfie: { digest: digestOf(picture('live')) } })).status).toBe(202);
  });

  it('are erased by the sweep, with what was copied of them', async () => {
    const { browser, partnerToken, correlationId } = await arrive();
    await browser.selfie();
    const before = await details(sandbox, partnerToken, { correlationId });
    const url = before.body.data.submissionDetails.imageUrls.selfie;
    expect((await sandbox.fetch(new Request(url))).status).toBe(200);
    sandbox.clock.advance(61 * 60_000);
    const { body } = await call(sandbox, '/control/api/retention', { method: 'POST' });
    expect(body.imagesErased).toBeGreaterThanOrEqual(2);
    expect((await browser.state()).body.received).toEqual([]);
  });
});

describe('what a capture is signed for', () => {
  it('is given with the open attempt, used up when that is handed in, and kept with the picture', async () => {
    const { browser } = await arrive();
    const first = (await browser.state()).body.captureNonce;
    expect(first).toMatch(/^[\w-]{32}$/);
    expect((await browser.state()).body.captureNonce).toBe(first);
    const again = await browser.selfie(picture('not-live'));
    expect(again).toMatchObject({ status: 'recapture' });
    expect(again.captureNonce).toMatch(/^[\w-]{32}$/);
    expect(again.captureNonce).not.toBe(first);
    const last = await browser.selfie(picture('live'));
    expect(last).not.toHaveProperty('captureNonce');
  });

  it('makes a picture without a signature say so', async () => {
    const { browser, correlationId, partnerToken } = await arrive();
    await browser.selfie();
    const { body } = await details(sandbox, partnerToken, { correlationId });
    expect(body.data.submissionDetails.verificationResults.liveness.evidence).toMatchObject({ binding: 'absent' });
  });
});

describe('a check on the hosted page', () => {
  it('passes, leads back as documented, and is a submission for the partner', async () => {
    const { browser, correlationId, partnerToken } = await arrive();
    // A face alone: of a document nothing is said.
    expect((await browser.choose(null)).body.requirements).toEqual({ selfie: true });
    expect((await browser.state()).body.requirements).toEqual({ selfie: true });
    expect(await browser.selfie()).toMatchObject({ status: 'accepted', attempts: { used: 1, max: 3 } });
    const { body } = await browser.show();
    expect(body).toMatchObject({ state: 'concluded' });
    expect(body.redirectUrl).toBe(`${SUCCESS_URL}&status=COMPLETED&partner_session_id=${correlationId}`);
    const read = await details(sandbox, partnerToken, { correlationId });
    expect(read.body.data).toMatchObject({ status: 'COMPLETED', result: 'VALID', flow: 'STANDALONE_LIVENESS' });
    expect(read.body.data.submissionDetails.verificationResults.liveness.evidence).toMatchObject({
      score: 0.94,
      clientScore: 0.95,
    });
  });

  it('is refused after three attempts, each a submission, and leads back as documented', async () => {
    const { browser, correlationId, partnerToken } = await arrive();
    for (const used of [1, 2]) {
      expect(await browser.selfie(picture('not-live'))).toMatchObject({
        status: 'recapture',
        recapture: { depictions: ['selfie'], reason: 'not-live' },
        received: [],
        attempts: { used, max: 3 },
      });
    }
    expect(await browser.selfie(picture('not-live'))).toMatchObject({ status: 'rejected', attempts: { used: 3 } });
    expect((await browser.put('selfie', picture('live'))).body.code).toBe('state-conflict');
    expect((await browser.handIn()).body.code).toBe('state-conflict');
    // Approved or rejected alike.
    expect((await browser.show()).body.redirectUrl).toBe(
      `${SUCCESS_URL}&status=COMPLETED&partner_session_id=${correlationId}`,
    );
    const read = await details(sandbox, partnerToken, { correlationId });
    expect(read.body.data).toMatchObject({ result: 'INVALID', reasonCode: 'NOT_LIVE' });
    const { body } = await call(sandbox, `/control/api/submissions?correlationId=${correlationId}`);
    expect(body.submissions.map(({ attempt, nextAction }: never) => [attempt, nextAction])).toEqual([
      [3, 'EXIT'],
      [2, 'RETRY'],
      [1, 'RETRY'],
    ]);
  });

  it('comes to no decision when no picture can be judged, and leads back as to a failure', async () => {
    const { browser, correlationId } = await arrive({ scenario: { attempts: 1 } });
    expect(await browser.selfie(picture('two-faces'))).toMatchObject({ status: 'failed' });
    expect((await browser.show()).body.redirectUrl).toBe(
      `${FAILURE_URL}?status=ERROR&partner_session_id=${correlationId}&error_code=VERIFICATION`,
    );
  });

  it('can be cancelled, and takes nothing after it', async () => {
    const { browser, correlationId } = await arrive();
    await browser.put('selfie', picture('live'));
    const { body } = await browser.cancel();
    expect(body).toMatchObject({ state: 'cancelled' });
    expect(body.redirectUrl).toBe(
      `${FAILURE_URL}?status=ERROR&partner_session_id=${correlationId}&error_code=USER_CANCELLED`,
    );
    expect((await browser.handIn()).body.code).toBe('state-conflict');
    expect((await browser.put('selfie', picture('live'))).body.code).toBe('state-conflict');
    expect((await browser.cancel()).body).toEqual(body);
    expect((await browser.state()).body.status).toBe('canceled');
    expect((await initiateWeb(sandbox, { correlationId })).status).toBe(400);
  });

  it('can be cancelled while it is processed: what the checks find then changes nothing', async () => {
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const { browser, correlationId } = await arrive();
    await browser.put('selfie', picture('live'));
    expect((await browser.handIn()).status).toBe(202);
    expect((await browser.cancel()).body.state).toBe('cancelled');
    open();
    // The queue has one worker for attempts: once the next is judged, that one is over.
    await (await arrive()).browser.selfie();
    expect((await browser.show()).body.state).toBe('cancelled');
    const { body } = await call(sandbox, `/control/api/submissions?correlationId=${correlationId}`);
    expect(body.submissions).toEqual([]);
  });

  it('ends when its time is over, and when nobody looks', async () => {
    const { browser } = await arrive();
    const unseen = await arrive();
    await browser.put('selfie', picture('live'));
    sandbox.clock.advance(901_000);
    expect((await browser.handIn()).body.code).toBe('state-conflict');
    const { body } = await browser.show();
    expect(body.state).toBe('expired');
    expect(query(body.redirectUrl)).toMatchObject({ status: 'ERROR', error_code: 'SESSION_TIMEOUT' });
    await call(sandbox, '/control/api/retention', { method: 'POST' });
    expect(sandbox.logs).toContainEqual(
      expect.objectContaining({ event: 'hosted-check-ended', checkId: unseen.browser.checkId, state: 'expired' }),
    );
  });

  it('asks only for the picture that was bad', async () => {
    const { browser, correlationId, partnerToken } = await arrive({
      flow: 'KYC_LITE',
      onboardingPartner: 'ACME-WEB_SDK-COE_KYC_LITE',
    });
    expect((await browser.choose('passport')).body.code).toBe('document-unsupported');
    expect((await browser.choose('ktp')).body.requirements).toEqual({ sides: ['front'], selfie: true });
    await browser.put('front', picture('ktp'));
    expect(await browser.selfie(picture('two-faces'))).toMatchObject({
      status: 'recapture',
      recapture: { depictions: ['selfie'], reason: 'multiple-faces' },
      received: ['front'],
    });
    expect((await browser.put('front', picture('ktp'))).body.code).toBe('state-conflict');
    expect((await browser.choose('ktp')).body.code).toBe('state-conflict');
    expect(await browser.selfie(picture('live'))).toMatchObject({ status: 'accepted' });
    const { body } = await details(sandbox, partnerToken, { correlationId });
    expect(body.data).toMatchObject({ result: 'VALID' });
    expect(body.data.submissionDetails.ktpData).toMatchObject({ name: 'ANNA SPECIMEN' });
    expect(Object.keys(body.data.submissionDetails.imageUrls).toSorted()).toEqual(['ktp', 'selfie']);
  });

  it('asks for the document alone where the face is not looked at', async () => {
    const { browser } = await arrive({ flow: 'KTP_SCAN', onboardingPartner: 'ACME-WEB_SDK-COE_KTP_SCAN' });
    await browser.choose('ktp');
    expect((await browser.put('selfie', picture('live'))).status).toBe(404);
    await browser.put('front', picture('no-document'));
    await browser.handIn();
    expect(await browser.judged()).toMatchObject({
      status: 'recapture',
      recapture: { depictions: ['front'], reason: 'no-document' },
    });
  });

  it('runs under a scenario, and says that it was scripted', async () => {
    const { browser, correlationId, partnerToken } = await arrive({ scenario: 'not-live' });
    for (let attempt = 1; attempt <= 3; attempt += 1) await browser.selfie();
    expect((await browser.state()).body.status).toBe('rejected');
    const { body } = await details(sandbox, partnerToken, { correlationId });
    expect(body.data).toMatchObject({ result: 'INVALID', reasonCode: 'NOT_LIVE' });
    expect(body.data.submissionDetails['x-bonafide']).toEqual({ scripted: true, scenario: 'not-live' });
  });

  it('has scripted troubles of its own', async () => {
    const { browser } = await arrive({ scenario: 'server-errors' });
    expect((await browser.put('selfie', picture('live'))).status).toBe(503);
    expect((await browser.put('selfie', picture('live'))).status).toBe(200);
    const bare = { selfie: { bonafide: captureEvidence(picture('live')) } };
    expect([(await browser.handIn(bare)).status, (await browser.handIn(bare)).status]).toEqual([503, 503]);
    expect((await browser.handIn(bare)).status).toBe(202);
    expect(await browser.judged()).toMatchObject({ status: 'accepted' });
  });

  it('ends at once where a scenario leaves no attempt', async () => {
    const { claimed } = await arrive({ scenario: 'quota-exhausted' });
    expect(claimed.body).toMatchObject({ state: 'concluded', attempts: { used: 0, max: 0 } });
    expect(query(claimed.body.redirectUrl)).toMatchObject({ status: 'ERROR', error_code: 'VERIFICATION' });
  });

  it('is erased with its user', async () => {
    const { browser } = await arrive({ userId: 'user-to-erase' });
    await browser.put('selfie', picture('live'));
    const { body } = await call(sandbox, '/control/api/clients/ACME/users/user-to-erase', { method: 'DELETE' });
    expect(body).toMatchObject({ flows: 1, images: 1 });
    expect((await browser.show()).status).toBe(404);
  });

  it('leads back to addresses that only lead somewhere', async () => {
    const script = await initiateWeb(sandbox, { body: { failureRedirectionUrl: 'javascript:alert(1)' } });
    expect(script.status).toBe(400);
    expect(JSON.stringify(script.body)).toContain('INVALID_FAILURE_REDIRECTION_URL');
  });
});
