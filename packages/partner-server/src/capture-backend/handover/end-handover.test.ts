import { describe, expect, it } from 'vitest';
import { BASE, NORWEGIAN, setUpBackend } from '../../../test/capture-backend.ts';
import { jpegHead } from '../../../test/pictures.ts';
import { createMemoryStore } from '../../stores/memory.ts';
import type { CaptureBackendOptions } from '../capture-backend-options.ts';

const setUp = (over: Partial<CaptureBackendOptions> = {}) => setUpBackend({ handOverMs: 600_000, ...over });
const REVOKED = { status: 410, body: { code: 'handover-revoked' } };

/** A hand-over whose phone has begun a check. */
async function begun(over: Partial<CaptureBackendOptions> = {}) {
  const backend = setUp(over);
  const { path, token } = await backend.connect();
  const created = (await backend.asPhone('POST', '/processes', NORWEGIAN, token)).body;
  const processId = String(created?.['processId']);
  return { ...backend, path, token, processId };
}

/** A store in which somebody else is at a key until `letGo`. */
function heldStore(part: string) {
  const memory = createMemoryStore();
  let held = false;
  return {
    hold: () => void (held = true),
    letGo: () => void (held = false),
    store: {
      ...memory,
      setIfAbsent: async (key: string, value: string, ttlMs: number) =>
        !(held && key.startsWith(part)) && (await memory.setIfAbsent(key, value, ttlMs)),
    },
  };
}

describe('a phone on which the person stops', () => {
  it('ends the check at the gateway, and the page is told', async () => {
    const { send, asPhone, gateway, path, token, processId } = await begun();
    await asPhone('PUT', `/processes/${processId}/images/front`, jpegHead(), token);
    expect(gateway.processes).toHaveLength(1);
    expect((await asPhone('DELETE', path, undefined, token)).status).toBe(204);
    expect(gateway.processes).toHaveLength(0);
    const told = (await send('GET', path)).body;
    expect(told).toMatchObject({ status: 'left' });
    expect(told).not.toHaveProperty('processId');
    expect((await send('GET', `/processes/${processId}`)).body).toMatchObject({ status: 'canceled' });
  });

  it('is good for nothing more', async () => {
    const { send, asPhone, path, token, gateway } = await begun();
    await asPhone('DELETE', path, undefined, token);
    for (const [method, to, body] of [
      ['GET', path, undefined],
      ['GET', '/requirements', undefined],
      ['POST', '/processes', NORWEGIAN],
    ] as const)
      expect([to, await asPhone(method, to, body, token)]).toMatchObject([to, REVOKED]);
    expect(gateway.processes).toHaveLength(0);
    expect((await send('DELETE', path)).status).toBe(204);
  });

  it('is told of before it has begun a check, and before it was confirmed', async () => {
    const { send, connect, join, asPhone } = setUp();
    const empty = await connect();
    await asPhone('DELETE', empty.path, undefined, empty.token);
    expect((await send('GET', empty.path)).body).toMatchObject({ status: 'left' });
    const early = await join();
    await asPhone('DELETE', early.path, undefined, early.token);
    expect((await send('GET', early.path)).body).toMatchObject({ status: 'left' });
    expect(await send('POST', `${early.path}/confirmation`, { code: early.code })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict' },
    });
  });

  it('ends the check that the page had begun, too', async () => {
    const { send, begin, connect, asPhone, gateway } = setUp();
    const process = await begin();
    const { path, token } = await connect({ processId: process.slice('/processes/'.length) });
    await asPhone('DELETE', path, undefined, token);
    expect(gateway.processes).toHaveLength(0);
    expect((await send('GET', process)).body).toMatchObject({ status: 'canceled' });
  });

  it('after the end changes nothing', async () => {
    const { send, asPhone, path, token, processId } = await begun();
    for (const depiction of ['front', 'selfie'])
      await asPhone('PUT', `/processes/${processId}/images/${depiction}`, jpegHead(), token);
    await asPhone('POST', `/processes/${processId}/verification`, {}, token);
    expect((await send('GET', path)).body).toMatchObject({ status: 'done' });
    expect((await asPhone('DELETE', path, undefined, token)).status).toBe(204);
    expect((await send('GET', path)).body).toMatchObject({ status: 'done', processId });
  });

  it('cannot leave another hand-over', async () => {
    const { send, connect, asPhone } = setUp();
    const one = await connect();
    const two = await connect();
    expect((await asPhone('DELETE', one.path, undefined, two.token)).status).toBe(404);
    expect((await send('GET', one.path)).body).toMatchObject({ status: 'connected' });
  });

  it('waits for a picture that is still on its way', async () => {
    const { store, hold, letGo } = heldStore('capture:');
    const { asPhone, gateway, clock, path, token } = await begun({ store });
    hold();
    const leaving = asPhone('DELETE', path, undefined, token);
    await clock.advance(1_000);
    expect(gateway.processes).toHaveLength(1);
    letGo();
    await clock.advance(1_000);
    expect((await leaving).status).toBe(204);
    expect(gateway.processes).toHaveLength(0);
  });
});

