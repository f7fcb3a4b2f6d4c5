import * as validators from '@bonafide/contracts/capture-backend/validators';
import { describe, expect, it } from 'vitest';
import { BASE, CONSENT, NORWEGIAN, setUpBackend } from '../../../test/capture-backend.ts';
import { jpegHead } from '../../../test/pictures.ts';
import type { AtomicStore } from '../../atomic-store.ts';
import { createMemoryStore } from '../../stores/memory.ts';
import type { CaptureBackendOptions } from '../capture-backend-options.ts';

const LINK_MS = 300_000;
const PHONE_MS = 600_000;
const CONFIRM_MS = 120_000;
const setUp = (over: Partial<CaptureBackendOptions> = {}, gateway: Parameters<typeof setUpBackend>[1] = {}) =>
  setUpBackend({ handOverMs: PHONE_MS, ...over }, gateway);

const refused = (status: number, code: string, retryable = false) => ({ status, body: { code, retryable } });

describe('a hand-over', () => {
  it('leads from the link to the decision, on a phone without a session', async () => {
    const { send, asPhone, processes } = setUp();
    const chosen = { documentType: 'passport', issuingCountry: 'NOR', consents: { privacy: CONSENT } };
    const created = validators.createdHandover.parse((await send('POST', '/handovers', chosen)).body);
    expect(created.expiresInSeconds).toBe(LINK_MS / 1000);
    const path = `/handovers/${created.handoverId}`;
    expect((await send('GET', path)).body).toEqual({ handoverId: created.handoverId, status: 'waiting', ...chosen });

    const claimed = await asPhone('POST', `${path}/claim`, { secret: created.secret });
    const { captureToken, code, confirmWithinSeconds } = validators.claimedHandover.parse(claimed.body);
    expect([claimed.status, confirmWithinSeconds]).toEqual([200, CONFIRM_MS / 1000]);
    expect(code).toMatch(/^\d{4}$/);
    expect((await send('GET', path)).body).toMatchObject({ status: 'joined', code });
    expect((await asPhone('GET', path, undefined, captureToken)).body).toMatchObject({ status: 'joined', code });

    expect((await send('POST', `${path}/confirmation`, { code })).status).toBe(204);
    const begun = await asPhone('GET', path, undefined, captureToken);
    expect(validators.handoverState.parse(begun.body)).toMatchObject({ status: 'connected', ...chosen });
    expect(begun.headers.get('retry-after')).toBe('2');
    expect((await asPhone('GET', '/requirements', undefined, captureToken)).status).toBe(200);

    const process = await asPhone('POST', '/processes', { ...NORWEGIAN, consents: chosen.consents }, captureToken);
    const { processId } = validators.createdProcess.parse(process.body);
    expect(processes).toMatchObject([{ subjectId: 'user-1', captureId: processId }]);
    expect((await send('GET', path)).body).toMatchObject({ status: 'connected', processId });
    for (const depiction of ['front', 'selfie'])
      await asPhone('PUT', `/processes/${processId}/images/${depiction}`, jpegHead(), captureToken);
    await asPhone('POST', `/processes/${processId}/verification`, {}, captureToken);

    // Whoever asks first, the other hears of it too, also after the page has let the hand-over go.
    expect((await send('GET', path)).body).toMatchObject({ status: 'done', processId });
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await asPhone('GET', `/processes/${processId}`, undefined, captureToken)).body).toMatchObject({
      status: 'accepted',
    });
    expect((await send('GET', `/processes/${processId}`)).body).toMatchObject({ status: 'accepted' });
  });

  it('goes on with a check that has begun, and both see what the other handed in', async () => {
    const { send, begin, connect, asPhone } = setUp();
    const process = await begin();
    await send('PUT', `${process}/images/front`, jpegHead());
    const { token, path } = await connect({ processId: process.slice('/processes/'.length) });
    expect((await asPhone('GET', process, undefined, token)).body).toMatchObject({ received: ['front'] });
    await asPhone('PUT', `${process}/images/selfie`, jpegHead(), token);
    const keep = process.slice('/processes/'.length);
    expect((await send('DELETE', `${path}?keep=${keep}`)).status).toBe(204);
    expect((await send('GET', process)).body).toMatchObject({ received: ['front', 'selfie'] });
  });

  it('is not done with a check that the phone gave up to begin another', async () => {
    const { send, connect, asPhone } = setUp();
    const { token, path } = await connect();
    const first = (await asPhone('POST', '/processes', NORWEGIAN, token)).body;
    await asPhone('DELETE', `/processes/${String(first?.['processId'])}`, undefined, token);
    const between = (await send('GET', path)).body;
    expect(between).toMatchObject({ status: 'connected' });
    expect(between).not.toHaveProperty('processId');
    const second = (await asPhone('POST', '/processes', NORWEGIAN, token)).body;
    expect(second?.['processId']).not.toBe(first?.['processId']);
    expect((await send('GET', path)).body).toMatchObject({ status: 'connected', processId: second?.['processId'] });
  });

  it('has one check at a time; an empty one, whose answer may have been lost, makes room', async () => {
    const { connect, asPhone, gateway } = setUp();
    const { token } = await connect();
    await asPhone('POST', '/processes', NORWEGIAN, token);
    const again = await asPhone('POST', '/processes', NORWEGIAN, token);
    expect([again.status, gateway.processes.length]).toEqual([201, 1]);
    const process = `/processes/${String(again.body?.['processId'])}`;
    await asPhone('PUT', `${process}/images/front`, jpegHead(), token);
    expect(await asPhone('POST', '/processes', NORWEGIAN, token)).toMatchObject(refused(409, 'state-conflict'));
  });

  it('believes where the person lives from the session, not from the phone', async () => {
    const { connect, asPhone } = setUp({
      authorize: ({ headers }) => (headers.get('x-user') ? { id: 'user-1', countryOfResidence: 'USA' } : undefined),
    });
    const { token } = await connect();
    expect((await asPhone('GET', '/requirements', undefined, token)).body).toMatchObject({ countryOfResidence: 'USA' });
    expect((await asPhone('POST', '/processes', NORWEGIAN, token)).body).toMatchObject({ code: 'consent-required' });
  });

  it('several server processes share it through a store', async () => {
    const store = createMemoryStore();
    const one = setUp({ store });
    const { handle } = setUp({ store });
    const { path, secret } = await one.join();
    const response = await handle(
      new Request(`${BASE}${path}/claim`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      }),
    );
    expect(await response.json()).toMatchObject({ code: 'handover-claimed' });
  });
});

