import { type Assure, createAssure, isPartnerServerError } from '@bonafide/partner-server';
import { readCaptureReturn, toOutcome } from '@bonafide/partner-server/assure';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, verifyPerson } from './support/assure-partner.ts';
import { HostedBrowser } from './support/hosted.ts';
import { call } from './support/journey.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The project's own server client against the gateway, so that drift breaks both sides at once.

let sandbox: TestSandbox;
let assure: Assure;
let other: Assure;
const events: unknown[] = [];

beforeAll(async () => {
  sandbox = await openTestSandbox();
  [assure, other] = [clientOf(ACME), clientOf(OTHER)];
});
afterAll(() => sandbox.close());

const clientOf = ({ clientId, passKey }: typeof ACME): Assure =>
  createAssure({
    clientId,
    clientSecret: passKey,
    urls: { token: 'http://localhost', gateway: 'http://localhost' },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
    onEvent: (event) => events.push(event),
  });

const ANNA: Person = { id: 'anna', country: 'PRT', hasConsented: false };
const IMAGES = { front: picture('document'), selfie: picture('live') };

describe('a partner in twenty lines', () => {
  it('verifies somebody, and leaves nothing at the gateway', async () => {
    const { outcome, name } = await verifyPerson(assure, { ...ANNA, id: 'nobody-is-kept' }, IMAGES);
    expect([outcome.decision, name]).toEqual(['accepted', 'SPECIMEN']);
    const erased = await call(sandbox, '/control/api/clients/ACME/users/nobody-is-kept', { method: 'DELETE' });
    expect(erased.body).toMatchObject({ dossiers: 0, processes: 0, images: 0 });
  });

  // The final status of the vendor's five examples, and what a partner does with each.
  it.each([
    ['accepted', { lifecycle: 'final', decision: 'accepted', nextAction: 'none' }],
    ['inconclusive', { lifecycle: 'final', decision: 'review', nextAction: 'manual_review', fraudSignal: 'suspected' }],
    ['rejected', { lifecycle: 'final', decision: 'rejected', nextAction: 'use_other_document' }],
    ['canceled', { lifecycle: 'cancelled', decision: 'none', nextAction: 'new_session' }],
    ['failed', { lifecycle: 'errored', decision: 'none', nextAction: 'retry_capture' }],
  ])('tells the vendor’s own example of %s', async (status, expected) => {
    const { outcome } = await verifyPerson(assure, ANNA, IMAGES, `assure-${status}`);
    expect(outcome).toMatchObject({
      ...expected,
      terminal: true,
      authoritative: true,
      native: { provider: 'assure', status },
    });
  });

  it.each([
    ['a forged document', { ...IMAGES, front: picture('copy') }, 'review', 'document_authenticity'],
    ['somebody else’s document', { ...IMAGES, selfie: picture('other-person') }, 'review', 'face_match'],
    ['a mask', { ...IMAGES, selfie: picture('not-live') }, 'review', 'liveness'],
    [
      'a picture on which nothing can be read',
      { ...IMAGES, front: picture('unclear-document') },
      'rejected',
      'quality',
    ],
  ])('tells %s by its reason', async (_, images, decision, reason) => {
    const { outcome } = await verifyPerson(assure, ANNA, images);
    expect(outcome.decision).toBe(decision);
    expect(outcome.reasons.map((each) => each.class)).toContain(reason);
  });

  it('is told what would fail only at the start, before anything is sent', async () => {
    const american = { ...ANNA, country: 'USA' };
    await expect(verifyPerson(assure, american, IMAGES)).rejects.toMatchObject({
      code: 'consent-required',
      userAction: 'ask-user',
    });
    const consented = await verifyPerson(assure, { ...american, hasConsented: true }, IMAGES);
    expect(consented.outcome.decision).toBe('accepted');
  });
});

async function open() {
  const { dossierId } = await assure.createDossier();
  const location = { countryOfResidence: 'NOR' };
  const { processId } = await assure.createProcess({ dossierId, processType: 'documentSelfie', location });
  return { dossierId, processId };
}

function createFile() {
  const chunks: Uint8Array[] = [];
  const to = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) });
  return { to, unzip: () => unzipSync(Buffer.concat(chunks)) };
}