describe('a hand-over that the page takes back', () => {
  it('ends a check that the phone has only just begun, and of which the page has not heard', async () => {
    const { send, gateway, path, processId } = await begun();
    expect(gateway.processes).toHaveLength(1);
    expect((await send('DELETE', path)).status).toBe(204);
    expect(gateway.processes).toHaveLength(0);
    expect((await send('GET', `/processes/${processId}`)).body).toMatchObject({ status: 'canceled' });
    // Again, as a page does that did not hear the answer.
    expect((await send('DELETE', path)).status).toBe(204);
  });

  it('keeps the check that the page goes on with', async () => {
    const { send, asPhone, gateway, path, token, processId } = await begun();
    await asPhone('PUT', `/processes/${processId}/images/front`, jpegHead(), token);
    expect((await send('DELETE', `${path}?keep=${processId}`)).status).toBe(204);
    expect(gateway.processes).toHaveLength(1);
    expect((await send('GET', `/processes/${processId}`)).body).toMatchObject({
      status: 'pending',
      received: ['front'],
    });
  });

  it('ends one that is not the check that the page knows', async () => {
    const { send, gateway, path } = await begun();
    await send('DELETE', `${path}?keep=${'0'.repeat(32)}`);
    expect(gateway.processes).toHaveLength(0);
  });

  it('while the phone is beginning a check waits for it, and ends it', async () => {
    const { store, hold, letGo } = heldStore('handover:');
    const { send, asPhone, gateway, clock, path, token } = await begun({ store });
    hold();
    const revoking = send('DELETE', path);
    await clock.advance(1_000);
    expect(gateway.processes).toHaveLength(1);
    letGo();
    await clock.advance(1_000);
    expect((await revoking).status).toBe(204);
    expect(gateway.processes).toHaveLength(0);
    expect(await asPhone('GET', path, undefined, token)).toMatchObject(REVOKED);
  });

  it('lets no check begin that was asked for before and arrives after', async () => {
    const { handle, send, connect, gateway } = setUp();
    const { path, token } = await connect();
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const late = handle(
      new Request(`${BASE}/processes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'x-capture-token': token },
        body: readable,
        duplex: 'half',
      } as RequestInit),
    );
    expect((await send('DELETE', path)).status).toBe(204);
    const writer = writable.getWriter();
    await writer.write(new TextEncoder().encode(JSON.stringify(NORWEGIAN)));
    await writer.close();
    const response = await late;
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'handover-revoked' }]);
    expect(gateway.processes).toHaveLength(0);
  });

  it('gives up on somebody who does not let go', async () => {
    const { store, hold } = heldStore('handover:');
    const { send, clock, path } = await begun({ store });
    hold();
    const revoking = send('DELETE', path);
    await clock.advance(10_000);
    expect(await revoking).toMatchObject({ status: 409, body: { code: 'busy', retryable: true } });
  });
});
