import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it, vi } from 'vitest';
import type { AtomicStore } from '../atomic-store.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { signCallback } from '../testing/sign-callback.ts';
import { callbackHandler } from './callback-handler.ts';
import type { CallbackDelivery, CallbackHandlerOptions } from './callback-handler.ts';
import { referenceImageHandler } from './reference-image-handler.ts';

const CREDENTIALS = { clientId: 'IAB', passKey: 'canary-gateway-key' };
const CREDENTIAL_HEADERS = { 'client-id': 'IAB', 'pass-key': 'canary-gateway-key' };
const SECRET = `whsec_${btoa('s'.repeat(32))}`;
const EVENT = { submissionId: 's-1', partnerSessionId: 'c-1', status: 'COMPLETED', result: 'VALID', reasonCode: null };
const URL = 'https://partner.test/callbacks/onekyc';

function post(body: unknown, headers: Record<string, string> = CREDENTIAL_HEADERS): Request {
  return new Request(URL, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

function setUp(over: Partial<CallbackHandlerOptions> = {}) {
  const clock = createManualClock();
  const deliveries: CallbackDelivery[] = [];
  const errors: unknown[] = [];
  const handle = callbackHandler({
    credentials: CREDENTIALS,
    onEvent: (delivery) => void deliveries.push(delivery),
    onError: (error) => errors.push(error),
    clock,
    ...over,
  });
  const signed = async (event: unknown = EVENT, id?: string): Promise<Request> => {
    const body = JSON.stringify(event);
    const headers = await signCallback({ secret: SECRET, body, timestampMs: clock.now(), ...(id ? { id } : {}) });
    return post(body, { ...CREDENTIAL_HEADERS, ...headers });
  };
  return { clock, deliveries, errors, handle, signed };
}

describe('callbackHandler', () => {
  it('hands on an event of the gateway', async () => {
    const { handle, deliveries } = setUp();
    const response = await handle(post(EVENT));
    expect([response.status, await response.json()]).toEqual([200, { success: true, data: null }]);
    expect(deliveries).toEqual([{ event: EVENT, id: expect.stringMatching(/^event-[0-9a-f]{32}$/) as string }]);
  });

  it('has no way to skip verification by omission', () => {
    expect(() => callbackHandler({ onEvent: () => {} })).toThrow(TypeError);
    expect(() => callbackHandler({ onEvent: () => {}, signature: { secrets: [] } })).toThrow(TypeError);
    expect(() => callbackHandler({ onEvent: () => {}, credentials: { clientId: 'a', passKey: '' } })).toThrow(
      TypeError,
    );
  });

  it('believes nobody else, and says no more than that', async () => {
    const { handle, deliveries, errors } = setUp();
    const response = await handle(post(EVENT, { ...CREDENTIAL_HEADERS, 'pass-key': 'guess' }));
    expect([response.status, await response.json()]).toMatchObject([401, { errors: [{ cause: 'UNAUTHORIZED' }] }]);
    expect(deliveries).toEqual([]);
    expect(errors).toMatchObject([{ code: 'webhook-rejected', reason: 'credentials-rejected' }]);
  });

  it('with credentials and a signature, both must be right', async () => {
    const { handle, signed, deliveries, errors } = setUp({ signature: { secrets: [SECRET] } });
    expect((await handle(await signed(EVENT, 'msg_1'))).status).toBe(200);
    expect(deliveries).toEqual([{ event: EVENT, id: 'msg_1' }]);
    expect((await handle(post(EVENT))).status).toBe(401);
    const unnamed = await signed(EVENT, 'msg_2');
    unnamed.headers.delete('pass-key');
    expect((await handle(unnamed)).status).toBe(401);
    expect(errors).toMatchObject([{ reason: 'missing-header' }, { reason: 'credentials-rejected' }]);
    expect(deliveries).toHaveLength(1);
  });

  it('handles an event once, however often it is delivered', async () => {
    const { clock, handle, signed, deliveries } = setUp({ signature: { secrets: [SECRET] } });
    expect((await handle(await signed(EVENT, 'msg_1'))).status).toBe(200);
    for (const waitMs of [0, 60_000, 3 * 86_400_000]) {
      await clock.advance(waitMs);
      expect((await handle(await signed(EVENT, 'msg_1'))).status).toBe(200);
    }
    expect(deliveries).toHaveLength(1);
  });

  it('without a signature, knows an event by what it says', async () => {
    const { handle, deliveries } = setUp();
    for (const event of [
      EVENT,
      { ...EVENT, reasonCode: 'X' },
      { ...EVENT, submissionId: 's-2' },
      { ...EVENT, status: 'ERROR', result: null },
    ])
      await handle(post(event));
    expect(deliveries.map(({ event }) => [event.submissionId, event.status])).toEqual([
      ['s-1', 'COMPLETED'],
      ['s-2', 'COMPLETED'],
      ['s-1', 'ERROR'],
    ]);
  });

  it('of 300 deliveries at once, handles one and sends the others away until it is done', async () => {
    let finish: () => void = () => {};
    let begin: () => void = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const onEvent = vi.fn(() => {
      begin();
      return new Promise<void>((resolve) => (finish = resolve));
    });
    const { handle, signed } = setUp({ signature: { secrets: [SECRET] }, onEvent });
    const requests = await Promise.all(Array.from({ length: 300 }, () => signed(EVENT, 'msg_1')));
    const answers = requests.map(async (request) => (await handle(request)).status);
    await begun;
    finish();
    const statuses = await Promise.all(answers);
    // One handled it; whoever came while it did was sent away, whoever came later is told that it is done.
    expect(new Set([...statuses, 409])).toEqual(new Set([200, 409]));
    expect(statuses).toContain(200);
    expect(onEvent).toHaveBeenCalledTimes(1);
    expect((await handle(await signed(EVENT, 'msg_1'))).status).toBe(200);
    expect(onEvent).toHaveBeenCalledTimes(1);
  });

  it('lets a failed handler try again with the next delivery', async () => {
    const failure = new Error('database down: canary-detail');
    const onEvent = vi.fn<() => Promise<void>>().mockRejectedValueOnce(failure).mockResolvedValue();
    const { handle, signed, errors } = setUp({ signature: { secrets: [SECRET] }, onEvent });
    const failed = await handle(await signed(EVENT, 'msg_1'));
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain('canary');
    expect(errors).toEqual([failure]);
    expect((await handle(await signed(EVENT, 'msg_1'))).status).toBe(200);
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  it('lets a crashed handler’s event be delivered again after a minute', async () => {
    const clock = createManualClock();
    const replayStore = createMemoryStore({ clock });
    const crashed = setUp({ clock, replayStore, onEvent: () => new Promise(() => {}) });
    void crashed.handle(post(EVENT));
    await clock.advance(0);
    const next = setUp({ clock, replayStore });
    const busy = await next.handle(post(EVENT));
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([409, '5']);
    await clock.advance(60_000);
    expect((await next.handle(post(EVENT))).status).toBe(200);
    expect(next.deliveries).toHaveLength(1);
  });

  it('is not failed by a listener that fails, nor by a store that throws once the event was handled', async () => {
    const store = createMemoryStore();
    const replayStore: AtomicStore = {
      ...store,
      set: () => {
        throw new Error('the client is closed');
      },
    };
    const { handle, deliveries } = setUp({
      replayStore,
      onError: () => {
        throw new Error('the log is full');
      },
    });
    expect((await handle(post('not json'))).status).toBe(400);
    expect((await handle(post(EVENT))).status).toBe(200);
    expect(deliveries).toHaveLength(1);
  });

  it('asks for another delivery when the replay store is down, and handles nothing unguarded', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('ECONNREFUSED'));
    const replayStore: AtomicStore = { get: down, set: down, setIfAbsent: down, deleteIfEquals: down };
    const { handle, deliveries, errors } = setUp({ replayStore });
    expect((await handle(post(EVENT))).status).toBe(503);
    expect(deliveries).toEqual([]);
    expect(errors).toMatchObject([{ code: 'store-unavailable' }]);
  });

  it.each([
    ['no JSON', 'nope', 400, 'not-json'],
    ['nothing', '', 400, 'not-json'],
    ['a list', '[]', 400, 'unknown-event'],
    ['an unknown status', { ...EVENT, status: 'APPROVED' }, 400, 'unknown-event'],
    ['an unknown result', { ...EVENT, result: 'MAYBE' }, 400, 'unknown-event'],
    ['no submission', { status: 'COMPLETED' }, 400, 'unknown-event'],
  ])('does not take %s for an event', async (_, body, status, reason) => {
    const { handle, deliveries, errors } = setUp();
    expect((await handle(post(body))).status).toBe(status);
    expect(deliveries).toEqual([]);
    expect(errors).toMatchObject([{ reason }]);
  });

  it('keeps fields that it does not know', async () => {
    const { handle, deliveries } = setUp();
    await handle(post({ ...EVENT, reasonCode: 'NEXT_YEARS_CODE', future: 1 }));
    expect(deliveries[0]?.event).toMatchObject({ reasonCode: 'NEXT_YEARS_CODE', future: 1 });
  });

  it('reads no more than it was told to', async () => {
    const { handle } = setUp();
    expect((await handle(post('x'.repeat(65_537)))).status).toBe(413);
  });

  it.each(['GET', 'PUT', 'DELETE'])('answers %s with 405', async (method) => {
    const { handle } = setUp();
    const response = await handle(new Request(URL, { method, headers: CREDENTIAL_HEADERS }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('throws when something has read the body before it', async () => {
    const { handle } = setUp();
    const request = post(EVENT);
    await request.json();
    await expect(handle(request)).rejects.toMatchObject({ code: 'body-not-raw', userAction: 'fix-integration' });
  });
});

describe('referenceImageHandler', () => {
  const headers = { ...CREDENTIAL_HEADERS, 'x-partner-user-id': 'u-1', 'x-partner-user-id-type': 'CUSTOMER_ID' };
  const get = (over: Record<string, string> = headers, method = 'GET'): Request =>
    new Request('https://partner.test/reference-image', { method, headers: over });

  it('answers with the address, for the type that is asked for', async () => {
    const resolve = vi.fn(() => 'https://partner.test/pictures/1');
    const handle = referenceImageHandler({ credentials: CREDENTIALS, resolve });
    const response = await handle(get());
    expect(await response.json()).toEqual({
      success: true,
      data: { referenceImageUrl: 'https://partner.test/pictures/1' },
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    await handle(get({ ...headers, 'x-reference-image-type': 'PASSPORT' }));
    const asked = resolve.mock.calls as unknown as [{ user: unknown; imageType: string }][];
    expect(asked.map(([{ user, imageType }]) => [user, imageType])).toEqual([
      [{ id: 'u-1', idType: 'CUSTOMER_ID' }, 'KTP'],
      [{ id: 'u-1', idType: 'CUSTOMER_ID' }, 'PASSPORT'],
    ]);
  });

  it.each([
    ['no picture of this user', 400, get(), () => undefined],
    ['no user', 400, get(CREDENTIAL_HEADERS), () => 'x'],
    ['wrong credentials', 401, get({ ...headers, 'pass-key': 'x' }), () => 'x'],
    ['another method', 405, get(headers, 'POST'), () => 'x'],
    ['a failure', 500, get(), () => Promise.reject(new Error('canary'))],
  ])('%s is %i', async (_, status, request, resolve) => {
    const response = await referenceImageHandler({ credentials: CREDENTIALS, resolve })(request);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('canary');
  });
});