describe('the link', () => {
  it('is opened once, whatever became of who opened it', async () => {
    const { join, asPhone, clock } = setUp();
    const { path, secret } = await join();
    const claim = () => asPhone('POST', `${path}/claim`, { secret });
    expect(await claim()).toMatchObject(refused(409, 'handover-claimed'));
    await clock.advance(LINK_MS);
    expect(await claim()).toMatchObject(refused(409, 'handover-claimed'));
  });

  it('of two phones at once lets one in', async () => {
    const { send, asPhone } = setUp();
    const { handoverId, secret } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    const claims = await Promise.all(
      [1, 2, 3].map(() => asPhone('POST', `/handovers/${handoverId}/claim`, { secret })),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of claims)
      if (status !== 200) expect(['busy', 'handover-claimed']).toContain(body?.['code']);
  });

  it('runs out when nobody opens it', async () => {
    const { send, asPhone, clock } = setUp({ handOverLinkMs: 60_000 });
    const { handoverId, secret } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    await clock.advance(60_000);
    expect(await asPhone('POST', `/handovers/${handoverId}/claim`, { secret })).toMatchObject(
      refused(410, 'handover-expired'),
    );
    expect(await send('GET', `/handovers/${handoverId}`)).toMatchObject(refused(410, 'handover-expired'));
  });

  it('that was taken back opens nothing', async () => {
    const { send, asPhone } = setUp();
    const { handoverId, secret } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    const path = `/handovers/${handoverId}`;
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('DELETE', path)).status).toBe(204);
    expect(await asPhone('POST', `${path}/claim`, { secret })).toMatchObject(refused(410, 'handover-revoked'));
    expect(await send('GET', path)).toMatchObject(refused(410, 'handover-revoked'));
  });

  it.each([
    ['another secret', (path: string) => [path, 'A'.repeat(43)]],
    ['another hand-over', (_: string, secret: string) => [`/handovers/${'0'.repeat(32)}`, secret]],
  ])('with %s is not there', async (_, change) => {
    const { send, asPhone } = setUp();
    const { handoverId, secret } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    const [path, other] = change(`/handovers/${handoverId}`, secret);
    expect(await asPhone('POST', `${path}/claim`, { secret: other })).toMatchObject(refused(404, 'not-found'));
    // And has used nothing up.
    expect((await asPhone('POST', `/handovers/${handoverId}/claim`, { secret })).status).toBe(200);
  });

  it('is not to be had where nothing is handed over, nor for a check that is over', async () => {
    expect(await setUpBackend().send('POST', '/handovers', {})).toMatchObject(refused(404, 'not-found'));
    const { send, begin } = setUp();
    const process = await begin();
    await send('DELETE', process);
    const processId = process.slice('/processes/'.length);
    expect(await send('POST', '/handovers', { processId })).toMatchObject(refused(409, 'state-conflict'));
  });

  it('is opened by a page of the backend’s own alone', async () => {
    const { send, asPhone } = setUp();
    const { handoverId, secret } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    const foreign = { 'x-user': '', 'sec-fetch-site': 'cross-site' };
    expect(await send('POST', `/handovers/${handoverId}/claim`, { secret }, foreign)).toMatchObject(
      refused(403, 'origin-forbidden'),
    );
    expect((await asPhone('POST', `/handovers/${handoverId}/claim`, { secret })).status).toBe(200);
  });
});

