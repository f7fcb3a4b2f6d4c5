import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { isPartnerServerError } from '../partner-server-error.ts';
import { createFakeIdnow } from '../testing/create-fake-idnow.ts';
import { WebhookVerificationError } from '../webhook/webhook-verification-error.ts';
import type { WebhookRejectionReason } from '../webhook/webhook-verification-error.ts';
import { idnowEventHandler } from './event-handler.ts';
import type { IdnowDelivery, IdnowEventHandlerOptions } from './event-handler.ts';
import { createEventVerifier } from './event-verifier.ts';

const CANARY = 'canary-4711';
const base64url = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');

function setUp(over: Partial<IdnowEventHandlerOptions> = {}) {
  const clock = createManualClock();
  const platform = createFakeIdnow({ now: () => clock.now() });
  const { signer } = platform;
  const heard: IdnowDelivery[] = [];
  const errors: unknown[] = [];
  const handle = idnowEventHandler({
    jwksUrl: 'https://idnow.test/.well-known/jwks.json',
    issuer: signer.issuer,
    audience: signer.audience,
    fetch: platform.fetch,
    clock,
    random: () => 0.5,
    onEvent: (delivery) => void heard.push(delivery),
    onError: (error) => errors.push(error),
    ...over,
  });
  async function post(body: string | Uint8Array<ArrayBuffer>): Promise<number> {
    return (await handle(new Request('https://partner.test/', { method: 'POST', body }))).status;
  }
  /** Why it is not believed; `accepted` where it is. */
  async function reasonOf(body: string | Uint8Array<ArrayBuffer>): Promise<WebhookRejectionReason | 'accepted'> {
    const status = await post(body);
    if (status === 200) return 'accepted';
    const error = errors.at(-1);
    if (!(error instanceof WebhookVerificationError)) throw error;
    expect(status).toBe(error.reason === 'unknown-event' ? 400 : 401);
    expect(JSON.stringify(error) + String(error) + (error.stack ?? '')).not.toContain(CANARY);
    return error.reason;
  }
  const seconds = () => Math.floor(clock.now() / 1000);
  return { clock, platform, signer, heard, errors, handle, post, reasonOf, seconds };
}

describe('an event of the platform', () => {
  it('is handed over once, however often it is delivered', async () => {
    const { signer, post, heard } = setUp();
    const eventId = 'event-1';
    const first = await signer.signEvent({ eventId, eventDeliverId: 'delivery-1' });
    expect(await post(first)).toBe(200);
    expect(await post(first)).toBe(200);
    expect(await post(await signer.signEvent({ eventId, eventDeliverId: 'delivery-2' }))).toBe(200);
    expect(heard).toMatchObject([
      { id: 'idnow:event-1', event: { data: { eventId, payload: { sessionId: 'session-1' } } } },
    ]);
  });

  it('is handed over again when the partner failed to handle it', async () => {
    let calls = 0;
    const { signer, post } = setUp({
      onEvent: () => {
        if ((calls += 1) === 1) throw new Error('the database is down');
      },
    });
    const body = await signer.signEvent({});
    expect(await post(body)).toBe(500);
    expect(await post(body)).toBe(200);
    expect(calls).toBe(2);
  });

  it('for several audiences is for us too', async () => {
    const { signer, reasonOf } = setUp();
    expect(await reasonOf(await signer.signEvent({}, { aud: ['others', signer.audience] }))).toBe('accepted');
  });

  it('that a thousand strangers send again at once is handled once', async () => {
    const { signer, handle, heard } = setUp();
    const body = await signer.signEvent({});
    const post = () => handle(new Request('https://partner.test/', { method: 'POST', body }));
    const statuses = (await Promise.all(Array.from({ length: 300 }, post))).map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect(heard).toHaveLength(1);
  });
});

