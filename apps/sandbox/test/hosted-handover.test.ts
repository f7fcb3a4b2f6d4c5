import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTokenOf, openPage as openFlow, openPhone as openLink, slowBody } from './support/handover.ts';
import { HostedBrowser, initiateWeb, SUCCESS_URL, type WebFlowOptions } from './support/hosted.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// A hosted check goes from the page to a phone: by a link that opens once, and a phone that the person confirms.

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

const json = (body: object): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const openPage = (options?: WebFlowOptions) => openFlow(sandbox, options);
const openPhone = (url: string) => openLink(sandbox, url);

/** Page and phone, when the phone has the check. */
async function handOver() {
  const at = await openPage();
  const { url } = await at.offer();
  const there = await openPhone(url);
  expect((await at.confirm(there.joined.body.code)).status).toBe(204);
  return { ...at, ...there };
}

describe('a hand-over', () => {
  it('goes by a link that opens once, and a number that both screens show, to the end of the check', async () => {
    const { page, offer, look, confirm, correlationId } = await openPage();
    expect(await look()).toEqual({ state: 'none', code: null });
    const { url, expiresInSeconds } = await offer();
    expect(url).toMatch(/^http:\/\/localhost\/hosted\/index\.html#\/phone-v1\?token=[\w-]{43}$/);
    expect(expiresInSeconds).toBe(300);
    expect(await look()).toEqual({ state: 'offered', code: null });

    const { phone, joined, show } = await openPhone(url);
    expect(joined.body).toEqual({
      checkId: page.checkId,
      code: expect.stringMatching(/^\d{4}$/),
      title: null,
      locale: 'id',
      theme: 'system',
    });
    expect(joined.headers.get('set-cookie')).toMatch(
      new RegExp(
        `^bonafide_hosted_phone=[\\w-]{43}; Path=/hosted/api/checks/${page.checkId}; HttpOnly; SameSite=Strict$`,
      ),
    );
    // Before the person has said that it is theirs, nothing is open to it but that.
    expect((await show()).status).toBe(404);
    expect((await phone.put('selfie', picture('live'))).status).toBe(401);
    const waiting = await phone.call('GET', `/checks/${page.checkId}/handover?as=phone`);
    expect(waiting.body).toEqual({ state: 'joined', code: joined.body.code });
    expect(await look()).toEqual(waiting.body);

    expect((await confirm(joined.body.code)).status).toBe(204);
    expect((await show()).body).toMatchObject({ kind: 'selfie', state: 'open', isOnPhone: true });
    expect((await page.show()).body).toMatchObject({ state: 'open', isOnPhone: true });
    // One device at a time hands in pictures.
    expect(await page.put('selfie', picture('live'))).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    expect(await phone.selfie(picture('live'))).toMatchObject({ status: 'accepted' });
    // The page leads back; the phone goes nowhere.
    expect((await show()).body).toMatchObject({ state: 'concluded', redirectUrl: null });
    expect((await page.show()).body.redirectUrl).toContain(SUCCESS_URL.split('?')[0]);
    expect((await page.show()).body.redirectUrl).toContain(correlationId);
  });

  it('shares the attempts', async () => {
    const { page, phone } = await handOver();
    await phone.selfie(picture('not-live'));
    expect((await page.show()).body.attempts).toEqual({ used: 1, max: 3 });
  });

  it.each(['page', 'phone'] as const)('is cancelled on the %s for both', async (who) => {
    const { page, phone, show } = await handOver();
    const ended = await (who === 'page' ? page.cancel() : phone.call('DELETE', `/checks/${phone.checkId}?as=phone`));
    expect(ended.body.state).toBe('cancelled');
    expect((await page.show()).body).toMatchObject({
      state: 'cancelled',
      redirectUrl: expect.stringContaining('http'),
    });
    expect((await show()).body).toMatchObject({ state: 'cancelled', redirectUrl: null });
  });

  it('is taken back at once, with what the phone has handed in', async () => {
    const { page, phone, show, takeBack, look } = await handOver();
    await phone.selfie(picture('not-live'));
    expect((await takeBack()).status).toBe(204);
    expect((await show()).status).toBe(404);
    expect((await phone.put('selfie', picture('live'))).status).toBe(401);
    expect(await look()).toEqual({ state: 'none', code: null });
    expect((await page.show()).body).toMatchObject({ isOnPhone: false, attempts: { used: 1 } });
    expect(await page.selfie(picture('live'))).toMatchObject({ status: 'accepted' });
    // Again is done, and changes nothing.
    expect((await takeBack()).status).toBe(204);
  });

  it('leaves nothing of a picture that was on its way when the phone lost the check', async () => {
    const { page, phone, takeBack } = await handOver();
    const picturePath = `/checks/${phone.checkId}/processes/${phone.checkId}/images/selfie`;
    const slow = slowBody(picture('live'));
    const arriving = phone.call('PUT', picturePath, slow.init);
    await slow.begun;
    await takeBack();
    slow.end();
    expect(await arriving).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    expect((await page.state()).body.received).toEqual([]);
  });

  it('leaves nothing of a picture that was on its way from the page when the phone got the check', async () => {
    const { page, offer, confirm, takeBack } = await openPage();
    const { joined } = await openPhone((await offer()).url);
    const slow = slowBody(picture('live'));
    const arriving = page.call('PUT', `/checks/${page.checkId}/processes/${page.checkId}/images/selfie`, slow.init);
    await slow.begun;
    await confirm(joined.body.code);
    slow.end();
    expect(await arriving).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    await takeBack();
    expect((await page.state()).body.received).toEqual([]);
  });

  it.each([
    ['hands nothing in', 'POST', '/verification', { evidence: {} }, 401],
    ['chooses no document', 'POST', '', { documentType: null }, 401],
  ] as const)('%s for a phone that lost the check while it asked', async (_, method, path, body, status) => {
    const { page, phone, takeBack } = await handOver();
    await phone.put('selfie', picture('live'));
    const processes = `/checks/${phone.checkId}/processes`;
    const slow = slowBody(new TextEncoder().encode(JSON.stringify(body)));
    const asking = phone.call(method, path === '' ? processes : `${processes}/${phone.checkId}${path}`, slow.init);
    await slow.begun;
    await takeBack();
    slow.end();
    expect((await asking).status).toBe(status);
    expect((await page.show()).body).toMatchObject({ state: 'open', attempts: { used: 0 } });
  });

  it('ends when the check is opened again by a new address', async () => {
    const { show, correlationId } = await handOver();
    const again = await initiateWeb(sandbox, { correlationId });
    expect(again.status).toBe(200);
    expect((await show()).status).toBe(404);
  });
});

describe('a link', () => {
  it('opens for one phone, even when two come at once', async () => {
    const { offer } = await openPage();
    const { url } = await offer();
    const statuses = (await Promise.all([openPhone(url), openPhone(url)])).map(({ joined }) => joined.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect((await openPhone(url)).joined).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('runs out, and so does the wait for the person’s word', async () => {
    const first = await openPage();
    const { url } = await first.offer();
    sandbox.clock.advance(301_000);
    expect((await openPhone(url)).joined.status).toBe(404);
    expect(await first.look()).toEqual({ state: 'none', code: null });

    const second = await openPage();
    const { joined, show } = await openPhone((await second.offer()).url);
    sandbox.clock.advance(121_000);
    expect((await second.confirm(joined.body.code)).status).toBe(409);
    expect((await show()).status).toBe(404);
  });

  it('lives no longer than the check', async () => {
    const { page, offer } = await openPage();
    const endsAtMs = Date.parse((await page.show()).body.expiresAt);
    sandbox.clock.advance(endsAtMs - sandbox.clock.now() - 40_000);
    const { url, expiresInSeconds } = await offer();
    expect(expiresInSeconds).toBe(40);
    sandbox.clock.advance(41_000);
    expect((await openPhone(url)).joined.status).toBe(404);
    expect((await page.show()).body.state).toBe('expired');
  });

  it('is replaced by the next, until a phone has the check', async () => {
    const { offer, page, path, confirm } = await openPage();
    const first = await offer();
    const second = await offer();
    expect((await openPhone(first.url)).joined.status).toBe(404);
    const { joined } = await openPhone(second.url);
    await confirm(joined.body.code);
    expect((await page.call('POST', path)).status).toBe(409);
  });

  it.each([[{}], [{ token: 7 }], [{ token: 'short' }]])('%j opens nothing', async (body) => {
    const stranger = new HostedBrowser(sandbox);
    expect([400, 404]).toContain((await stranger.call('POST', '/handovers', json(body))).status);
  });

  it('is made for no check that is over', async () => {
    const { page, path } = await openPage();
    await page.cancel();
    expect((await page.call('POST', path)).status).toBe(409);
  });
});

describe('a phone', () => {
  it('that another number belongs to is not confirmed', async () => {
    const { offer, confirm, look } = await openPage();
    const { joined } = await openPhone((await offer()).url);
    const wrong = joined.body.code === '0000' ? '0001' : '0000';
    expect((await confirm(wrong)).status).toBe(409);
    expect((await look()).state).toBe('joined');
  });

  it('is not confirmed for a check that is over', async () => {
    const { page, offer, confirm } = await openPage();
    const { joined } = await openPhone((await offer()).url);
    await page.cancel();
    expect(await confirm(joined.body.code)).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
  });

  it('that was never confirmed cannot confirm itself', async () => {
    const { offer, path } = await openPage();
    const { phone, joined } = await openPhone((await offer()).url);
    const own = await phone.call('POST', `${path}/confirmation`, json({ code: joined.body.code }));
    expect(own.status).toBe(401);
    expect((await phone.call('DELETE', path)).status).toBe(401);
  });

  it('has one check, and no other’s', async () => {
    const { phone } = await handOver();
    const { page } = await openPage();
    expect((await phone.call('GET', `/checks/${page.checkId}?as=phone`)).status).toBe(404);
    expect((await phone.call('GET', `/checks/${page.checkId}`)).status).toBe(401);
  });

  it('is not led by another site’s page', async () => {
    const { offer, page, path } = await openPage();
    const { url } = await offer();
    const foreign = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    const body = JSON.stringify({ token: linkTokenOf(url) });
    const stranger = new HostedBrowser(sandbox);
    expect((await stranger.call('POST', '/handovers', { headers: foreign, body })).status).toBe(403);
    expect((await page.call('POST', path, { headers: foreign })).status).toBe(403);
    // The link is as good as before.
    expect((await openPhone(url)).joined.status).toBe(200);
  });
});

it('leaves no link, cookie or code in the log', async () => {
  const { offer } = await openPage();
  const { url } = await offer();
  const { phone, joined } = await openPhone(url);
  const logged = JSON.stringify(sandbox.logs);
  expect(logged).toContain('joinHostedHandover');
  for (const secret of [linkTokenOf(url), phone.cookie.split('=')[1] ?? '', `"${joined.body.code}"`])
    expect(logged).not.toContain(secret);
});