describe('the confirmation', () => {
  it('comes before anything that the phone may see or do', async () => {
    const { send, begin, join, asPhone, gateway } = setUp();
    const process = await begin();
    const { token, path } = await join({ processId: process.slice('/processes/'.length) });
    const sent = gateway.requests.length;
    for (const [method, to, body] of [
      ['GET', '/requirements', undefined],
      ['GET', process, undefined],
      ['PUT', `${process}/images/front`, jpegHead()],
      ['POST', `${process}/verification`, {}],
      ['POST', '/processes', NORWEGIAN],
      ['DELETE', process, undefined],
    ] as const)
      expect([to, await asPhone(method, to, body, token)]).toMatchObject([
        to,
        refused(403, 'handover-unconfirmed', true),
      ]);
    expect(gateway.requests).toHaveLength(sent);
    // A session of the phone's own makes no difference.
    expect((await send('GET', process, undefined, { 'x-capture-token': token })).status).toBe(403);
    // Nor can a phone confirm itself.
    expect((await asPhone('POST', `${path}/confirmation`, { code: '0000' }, token)).status).toBe(401);
    expect((await asPhone('POST', `${path}/confirmation`, { code: '0000' })).status).toBe(401);
  });

  it('is of the phone that was seen', async () => {
    const { send, join } = setUp();
    const { path, code } = await join();
    const other = code === '0000' ? '0001' : '0000';
    expect(await send('POST', `${path}/confirmation`, { code: other })).toMatchObject(refused(409, 'state-conflict'));
    expect((await send('GET', path)).body).toMatchObject({ status: 'joined' });
    expect((await send('POST', `${path}/confirmation`, { code })).status).toBe(204);
    expect((await send('POST', `${path}/confirmation`, { code })).status).toBe(204);
  });

  it('of a phone that has not come is not possible', async () => {
    const { send } = setUp();
    const { handoverId } = validators.createdHandover.parse((await send('POST', '/handovers', {})).body);
    expect(await send('POST', `/handovers/${handoverId}/confirmation`, { code: '0000' })).toMatchObject(
      refused(409, 'state-conflict'),
    );
  });

  it('that does not come in time leaves the phone outside', async () => {
    const { send, join, asPhone, clock } = setUp();
    const { path, token, code } = await join();
    await clock.advance(CONFIRM_MS);
    expect(await asPhone('GET', path, undefined, token)).toMatchObject(refused(410, 'handover-expired'));
    expect(await send('POST', `${path}/confirmation`, { code })).toMatchObject(refused(410, 'handover-expired'));
  });

  it('is not had by a stolen link: the person’s phone is refused, the thief’s does nothing until it is sent away', async () => {
    const { send, join, asPhone } = setUp();
    const thief = await join();
    expect(await asPhone('POST', `${thief.path}/claim`, { secret: thief.secret })).toMatchObject(
      refused(409, 'handover-claimed'),
    );
    await send('DELETE', thief.path);
    expect(await asPhone('GET', '/requirements', undefined, thief.token)).toMatchObject(
      refused(410, 'handover-revoked'),
    );
    expect(await send('POST', `${thief.path}/confirmation`, { code: thief.code })).toMatchObject(
      refused(410, 'handover-revoked'),
    );
  });
});