describe('an event is not believed', () => {
  it('when it is signed by nothing', async () => {
    const { signer, reasonOf } = setUp();
    const [, payload = ''] = (await signer.signEvent({})).split('.');
    expect(await reasonOf(`${base64url({ alg: 'none', kid: 'key-1' })}.${payload}.`)).toBe('malformed-token');
    expect(await reasonOf(`${base64url({ alg: 'none', kid: 'key-1' })}.${payload}.AA`)).toBe('algorithm-not-allowed');
  });

  it('when it is signed with the public key as if that were a secret', async () => {
    const { signer, reasonOf, seconds } = setUp();
    const secret = new TextEncoder().encode(await signer.publicKey());
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const forged = await new SignJWT({ data: { eventId: 'e', eventName: 'n', payload: {} } })
        .setProtectedHeader({ alg, kid: 'key-1' })
        .setIssuer(signer.issuer)
        .setAudience(signer.audience)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + 60)
        .sign(secret);
      expect(await reasonOf(forged)).toBe('algorithm-not-allowed');
    }
  });

  it('when anything in it was changed', async () => {
    const { signer, reasonOf } = setUp();
    const body = await signer.signEvent({});
    const [header = '', payload = '', signature = ''] = body.split('.');
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { data: object };
    const changed = base64url({
      ...claims,
      data: { ...claims.data, payload: { sessionId: CANARY, sessionStatus: 'X' } },
    });
    expect(await reasonOf(`${header}.${changed}.${signature}`)).toBe('no-matching-signature');
    const other = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    expect(await reasonOf(`${header}.${payload}.${other}`)).toBe('no-matching-signature');
    expect(await reasonOf(`${base64url({ alg: 'ES256', kid: CANARY })}.${payload}.${signature}`)).toBe('unknown-key');
    expect(await reasonOf(`${base64url({ alg: 'RS256', kid: 'key-1' })}.${payload}.${signature}`)).toBe('unknown-key');
    expect(await reasonOf(`${header}.${payload}`)).toBe('malformed-token');
    expect(await reasonOf(`\uFEFF${body}`)).toBe('malformed-token');
    expect(await reasonOf(JSON.stringify({ canary: CANARY }))).toBe('malformed-token');
    expect(await reasonOf(new Uint8Array([0xff, 0xfe, 0xfd]))).toBe('malformed-token');
  });

  it('when somebody else signed it, or it is for somebody else', async () => {
    const { signer, reasonOf } = setUp();
    expect(await reasonOf(await signer.signEvent({}, { iss: `https://${CANARY}.test` }))).toBe('wrong-issuer');
    expect(await reasonOf(await signer.signEvent({}, { aud: CANARY }))).toBe('wrong-audience');
    expect(await reasonOf(await signer.signEvent({}, { aud: [] }))).toBe('wrong-audience');
  });

  it('outside its time, on either side', async () => {
    const { signer, reasonOf, seconds } = setUp();
    const now = seconds();
    const at = async (iat: number, exp: number) => reasonOf(await signer.signEvent({}, { iat, exp }));
    expect(await at(now - 60, now - 299)).toBe('accepted');
    expect(await at(now - 600, now - 301)).toBe('timestamp-too-old');
    expect(await at(now + 299, now + 600)).toBe('accepted');
    expect(await at(now + 301, now + 600)).toBe('timestamp-too-new');
    // A year of grace is the sender's; an hour is ours.
    expect(await at(now - 3_500, now + 31_536_000)).toBe('accepted');
    expect(await at(now - 4_000, now + 31_536_000)).toBe('timestamp-too-old');
  });

  it('without one of its claims', async () => {
    const { signer, reasonOf, seconds } = setUp();
    const data = { eventId: 'e', eventName: 'n', payload: { sessionId: 's', sessionStatus: 'COMPLETED' } };
    const whole = { iss: signer.issuer, aud: signer.audience, iat: seconds(), exp: seconds() + 60, data };
    const without = async (name: string) =>
      reasonOf(await signer.sign(Object.fromEntries(Object.entries(whole).filter(([each]) => each !== name))));
    expect(await reasonOf(await signer.sign(whole))).toBe('accepted');
    expect(await without('iss')).toBe('wrong-issuer');
    expect(await without('aud')).toBe('wrong-audience');
    expect(await without('iat')).toBe('timestamp-too-new');
    expect(await without('exp')).toBe('malformed-token');
    expect(await without('data')).toBe('unknown-event');
    expect(await reasonOf(await signer.sign({ ...whole, data: { ...data, payload: { sessionId: '' } } }))).toBe(
      'unknown-event',
    );
  });

  it('when it is no POST, or too large', async () => {
    const { handle, post } = setUp();
    expect((await handle(new Request('https://partner.test/'))).status).toBe(405);
    expect(await post('x'.repeat(70_000))).toBe(413);
  });

  it('when something has read it before', async () => {
    const { handle, platform } = setUp();
    const request = new Request('https://partner.test/', { method: 'POST', body: 'x' });
    await request.text();
    await expect(handle(request)).rejects.toMatchObject({ code: 'body-not-raw' });
    const verifier = createEventVerifier({
      jwksUrl: 'https://idnow.test/keys',
      issuer: 'i',
      audience: 'a',
      fetch: platform.fetch,
    });
    await expect(verifier.verify({ eventId: CANARY } as unknown as Uint8Array)).rejects.toMatchObject({
      code: 'body-not-raw',
    });
  });
});

