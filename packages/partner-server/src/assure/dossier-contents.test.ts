import { describe, expect, it } from 'vitest';
import { problem, setUpAssure } from '../../test/assure-client.ts';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import type { Assure } from './create-assure.ts';
import { readCaptureReturn } from './read-capture-return.ts';
import type { StartCapture } from './start-capture.ts';

async function setUpDossier() {
  const set = setUpAssure();
  const { dossierId } = await set.assure.createDossier();
  return { ...set, key: { dossierId } };
}

describe('user data', () => {
  it('comes back as it was given', async () => {
    const { assure, key } = await setUpDossier();
    const data = { firstName: 'ANNA', nested: { of: ['any', 'kind'] } };
    await assure.setUserData({ ...key, data });
    expect(await assure.getUserData(key)).toEqual(data);
  });

  it('is an object', async () => {
    const { assure, gateway, key } = await setUpDossier();
    const sent = gateway.requests.length;
    await expect(assure.setUserData({ ...key, data: 'canary' as never })).rejects.toThrow(TypeError);
    expect(gateway.requests.length).toBe(sent);
  });
});

describe('files', () => {
  it('are kept, added to, given back whole and deleted', async () => {
    const { assure, key } = await setUpDossier();
    await assure.setFiles({ ...key, files: { front: jpegHead(1280, 720, 100_000) } });
    await assure.setFiles({ ...key, files: { selfie: pngHead().buffer } });
    expect(await assure.getFiles(key)).toEqual({
      front: { bytes: jpegHead(1280, 720, 100_000), mediaType: 'image/jpeg' },
      selfie: { bytes: pngHead(), mediaType: 'image/png' },
    });
    await assure.deleteFiles(key);
    await expect(assure.getFiles(key)).rejects.toMatchObject({ code: 'not-found' });
    await expect(assure.deleteFiles(key)).resolves.toBeUndefined();
  });

  it('that are no pictures are refused before anything is sent', async () => {
    const { assure, gateway, key } = await setUpDossier();
    const sent = gateway.requests.length;
    const files = { front: new TextEncoder().encode('%PDF-1.7') };
    await expect(assure.setFiles({ ...key, files })).rejects.toMatchObject({ code: 'image-unsupported' });
    await expect(assure.setFiles({ ...key, files: {} })).rejects.toThrow('files needs at least one');
    await expect(assure.setFiles({ ...key, files: { portrait: pngHead() } as never })).rejects.toThrow(TypeError);
    expect(gateway.requests.length).toBe(sent);
  });

  it('that are no pictures are not taken for some', async () => {
    const { assure, gateway, key } = await setUpDossier();
    const path = '/assure/dossiers/dossier-1/files';
    gateway.next(path, () => Response.json({ front: 'data:image/jpeg;base64,canary!' }));
    await expect(assure.getFiles(key)).rejects.toMatchObject({ code: 'invalid-response' });
  });
});