describe('the phone’s token', () => {
  it('is good for one check and a while', async () => {
    const { send, begin, connect, asPhone, clock } = setUp();
    const process = await begin();
    const other = await begin();
    const { token, path } = await connect({ processId: process.slice('/processes/'.length) });
    expect((await asPhone('GET', process, undefined, token)).status).toBe(200);
    expect(await asPhone('GET', other, undefined, token)).toMatchObject(refused(404, 'not-found'));
    expect(await send('GET', other, undefined, { 'x-capture-token': token })).toMatchObject(refused(404, 'not-found'));
    expect(await asPhone('POST', '/handovers', {}, token)).toMatchObject(refused(401, 'unauthorized'));
    await clock.advance(PHONE_MS - 1);
    expect((await asPhone('GET', process, undefined, token)).status).toBe(200);
    await clock.advance(1);
    for (const to of [process, '/requirements', path])
      expect([to, await asPhone('GET', to, undefined, token)]).toMatchObject([to, refused(410, 'handover-expired')]);
    expect((await send('GET', process)).status).toBe(200);
  });

  it('is good no more once the person goes on on the computer', async () => {
    const { send, begin, connect, asPhone } = setUp();
    const process = await begin();
    const { token, path } = await connect({ processId: process.slice('/processes/'.length) });
    await send('DELETE', `${path}?keep=${process.slice('/processes/'.length)}`);
    expect(await asPhone('PUT', `${process}/images/front`, jpegHead(), token)).toMatchObject(
      refused(410, 'handover-revoked'),
    );
    expect((await send('GET', process)).body).toMatchObject({ received: [] });
  });

  it.each(['', 'x', `${'0'.repeat(32)}.${'A'.repeat(43)}`])(
    '%j opens nothing, with a session or without',
    async (token) => {
      const { begin, send, asPhone } = setUp();
      const process = await begin();
      for (const to of [process, '/requirements']) {
        expect((await asPhone('GET', to, undefined, token)).status).toBe(401);
        expect((await send('GET', to, undefined, { 'x-capture-token': token })).status).toBe(401);
      }
    },
  );

  it('with another secret, or of another hand-over, opens nothing', async () => {
    const { connect, asPhone } = setUp();
    const one = await connect();
    const two = await connect();
    const [oneId = ''] = one.token.split('.');
    const [, twoSecret = ''] = two.token.split('.');
    expect((await asPhone('GET', '/requirements', undefined, `${oneId}.${twoSecret}`)).status).toBe(401);
    expect(await asPhone('GET', one.path, undefined, two.token)).toMatchObject(refused(404, 'not-found'));
  });
});

describe('another’s hand-over', () => {
  it('is not there', async () => {
    const { send, join, begin } = setUp();
    const { path, code } = await join();
    const process = await begin();
    const other = { 'x-user': 'user-2' };
    const processId = process.slice('/processes/'.length);
    for (const answer of [
      await send('GET', path, undefined, other),
      await send('POST', `${path}/confirmation`, { code }, other),
      await send('DELETE', path, undefined, other),
      await send('POST', '/handovers', { processId }, other),
    ])
      expect(answer).toMatchObject(refused(404, 'not-found'));
    expect((await send('GET', path)).body).toMatchObject({ status: 'joined' });
  });

  it('without a session is asked for in vain', async () => {
    const { join, asPhone } = setUp();
    const { path, code } = await join();
    for (const [method, to, body] of [
      ['POST', '/handovers', {}],
      ['GET', path, undefined],
      ['DELETE', path, undefined],
      ['POST', `${path}/confirmation`, { code }],
    ] as const)
      expect([method, to, (await asPhone(method, to, body)).status]).toEqual([method, to, 401]);
  });
});

it('no secret and no token is kept, told again, or heard of in an error', async () => {
  const kept: string[] = [];
  const memory = createMemoryStore();
  const store: AtomicStore = {
    ...memory,
    set: (key, value, ttlMs) => {
      kept.push(key, value);
      return memory.set(key, value, ttlMs);
    },
  };
  const { connect, asPhone, send, errors, gateway } = setUp({ store });
  const { path, secret, token } = await connect();
  gateway.next('/assure/dossiers', () => new Response('', { status: 500 }));
  const answers = [
    await send('GET', path),
    await asPhone('POST', `${path}/claim`, { secret }),
    await asPhone('POST', '/processes', NORWEGIAN, token),
    await asPhone('GET', path, undefined, token),
  ];
  const [, tokenSecret = ''] = token.split('.');
  const told = JSON.stringify([
    kept,
    errors,
    gateway.requests,
    answers.map(({ body, headers }) => [body, [...headers]]),
  ]);
  expect([kept.length > 3, errors.length, tokenSecret.length]).toEqual([true, 1, 43]);
  expect(told).not.toContain(secret);
  expect(told).not.toContain(tokenSecret);
});
