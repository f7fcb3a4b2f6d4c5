import {
  type Assure,
  assureNotificationHandler,
  type CaptureBackendOptions,
  captureBackendHandler,
  type CaptureProcess,
  createAssure,
} from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { digestOf, picture, type Verdict } from './support/pictures.ts';

// The project's own server client and its capture backend against the gateway, so that drift breaks both sides at once.

const AUTHORIZATION = 'Bearer notification-secret';
const NORWEGIAN = { documentType: 'passport', countryOfResidence: 'NOR' };

let sandbox: TestSandbox;
let partner: Partner;
let assure: Assure;
const notified: string[] = [];
const processes: CaptureProcess[] = [];

beforeAll(async () => {
  const receive = assureNotificationHandler({
    authorization: AUTHORIZATION,
    onEvent: ({ event }) => void notified.push(`${event.processId} ${event.status}`),
  });
  partner = await openPartner(async ({ headers, body }) => {
    const init = { method: 'POST', headers: headers as Record<string, string>, body };
    return { status: (await receive(new Request('http://localhost/', init))).status };
  });
  sandbox = await openTestSandbox({ allowLoopback: true });
  assure = createAssure({
    clientId: ACME.clientId,
    clientSecret: ACME.passKey,
    urls: { token: 'http://localhost', gateway: 'http://localhost' },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
  });
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A page of one check, as `<id-verification>` speaks to its backend. */
async function openPage(wanted: object = NORWEGIAN, over: Partial<CaptureBackendOptions> = {}) {
  const handle = captureBackendHandler({
    assure,
    processType: 'documentSelfie',
    authorize: () => ({ id: 'user-1' }),
    consent: { version: '1', documents: [], record: () => {} },
    onProcess: (process) => void processes.push(process),
    notification: { url: partner.url, authorizationHeader: AUTHORIZATION },
    extensions: true,
    ...over,
  });
  async function send(method: string, path: string, body?: Uint8Array<ArrayBuffer> | object): Promise<Answer> {
    const isPicture = body instanceof Uint8Array;
    const response = await handle(
      new Request(`http://localhost/api/identity${path}`, {
        method,
        headers: { 'content-type': isPicture ? 'image/jpeg' : 'application/json' },
        ...(body === undefined ? {} : { body: isPicture ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }
  const created = await send('POST', '/processes', wanted);
  const path = `/processes/${String(created.body['processId'])}`;
  return {
    created,
    send: (method: string, rest = '', body?: Uint8Array<ArrayBuffer> | object) => send(method, path + rest, body),
    async submit(pictures: Readonly<Record<string, Verdict>>): Promise<Answer['body']> {
      const evidence: Record<string, { digest: string }> = {};
      for (const [depiction, verdict] of Object.entries(pictures)) {
        const put = await send('PUT', `${path}/images/${depiction}`, picture(verdict));
        expect([depiction, put.status]).toEqual([depiction, 200]);
        evidence[depiction] = { digest: digestOf(picture(verdict)) };
      }
      expect(await send('POST', `${path}/verification`, { evidence })).toMatchObject({ status: 202 });
      let state: Answer['body'] = {};
      await until(async () => {
        state = (await send('GET', path)).body;
        return state['status'] !== 'processing';
      });
      return state;
    },
  };
}

function latest(): CaptureProcess {
  const process = processes.at(-1);
  if (process === undefined) throw new Error('no process was created');
  return process;
}

describe('a page’s check through the capture backend', () => {
  it('is accepted, notified of, and read', async () => {
    const page = await openPage();
    expect(await page.submit({ front: 'document', selfie: 'live' })).toMatchObject({ status: 'accepted' });
    const { dossierId, processId } = latest();
    await until(() => notified.includes(`${processId} accepted`));
    expect(await assure.getProcess({ dossierId, processId })).toMatchObject({
      status: 'accepted',
      finalResult: { firstName: 'ANNA' },
    });
    await assure.deleteDossier({ dossierId });
    await expect(assure.getDossier({ dossierId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await page.send('GET')).body).toMatchObject({ status: 'accepted' });
  });

  it.each<[string, Record<string, Verdict>, string]>([
    ['another face', { front: 'document', selfie: 'other-person' }, 'inconclusive'],
    ['an expired document', { front: 'expired', selfie: 'live' }, 'inconclusive'],
    ['a photocopy', { front: 'copy', selfie: 'live' }, 'inconclusive'],
  ])('%s is decided at once', async (_, pictures, status) => {
    const page = await openPage();
    expect(await page.submit(pictures)).toMatchObject({ status, attempts: { used: 1 } });
  });

  it.each<[string, Record<string, Verdict>, Record<string, Verdict>, string]>([
    ['two faces', { front: 'document', selfie: 'two-faces' }, { selfie: 'live' }, 'multiple-faces'],
    ['a blurred document', { front: 'unclear-document', selfie: 'live' }, { front: 'document' }, 'image-quality'],
  ])('%s: the one picture is taken again, and the other kept', async (_, first, second, reason) => {
    const page = await openPage();
    const depictions = Object.keys(second);
    expect(await page.submit(first)).toMatchObject({ status: 'recapture', recapture: { depictions, reason } });
    const before = latest();
    expect(await page.submit(second)).toMatchObject({ status: 'accepted', attempts: { used: 2 } });
    expect(latest()).toMatchObject({ dossierId: before.dossierId, captureId: before.captureId, attempt: 2 });
    expect(latest().processId).not.toBe(before.processId);
  });

  it('is canceled where the gateway hears of it', async () => {
    const page = await openPage();
    const { dossierId, processId } = latest();
    expect((await page.send('DELETE')).status).toBe(204);
    expect((await page.send('GET')).body).toMatchObject({ status: 'canceled' });
    expect((await assure.getProcess({ dossierId, processId })).status).toBe('canceled');
    await until(() => notified.includes(`${processId} canceled`));
  });

  it('of an American begins with consent', async () => {
    const american = { documentType: 'passport', countryOfResidence: 'USA' };
    const refused = await openPage(american);
    expect(refused.created).toMatchObject({ status: 422, body: { code: 'consent-required' } });
    const consents = { privacy: { granted: true, version: '1', at: '2026-03-01T04:05:06Z' } };
    const page = await openPage({ ...american, consents });
    expect(await page.submit({ front: 'document', selfie: 'live' })).toMatchObject({ status: 'accepted' });
  });

  it('of a document with two sides needs both', async () => {
    const page = await openPage({ ...NORWEGIAN, documentType: 'identityCard' }, { processType: 'document' });
    await page.send('PUT', '/images/front', picture('document'));
    expect((await page.send('POST', '/verification', {})).body).toMatchObject({ code: 'images-missing' });
    expect(await page.submit({ back: 'document' })).toMatchObject({ status: 'accepted', received: ['front', 'back'] });
  });
});

describe('createAssure', () => {
  it('knows the documents that the gateway takes', async () => {
    expect(await assure.getDocumentTypes()).toContainEqual({ documentType: 'identityCard', sides: ['FRONT', 'BACK'] });
  });

  it('gives back the picture that was set', async () => {
    const { dossierId } = await assure.createDossier();
    const location = { countryOfResidence: 'NOR' };
    const { processId } = await assure.createProcess({ dossierId, processType: 'document', location });
    const key = { dossierId, processId };
    await assure.setImages({ ...key, images: { front: picture('document') } });
    expect(await assure.getImage({ ...key, depiction: 'FRONT' })).toEqual({
      bytes: picture('document'),
      mediaType: 'image/jpeg',
    });
  });

  it('understands the gateway’s refusals', async () => {
    const { dossierId } = await assure.createDossier();
    const location = { ipAddress: '127.0.0.1' };
    const { processId } = await assure.createProcess({ dossierId, processType: 'document', location });
    await expect(assure.startVerification({ dossierId, processId })).rejects.toMatchObject({
      code: 'location-required',
      gatewayCauses: ['location-unknown'],
    });
    await expect(assure.getProcess({ dossierId, processId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
    const wrong = createAssure({
      clientId: ACME.clientId,
      clientSecret: 'wrong',
      urls: { token: 'http://localhost', gateway: 'http://localhost' },
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    });
    await expect(wrong.accessToken()).rejects.toMatchObject({
      code: 'credentials-rejected',
      gatewayCauses: ['invalid_client'],
    });
  });
});
