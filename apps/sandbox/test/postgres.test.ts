import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdnow, openPage, pass } from './support/idnow.ts';
import { call, details, settled, start, submit, until, uploadUrls } from './support/journey.ts';
import { arrive, BASE, createVerification, hostedPage, openMosaicBackend, showPassport } from './support/mosaic.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { openPostgresServer, POSTGRES, type PostgresServer } from './support/open-postgres-server.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

if (POSTGRES === undefined) console.warn('skipped: no PostgreSQL on this machine (see scripts/ensure-tools.mjs)');

// The same code on a real PostgreSQL, in two sandboxes that share it as two processes would.
describe.skipIf(POSTGRES === undefined)('on a real PostgreSQL', () => {
  let postgres: PostgresServer;
  let partner: Partner;
  let one: TestSandbox;
  let two: TestSandbox;

  beforeAll(async () => {
    postgres = await openPostgresServer();
    partner = await openPartner((_, count) => ({ status: count === 1 ? 500 : 200 }));
    const options = {
      databaseUrl: postgres.url,
      allowLoopback: true,
      clients: [{ ...ACME, callbackUrl: partner.url }],
      callbacks: { retryDelaysMs: [10, 10] },
    };
    // At once, so that both meet an empty database and only one migrates it.
    [one, two] = await Promise.all([openTestSandbox(options), openTestSandbox(options)]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await partner.close();
    await postgres.close();
  });

  it('says so', async () => {
    const response = await one.fetch(new Request('http://localhost/health'));
    expect(await response.json()).toEqual({ status: 'ok', database: 'postgres' });
  });

  it('goes from a token to a decision and a callback, whichever process answers', async () => {
    const started = await start(one);
    const submissionId = await submit(two, started, picture('live'));
    expect(await settled(one, started, submissionId)).toMatchObject({ status: 'COMPLETED', nextAction: 'EXIT' });
    const { body } = await details(two, started.partnerToken, { correlationId: started.correlationId });
    expect(body.data).toMatchObject({ result: 'VALID', submissionId });
    const image = await one.fetch(new Request(body.data.submissionDetails.imageUrls.selfie));
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(picture('live'));
    await until(async () => {
      const { body: shown } = await call(one, `/control/api/submissions/${submissionId}`);
      return shown.callbacks[0]?.state === 'DELIVERED';
    });
    expect(partner.requests).toHaveLength(2);
  });

  it('opens one attempt for calls at once to both', async () => {
    const started = await start(one);
    const answers = await Promise.all([one, two, one, two, one, two].map((sandbox) => uploadUrls(sandbox, started)));
    expect(new Set(answers.map(({ body }) => body.data.submissionId)).size).toBe(1);
  });

  it('gives each scripted fault to one request', async () => {
    const started = await start(one, { scenario: { faults: [{ operation: 'getUploadUrls', times: 3, status: 500 }] } });
    const answers = await Promise.all([one, two, one, two, one, two].map((sandbox) => uploadUrls(sandbox, started)));
    expect(answers.filter(({ status }) => status === 500)).toHaveLength(3);
  });

  it('takes a session of Mosaic to its result and its pictures, whichever process answers, and erases it', async () => {
    const [here, there] = [await openMosaicBackend(one), await openMosaicBackend(two)];
    const { path, startToken } = await createVerification(here, { mock_behavior: {} }, 'mosaic-nested');
    const { browser } = await arrive(two, hostedPage(startToken));
    expect(await showPassport(browser)).toMatchObject({ status: 'accepted' });
    expect((await here.request('GET', `${path}/result`)).body).toMatchObject({
      recommendation: 'ALLOW',
      verified_info: { person: { given_name: 'ANNA' } },
    });
    const { body } = await there.request('GET', `${path}/images`);
    const image = await one.fetch(
      new Request(`${BASE}${path}/images/${body.session_images[1].id}`, {
        headers: { authorization: `Bearer ${here.token}` },
      }),
    );
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(picture('live'));
    expect((await there.request('DELETE', path)).status).toBe(204);
    expect((await here.request('GET', `${path}/result`)).status).toBe(404);
  });

  it('erases a user', async () => {
    const started = await start(one, { userId: 'erase-me' });
    await settled(one, started, await submit(one, started));
    const { body } = await call(two, `/control/api/clients/${ACME.clientId}/users/erase-me`, { method: 'DELETE' });
    expect(body).toMatchObject({ flows: 1, submissions: 1, images: 1 });
    expect((await uploadUrls(one, started)).status).toBe(401);
  });

  it('counts a person’s failures over both processes, and looks at nobody after the fifth', async () => {
    const [mine, theirs] = [openIdnow(one), openIdnow(two)];
    expect((await pass(one, mine, 'biometric-enrollment', 'hurried', 'live')).outcome).toBe('accepted');
    // All pages are open before the first face is shown: no page is refused at its door.
    const pages = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        const [sandbox, idnow] = i % 2 === 0 ? [one, mine] : [two, theirs];
        const created = await idnow.createSession({ flowId: 'authentication-v1', subjectId: 'hurried' });
        return { page: await openPage(sandbox, created.playerUrl), sessionId: created.sessionContext.sessionId };
      }),
    );
    await Promise.all(pages.map(({ page }) => page.selfie(picture('other-person'))));
    const sessions = await Promise.all(
      pages.map(({ sessionId }) => mine.waitForSession({ sessionId, timeoutMs: 60_000, policy: { maxDelayMs: 500 } })),
    );
    const codes = sessions
      .map(({ results }) => results?.authenticationResult?.reason?.code ?? '')
      .toSorted((a, b) => a.localeCompare(b));
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'SERVER_FACE_DOES_NOT_MATCH'),
      ...Array.from({ length: 3 }, () => 'SERVER_USER_LOCKED_OUT'),
    ]);
  });
});
