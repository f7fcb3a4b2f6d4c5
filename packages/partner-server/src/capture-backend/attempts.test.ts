import { describe, expect, it } from 'vitest';
import { NORWEGIAN, setUpBackend } from '../../test/capture-backend.ts';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import { problem } from '../../test/assure-client.ts';
import type { AtomicStore } from '../atomic-store.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { toDigest } from './digest.ts';

const SEVERAL_FACES = {
  status: 'failed',
  failReason: { type: 'upload_failed', message: 'Field errors: {face_detection=[Multiple faces in image.]}' },
} as const;

describe('pictures that are wanted again', () => {
  it('begin a new process in the same dossier, with the good ones copied', async () => {
    const { send, begin, run, gateway, processes } = setUpBackend(
      {},
      { outcome: (serial) => (serial === 1 ? SEVERAL_FACES : {}) },
    );
    const path = await begin();
    await run(path);
    expect((await send('GET', path)).body).toMatchObject({
      status: 'recapture',
      recapture: { depictions: ['selfie'], reason: 'multiple-faces' },
      received: ['front'],
      attempts: { used: 1, max: 3 },
    });
    // Not the good one, and nothing is started before the picture is there.
    expect((await send('PUT', `${path}/images/front`, jpegHead())).body).toMatchObject({ code: 'state-conflict' });
    expect((await send('POST', `${path}/verification`, {})).body).toMatchObject({ code: 'state-conflict' });

    const selfie = pngHead();
    expect((await send('PUT', `${path}/images/selfie`, selfie)).status).toBe(200);
    expect(gateway.processes[1]).toMatchObject({
      dossierId: 'dossier-1',
      images: { front: gateway.processes[0]?.images.front, selfie: expect.stringMatching(/png/) as string },
    });
    expect((await send('POST', `${path}/verification`, {})).status).toBe(202);
    expect((await send('GET', path)).body).toMatchObject({ status: 'accepted', attempts: { used: 2, max: 3 } });
    expect(processes.map(({ attempt, processId }) => [attempt, processId])).toEqual([
      [1, 'process-1'],
      [2, 'process-2'],
    ]);
  });

  it('are wanted as often as is allowed; then the gateway’s word stands', async () => {
    const { send, begin, run } = setUpBackend({ maxAttempts: 2 }, { outcome: () => SEVERAL_FACES });
    const path = await begin();
    await run(path);
    expect((await send('GET', path)).body).toMatchObject({ status: 'recapture' });
    await run(path, ['selfie']);
    expect((await send('GET', path)).body).toMatchObject({ status: 'failed', attempts: { used: 2, max: 2 } });
    expect((await send('PUT', `${path}/images/selfie`, jpegHead())).body).toMatchObject({ code: 'state-conflict' });
  });
});