describe('the client and the gateway agree on', () => {
  it('user data and files', async () => {
    const key = await open();
    await assure.setUserData({ ...key, data: { firstName: 'ANNA' } });
    expect(await assure.getUserData(key)).toEqual({ firstName: 'ANNA' });
    await assure.setFiles({ ...key, files: { front: picture('document') } });
    expect(await assure.getFiles(key)).toEqual({ front: { bytes: picture('document'), mediaType: 'image/jpeg' } });
    await assure.deleteFiles(key);
    await expect(assure.getFiles(key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('the full result, once there is one', async () => {
    const key = await open();
    await expect(assure.downloadFullResult({ ...key, to: createFile().to })).rejects.toMatchObject({
      code: 'conflict',
    });
    await assure.setImages({ ...key, images: IMAGES });
    await assure.startVerification(key);
    await assure.waitForProcess({ ...key, timeoutMs: 60_000 });
    const file = createFile();
    const { byteCount } = await assure.downloadFullResult({ ...key, to: file.to });
    expect(byteCount).toBeGreaterThan(0);
    const unpacked = file.unzip();
    expect(JSON.parse(strFromU8(unpacked['process.json'] ?? new Uint8Array()))).toEqual(await assure.getProcess(key));
    expect(unpacked['images/front.jpg']).toEqual(picture('document'));
    await expect(
      assure.downloadFullResult({ ...key, to: createFile().to, maxBytes: byteCount - 1 }),
    ).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it('capture flows and their configurations', async () => {
    const configuration = { documentTypes: ['passport'] };
    const configurationId = 'web';
    await expect(assure.getCaptureConfiguration({ configurationId })).rejects.toMatchObject({ code: 'not-found' });
    await assure.createCaptureConfiguration({ configurationId, configuration });
    await expect(assure.createCaptureConfiguration({ configurationId, configuration })).rejects.toMatchObject({
      code: 'conflict',
    });
    await assure.updateCaptureConfiguration({ configurationId, configuration: { ...configuration, ours: true } });
    expect(await assure.getCaptureConfiguration({ configurationId })).toEqual({ ...configuration, ours: true });
    const { dossierId } = await assure.createDossier();
    const { url, processId = '' } = await assure.startCapture({
      dossierId,
      providers: [{ provider: 'onfido', processType: 'documentSelfie' }],
      redirectUrl: 'https://partner.example/done',
      captureParameters: { uiProfile: configurationId },
    });
    const browser = new HostedBrowser(sandbox);
    await browser.claim(url);
    await browser.choose('passport');
    await browser.put('front', picture('document'));
    await browser.put('selfie', picture('live'));
    await browser.handIn();
    await browser.judged();
    const back: string = (await browser.show()).body.redirectUrl;
    expect(readCaptureReturn(back)).toEqual({ dossierId, processId });
    // What the browser brings is no decision.
    const query = Object.fromEntries(new URL(back).searchParams);
    expect(toOutcome({ from: 'redirect', query })).toMatchObject({ decision: 'none', authoritative: false });
    expect((await assure.waitForProcess({ dossierId, processId, timeoutMs: 60_000 })).status).toBe('accepted');
  });

  it('what is refused of a picture', async () => {
    const image = picture('document');
    const watermark = { title: 'COPY' };
    await expect(assure.watermarkImage({ image, watermark })).rejects.toMatchObject({ code: 'image-unsupported' });
    await expect(assure.redactImage({ image })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('another client finds nothing by any operation', async () => {
  const key = await open();
  const to = createFile().to;
  const image = picture('document');
  const providers = [{ provider: 'onfido', processType: 'document' }];
  const location = { countryOfResidence: 'NOR' };
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    getDossier: () => other.getDossier(key),
    getUserData: () => other.getUserData(key),
    setUserData: () => other.setUserData({ ...key, data: {} }),
    setFiles: () => other.setFiles({ ...key, files: IMAGES }),
    getFiles: () => other.getFiles(key),
    createProcess: () => other.createProcess({ ...key, processType: 'document', location }),
    getProcess: () => other.getProcess(key),
    cancelProcess: () => other.cancelProcess(key),
    setImages: () => other.setImages({ ...key, images: IMAGES }),
    getImage: () => other.getImage({ ...key, depiction: 'FRONT' }),
    startVerification: () => other.startVerification(key),
    downloadFullResult: () => other.downloadFullResult({ ...key, to }),
    startCapture: () => other.startCapture({ ...key, providers }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    const code = await attempt().then(
      () => 'done',
      (error: unknown) => (isPartnerServerError(error) ? error.code : error),
    );
    expect([name, code]).toEqual([name, 'not-found']);
  }
  await expect(other.watermarkImage({ ...key, image, watermark: { title: 'x' } })).rejects.toMatchObject({
    code: 'request-rejected',
  });
  // Deleting what is not there is done, and does nothing.
  await other.deleteFiles(key);
  await other.deleteProcess(key);
  await other.deleteDossier(key);
  expect((await assure.getProcess(key)).status).toBe('pending');
});

it('says no secret and no name, in no error and no event', async () => {
  const key = await open();
  const failures: unknown[] = [];
  const data = { firstName: 'NAME-CANARY' };
  await assure.setUserData({ ...key, data });
  for (const attempt of [
    () => assure.setUserData({ dossierId: 'nobody', data }),
    () => assure.setUserData({ ...key, data: { ...data, much: 'x'.repeat(70_000) } }),
    () => assure.setFiles({ ...key, files: { front: new TextEncoder().encode('NAME-CANARY') } }),
    () => assure.getFiles(key),
    () => clientOf({ ...ACME, passKey: 'SECRET-CANARY' }).getUserData(key),
  ])
    failures.push(await attempt().catch((error: unknown) => error));
  expect(failures.every(isPartnerServerError)).toBe(true);
  const said = JSON.stringify([failures, failures.map(String), events, sandbox.logs]);
  for (const canary of ['NAME-CANARY', 'SECRET-CANARY', ACME.passKey, 'base64,', await assure.accessToken()])
    expect(said).not.toContain(canary);
});