describe('a capture flow', () => {
  const FLOW = {
    providers: [{ provider: 'onfido', processType: 'documentSelfie' }],
    redirectUrl: 'https://partner.test/done',
    captureParameters: { uiProfile: 'ours', uiLanguage: 'en' },
  } as const;
  const PATH = '/assure/dossiers/dossier-1/capture';

  it('gives the address of the page, and the process behind it', async () => {
    const { assure, gateway, key } = await setUpDossier();
    const flow = await assure.startCapture({ ...key, ...FLOW });
    expect(flow).toEqual({ url: 'https://capture.test/#/dossier-1', processId: 'process-1' });
    expect(gateway.requests.at(-1)).toMatchObject({ method: 'POST', path: PATH, body: FLOW });
    const two = { ...FLOW, providers: [...FLOW.providers, ...FLOW.providers] };
    expect(await assure.startCapture({ ...key, ...two })).not.toHaveProperty('processId');
  });

  it.each<[string, Partial<StartCapture>]>([
    ['without providers', { providers: [] }],
    ['with a provider that has no name', { providers: [{ provider: '', processType: 'document' }] }],
    ['back to no address', { redirectUrl: 'done' }],
  ])('%s is a mistake', async (_, over) => {
    const { assure, gateway, key } = await setUpDossier();
    const sent = gateway.requests.length;
    await expect(assure.startCapture({ ...key, ...FLOW, ...over })).rejects.toThrow(TypeError);
    expect(gateway.requests.length).toBe(sent);
  });

  it.each(['javascript:alert(1)', '/relative', 'data:text/html,x'])('sends nobody to %s', async (url) => {
    const { assure, gateway, key } = await setUpDossier();
    gateway.next(PATH, () => Response.json({ url }, { status: 201 }));
    await expect(assure.startCapture({ ...key, ...FLOW })).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it('is not begun twice', async () => {
    const { assure, gateway, key } = await setUpDossier();
    gateway.next(PATH, problem(503));
    await expect(assure.startCapture({ ...key, ...FLOW })).rejects.toMatchObject({ code: 'server' });
    expect(gateway.countOf(PATH)).toBe(1);
  });

  it.each([
    ['?dossierId=d&processId=p&status=processing', { dossierId: 'd', processId: 'p' }],
    ['?dossierId=d', { dossierId: 'd', processId: undefined }],
    ['?processId=p&status=accepted', undefined],
    ['?dossierId=d&dossierId=e', undefined],
    ['?dossierId=d&processId=p&processId=q', undefined],
    ['?dossierId=', undefined],
  ])('comes back with %s', (query, expected) => {
    expect(readCaptureReturn(`https://partner.test/done${query}`)).toEqual(expected);
  });
});

describe('a capture configuration', () => {
  const configuration = { documentTypes: ['passport'], onfidoConfig: { theme: 'dark' }, ours: 1 };
  const key = { configurationId: 'a/b' };

  it('is created once, updated and read', async () => {
    const { assure, gateway } = setUpAssure();
    await expect(assure.getCaptureConfiguration(key)).rejects.toMatchObject({ code: 'not-found' });
    await expect(assure.updateCaptureConfiguration({ ...key, configuration })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await assure.createCaptureConfiguration({ ...key, configuration })).toEqual(configuration);
    await expect(assure.createCaptureConfiguration({ ...key, configuration })).rejects.toMatchObject({
      code: 'conflict',
    });
    const changed = { documentTypes: ['passport', 'identityCard'] };
    expect(await assure.updateCaptureConfiguration({ ...key, configuration: changed })).toEqual(changed);
    expect(await assure.getCaptureConfiguration(key)).toEqual(changed);
    expect(gateway.requests.at(-1)?.path).toBe('/assure/capture/configurations/a%2Fb');
  });

  it('with fields of another kind is a mistake', async () => {
    const { assure, gateway } = setUpAssure();
    const wrong = { ...key, configuration: { documentTypes: 'canary' as never } };
    await expect(assure.createCaptureConfiguration(wrong)).rejects.toThrow(/^configuration\.documentTypes is not/);
    expect(gateway.requests).toEqual([]);
  });
});

describe('a picture', () => {
  it.each<[string, (assure: Assure) => Promise<unknown>, object]>([
    [
      'watermarked',
      (assure) => assure.watermarkImage({ image: jpegHead(), imageDepiction: 'front', watermark: { title: 'COPY' } }),
      { imageDepiction: 'front', watermark: { title: 'COPY' } },
    ],
    ['redacted', (assure) => assure.redactImage({ image: jpegHead(), dossierId: 'd' }), { dossierId: 'd' }],
  ])('is %s', async (_, serve, body) => {
    const { assure, gateway } = setUpAssure();
    expect(await serve(assure)).toEqual({ bytes: jpegHead(), mediaType: 'image/jpeg' });
    expect(gateway.requests.at(-1)?.body).toEqual({ image: expect.stringMatching(/^data:image\/jpeg;/), ...body });
  });

  it('of more bytes than are taken is not sent', async () => {
    const { assure, gateway } = setUpAssure();
    const image = jpegHead(1280, 720, 4_000_000);
    await expect(assure.redactImage({ image })).rejects.toMatchObject({ code: 'image-too-large' });
    expect(gateway.requests).toEqual([]);
  });
});