describe('a process that does not come to be kept is deleted at the gateway', () => {
  const severalFacesFirst = { outcome: (serial: number) => (serial === 1 ? SEVERAL_FACES : {}) };
  const left = ({ gateway }: ReturnType<typeof setUpBackend>) => gateway.processes.map(({ processId }) => processId);

  it('when the good pictures cannot be copied to it', async () => {
    const backend = setUpBackend({}, severalFacesFirst);
    const path = await backend.begin();
    await backend.run(path);
    backend.gateway.next('/assure/dossiers/dossier-1/processes/process-2/images', problem(403));
    expect((await backend.send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(502);
    expect(left(backend)).toEqual(['process-1']);
    // The next picture begins another one.
    expect((await backend.send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(200);
    expect(left(backend)).toEqual(['process-1', 'process-3']);
    await backend.send('POST', `${path}/verification`, {});
    expect((await backend.send('GET', path)).body).toMatchObject({ status: 'accepted', attempts: { used: 2 } });
  });

  it('when the partner does not take note of it', async () => {
    let fails = true;
    const onProcess = ({ attempt }: { readonly attempt: number }): void => {
      if (attempt === 2 && fails) throw new Error('the database is down');
    };
    const backend = setUpBackend({ onProcess }, severalFacesFirst);
    const path = await backend.begin();
    await backend.run(path);
    expect((await backend.send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(500);
    expect(left(backend)).toEqual(['process-1']);
    fails = false;
    expect((await backend.send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(200);
  });

  it.each([1, 2])('when the store fails before it is in it (attempt %i)', async (attempt) => {
    const memory = createMemoryStore();
    const store: AtomicStore = {
      ...memory,
      set: (key, value, ttlMs) =>
        JSON.parse(value).attempt === attempt && isFirst()
          ? Promise.reject(new Error('ECONNRESET'))
          : memory.set(key, value, ttlMs),
    };
    let failures = 0;
    const isFirst = (): boolean => (failures += 1) === 1;
    // A dossier of the partner's own outlives the check.
    const authorize = () => ({ id: 'user-1', dossierId: 'dossier-1' });
    const backend = setUpBackend({ store, authorize }, severalFacesFirst);
    await backend.assure.createDossier({});
    if (attempt === 1) {
      expect((await backend.send('POST', '/processes', NORWEGIAN)).status).toBe(503);
      expect(left(backend)).toEqual([]);
      expect(backend.gateway.dossiers.size).toBe(1);
      return;
    }
    const path = await backend.begin();
    await backend.run(path);
    expect((await backend.send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(503);
    expect(left(backend)).toEqual(['process-1']);
  });

  it('also where the gateway cannot delete it: the first failure is what is told', async () => {
    const backend = setUpBackend({}, severalFacesFirst);
    const path = await backend.begin();
    await backend.run(path);
    backend.gateway.next('/assure/dossiers/dossier-1/processes/process-2/images', problem(403));
    backend.gateway.next('/assure/dossiers/dossier-1/processes/process-2', problem(403));
    const got = await backend.send('PUT', `${path}/images/selfie`, jpegHead());
    expect([got.status, got.body]).toMatchObject([502, { code: 'gateway-refused' }]);
  });
});

describe('the start', () => {
  it('again while it is on its way changes nothing', async () => {
    const { send, begin, run, gateway } = setUpBackend({}, { looksUntilFinal: 2 });
    const path = await begin();
    await run(path);
    const again = await send('POST', `${path}/verification`, {});
    expect([again.status, again.body]).toMatchObject([202, { status: 'processing' }]);
    expect(gateway.requests.filter(({ path: to }) => to.endsWith('/verification'))).toHaveLength(1);
  });

  it('whose answer was lost has happened', async () => {
    const { send, begin, run, gateway } = setUpBackend({}, { looksUntilFinal: 9 });
    const path = await begin();
    const verification = '/assure/dossiers/dossier-1/processes/process-1/verification';
    gateway.next(verification, async () => {
      await gateway.fetch(`https://assure.test${verification}`, {
        method: 'POST',
        headers: { authorization: 'Bearer access-token-1' },
      });
      throw new TypeError('connection lost');
    });
    await run(path);
    expect((await send('GET', path)).body).toMatchObject({ status: 'pending' });
    expect((await send('POST', `${path}/verification`, {})).status).toBe(202);
    expect((await send('GET', path)).body).toMatchObject({ status: 'processing' });
  });

  it('with evidence of another picture is refused', async () => {
    const { send, begin } = setUpBackend();
    const path = await begin();
    for (const depiction of ['front', 'selfie']) await send('PUT', `${path}/images/${depiction}`, jpegHead());
    const evidence = { front: { digest: '0'.repeat(64) } };
    expect(await send('POST', `${path}/verification`, { evidence })).toMatchObject({
      status: 409,
      body: { code: 'evidence-mismatch' },
    });
  });

  it.each([true, false])('hands evidence on only to a gateway that takes it (%s)', async (extensions) => {
    const { send, begin, gateway } = setUpBackend({ extensions });
    const path = await begin();
    for (const depiction of ['front', 'selfie']) await send('PUT', `${path}/images/${depiction}`, jpegHead());
    const evidence = { front: { digest: await toDigest(jpegHead()), version: '1' } };
    expect((await send('POST', `${path}/verification`, { evidence })).status).toBe(202);
    expect(gateway.processes[0]?.started).toEqual(extensions ? { bonafide: evidence } : {});
  });
});

describe('cancelling', () => {
  it('has the pictures deleted, and is final', async () => {
    const { send, begin, gateway } = setUpBackend();
    const path = await begin();
    await send('PUT', `${path}/images/front`, jpegHead());
    expect((await send('DELETE', path)).status).toBe(204);
    expect(gateway.processes).toEqual([]);
    expect((await send('GET', path)).body).toMatchObject({ status: 'canceled' });
    expect((await send('PUT', `${path}/images/front`, jpegHead())).body).toMatchObject({ code: 'state-conflict' });
    expect((await send('POST', `${path}/verification`, {})).body).toMatchObject({ code: 'state-conflict' });
    expect((await send('DELETE', path)).status).toBe(204);
  });

  it('is told to a gateway that knows the word', async () => {
    const { send, begin, assure } = setUpBackend({ extensions: true });
    const path = await begin();
    await send('DELETE', path);
    expect((await assure.getProcess({ dossierId: 'dossier-1', processId: 'process-1' })).status).toBe('canceled');
  });

  it('does not undo what is decided', async () => {
    const { send, begin, run, gateway } = setUpBackend();
    const path = await begin();
    await run(path);
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', path)).body).toMatchObject({ status: 'accepted' });
    expect(gateway.processes).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('of two changes at once, one is done and the other told to come again', async () => {
    let letGo: () => void = () => {};
    let begin: () => void = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const delay = async (to: string): Promise<void> => {
      if (!to.endsWith('/images')) return;
      begin();
      await held;
    };
    const { send, begin: open } = setUpBackend({}, { delay });
    const path = await open();
    const first = send('PUT', `${path}/images/front`, jpegHead());
    await begun;
    const second = await send('PUT', `${path}/images/selfie`, jpegHead());
    expect([second.status, second.headers.get('retry-after'), second.body]).toMatchObject([409, '1', { code: 'busy' }]);
    letGo();
    expect((await first).status).toBe(200);
    expect((await send('PUT', `${path}/images/selfie`, jpegHead())).status).toBe(200);
  });

  it.each([
    [problem(429, undefined, { 'retry-after': '90' }), 503, 'gateway-unavailable', '90'],
    [problem(403), 502, 'gateway-refused', null],
    [() => Response.json({ processId: 'process-1', status: 'approved' }), 502, 'gateway-refused', null],
    [problem(404), 404, 'not-found', null],
  ])('of the gateway is one word for the page', async (answer, status, code, retryAfter) => {
    const { send, begin, run, gateway, errors } = setUpBackend({}, { looksUntilFinal: 9 });
    const path = await begin();
    await run(path);
    gateway.next('/assure/dossiers/dossier-1/processes/process-1', answer);
    const got = await send('GET', path);
    expect([got.status, got.headers.get('retry-after'), got.body]).toMatchObject([status, retryAfter, { code }]);
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(got.body)).not.toContain('canary');
  });

  it('of the store begins nothing', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('ECONNREFUSED'));
    const store: AtomicStore = { get: down, set: down, setIfAbsent: down, deleteIfEquals: down };
    const { send, gateway, errors } = setUpBackend({ store });
    expect(
      (await send('POST', '/processes', { documentType: 'passport', countryOfResidence: 'NOR' })).body,
    ).toMatchObject({
      code: 'gateway-unavailable',
    });
    expect([gateway.dossiers.size, gateway.processes]).toEqual([0, []]);
    expect(errors).toMatchObject([{ code: 'store-unavailable' }]);
  });

  it('of a listener harms nobody', async () => {
    const { send } = setUpBackend({
      onError: () => {
        throw new Error('the log is full');
      },
      authorize: () => Promise.reject(new Error('session store down')),
    });
    expect((await send('GET', '/requirements')).status).toBe(500);
  });

  it('leaves nothing of a person in the store but their id', async () => {
    const kept: string[] = [];
    const memory = createMemoryStore();
    const store: AtomicStore = {
      ...memory,
      set: (key, value, ttlMs) => {
        kept.push(value);
        return memory.set(key, value, ttlMs);
      },
    };
    const { begin, run, send } = setUpBackend(
      { store, handOverMs: 60_000 },
      { outcome: () => ({ finalResult: { firstName: 'CANARY' } }) },
    );
    const path = await begin();
    await run(path);
    await send('GET', path);
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.join('\n')).not.toMatch(/CANARY|base64|token-1/);
  });
});