describe('the platform’s keys', () => {
  const requests = ({ platform }: ReturnType<typeof setUp>) => platform.countOf('/.well-known/jwks.json');

  it('are asked for once, however many events come, and again after ten minutes', async () => {
    const set = setUp();
    const { signer, reasonOf, clock } = set;
    const bodies = await Promise.all(Array.from({ length: 50 }, () => signer.signEvent({})));
    expect(await Promise.all(bodies.map(reasonOf))).toEqual(bodies.map(() => 'accepted'));
    expect(requests(set)).toBe(1);
    await clock.advance(601_000);
    expect(await reasonOf(await signer.signEvent({}))).toBe('accepted');
    expect(requests(set)).toBe(2);
  });

  it('are asked for once more when one is named that is not known: a rotation is learned of at once', async () => {
    const set = setUp();
    const { signer, reasonOf } = set;
    expect(await reasonOf(await signer.signEvent({}))).toBe('accepted');
    const old = await signer.signEvent({});
    await signer.rotate();
    expect(await reasonOf(await signer.signEvent({}))).toBe('accepted');
    expect(requests(set)).toBe(2);
    // One that is published no longer is believed no longer.
    expect(await reasonOf(old)).toBe('unknown-key');
  });

  it('overlap where the platform publishes both', async () => {
    const { signer, reasonOf } = setUp();
    expect(await reasonOf(await signer.signEvent({}))).toBe('accepted');
    const old = await signer.signEvent({});
    await signer.rotate({ keep: true });
    expect(await reasonOf(await signer.signEvent({}))).toBe('accepted');
    expect(await reasonOf(old)).toBe('accepted');
  });

  it('are not asked for without end by strangers who invent names', async () => {
    const set = setUp();
    const { signer, reasonOf, clock } = set;
    const [, payload = '', signature = ''] = (await signer.signEvent({})).split('.');
    const invented = (n: number) => `${base64url({ alg: 'ES256', kid: `invented-${n}` })}.${payload}.${signature}`;
    for (let n = 0; n < 100; n += 1) expect(await reasonOf(invented(n))).toBe('unknown-key');
    expect(requests(set)).toBe(2);
    await clock.advance(31_000);
    await reasonOf(invented(1));
    expect(requests(set)).toBe(3);
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['is down', () => new Response(CANARY, { status: 503 }), 'server'],
    ['answers something else', () => Response.json({ canary: CANARY }), 'invalid-response'],
    ['answers no JSON', () => new Response(`<p>${CANARY}`), 'invalid-response'],
    ['cannot be reached', () => Promise.reject(new TypeError(CANARY)), 'network'],
  ])('whose address %s: the event is to be delivered again, and is then believed', async (_, answer, code) => {
    const { platform, signer, handle, errors, clock } = setUp();
    // What cannot be understood is not asked for twice.
    const attempts = code === 'invalid-response' ? 1 : 2;
    for (let i = 0; i < attempts; i += 1) platform.next('/.well-known/jwks.json', answer);
    const body = await signer.signEvent({});
    const post = () => handle(new Request('https://partner.test/', { method: 'POST', body }));
    const failing = post();
    await clock.advance(30_000);
    expect((await failing).status).toBe(500);
    expect(isPartnerServerError(errors[0])).toBe(true);
    expect(errors[0]).toMatchObject({ code });
    expect(JSON.stringify(errors[0]) + String(errors[0])).not.toContain(CANARY);
    expect((await post()).status).toBe(200);
  });
});

describe('createEventVerifier', () => {
  const OPTIONS = { jwksUrl: 'https://idnow.test/keys', issuer: 'issuer', audience: 'audience' };
  it.each([
    ['no issuer', { issuer: '' }],
    ['no audience', { audience: '' }],
    ['an address without encryption', { jwksUrl: 'http://idnow.test/keys' }],
    ['no tolerance', { toleranceMs: 0 }],
    ['tolerance without end', { toleranceMs: Infinity }],
    ['no limit to the age', { maxAgeMs: Infinity }],
  ])('%s is a mistake that is thrown at once', (_, wrong) => {
    expect(() => createEventVerifier({ ...OPTIONS, ...wrong })).toThrow(TypeError);
  });
});
