import { PATHS } from '@bonafide/contracts/assure';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_SELFIE, problem, setUpAssure } from '../../test/assure-client.ts';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import type { CreateProcess } from './create-process.ts';

async function setUpProcess(over: Parameters<typeof setUpAssure>[0] = {}) {
  const set = setUpAssure(over);
  const { dossierId } = await set.assure.createDossier();
  const { processId } = await set.assure.createProcess({ dossierId, ...DOCUMENT_SELFIE });
  return { ...set, key: { dossierId, processId } };
}

describe('the whole flow', () => {
  it('from a dossier to the decision', async () => {
    const { assure, clock, gateway, key } = await setUpProcess({
      looksUntilFinal: 2,
      outcome: () => ({ finalResult: { firstName: 'ANNA' }, providerSpecific: { documentVerification: { novel: 1 } } }),
    });
    await assure.setImages({ ...key, images: { front: jpegHead(), selfie: pngHead() } });
    await assure.startVerification(key);
    const end = assure.waitForProcess({ ...key, timeoutMs: 60_000 });
    await clock.advance(30_000);
    // Also what the contract does not know.
    expect(await end).toMatchObject({
      status: 'accepted',
      finalResult: { firstName: 'ANNA' },
      providerSpecific: { documentVerification: { novel: 1 } },
    });
    expect(gateway.processes[0]).toMatchObject({
      request: {
        provider: 'onfido',
        processType: 'documentSelfie',
        documentType: 'passport',
        processParameters: { location: { countryOfResidence: 'NOR' } },
      },
      started: {},
    });
    await assure.deleteDossier({ dossierId: key.dossierId });
    expect([gateway.dossiers.size, gateway.processes.length]).toEqual([0, 0]);
  });

  it('a deletion whose first answer was lost is done', async () => {
    const { assure, key } = await setUpProcess();
    await assure.deleteProcess(key);
    await expect(assure.deleteProcess(key)).resolves.toBeUndefined();
    await assure.deleteDossier(key);
    await expect(assure.deleteDossier(key)).resolves.toBeUndefined();
  });

  it('says which documents are taken', async () => {
    const { assure } = setUpAssure();
    expect(await assure.getDocumentTypes()).toEqual([{ documentType: 'passport', sides: ['FRONT'] }]);
  });

  it('a process that the end-user left is canceled', async () => {
    const { assure, key } = await setUpProcess();
    await assure.cancelProcess(key);
    expect((await assure.getProcess(key)).status).toBe('canceled');
  });
});

describe('createProcess', () => {
  const consent = 'consent-required';
  const location = 'location-required';
  const USA = { countryOfResidence: 'USA' };
  const NOR = { countryOfResidence: 'NOR' };
  it.each<[string, Partial<CreateProcess>, string | undefined]>([
    ['no location', { processType: 'document' }, location],
    ['an empty location', { processType: 'document', location: {} }, location],
    ['a location beside other parameters only', { processType: 'document', mobileAppId: 'com.example' }, location],
    ['a country', { processType: 'documentSelfie', location: NOR }, undefined],
    ['an address', { processType: 'documentSelfie', location: { ipAddress: '192.0.2.1' } }, undefined],
    ['an American and a selfie', { processType: 'documentSelfie', location: USA }, consent],
    ['an American and a video', { processType: 'documentVideo', location: USA }, consent],
    [
      'an American who refused',
      { processType: 'documentSelfie', location: USA, consents: { privacy: false } },
      consent,
    ],
    [
      'an American who consented',
      { processType: 'documentSelfie', location: USA, consents: { privacy: true } },
      undefined,
    ],
    ['an American and a document alone', { processType: 'document', location: USA }, undefined],
    ['another provider', { provider: 'signicatvideoid', processType: 'substantial' }, undefined],
  ])('%s', async (_, over, code) => {
    const { assure, gateway } = setUpAssure();
    const { dossierId } = await assure.createDossier();
    const sent = gateway.requests.length;
    const outcome = await assure
      .createProcess({ dossierId, ...over } as CreateProcess)
      .then(() => undefined)
      .catch((error: unknown) => error);
    if (code === undefined) expect(outcome).toBeUndefined();
    else expect(outcome).toMatchObject({ code, retryable: false, userAction: 'ask-user' });
    expect(gateway.requests.length - sent).toBe(code === undefined ? 1 : 0);
  });

  it.each<[string, Partial<CreateProcess>]>([
    ['a country in two letters', { location: { countryOfResidence: 'NO' } }],
    ['an address that is none', { notificationUrl: 'callbacks' }],
    ['a header that cannot be sent', { authorizationHeader: 'canary\n' }],
    ['no process type', { processType: '' }],
    ['no dossier', { dossierId: '..' }],
  ])('%s is a mistake', async (_, over) => {
    const { assure, gateway } = setUpAssure();
    await expect(assure.createProcess({ dossierId: 'dossier-1', ...DOCUMENT_SELFIE, ...over })).rejects.toThrow(
      TypeError,
    );
    expect(gateway.requests).toEqual([]);
  });

  it('for an app asks for the token of its SDK, and hands it on', async () => {
    const { assure, gateway } = setUpAssure();
    const { dossierId } = await assure.createDossier();
    const created = await assure.createProcess({ dossierId, ...DOCUMENT_SELFIE, mobileAppId: 'com.example.app' });
    expect(created.authorization).toBe('sdk-token-1');
    expect(gateway.processes[0]?.request.processParameters).toMatchObject({ mobileAppId: 'com.example.app' });
    expect(await assure.createProcess({ dossierId, ...DOCUMENT_SELFIE })).not.toHaveProperty('authorization');
  });

  it('sends what the notification is to show, and names as one segment', async () => {
    const { assure, gateway } = setUpAssure();
    const path = '/assure/dossiers/a%2F..%2Fb/processes';
    gateway.next(path, () => Response.json({ processId: 'p', status: 'pending' }));
    await assure.createProcess({
      dossierId: 'a/../b',
      ...DOCUMENT_SELFIE,
      notificationUrl: 'https://partner.test/callbacks/assure',
      authorizationHeader: 'Bearer x',
    });
    expect(gateway.requests.at(-1)).toMatchObject({ path, body: { authorizationHeader: 'Bearer x' } });
  });
});

describe('getProcess', () => {
  const PATH = PATHS.process.replace('{dossierId}', 'd').replace('{processId}', 'p');
  it.each([
    ['about another process', { processId: 'other', status: 'accepted' }],
    ['with a status that nobody knows', { processId: 'p', status: 'approved' }],
    ['without a status', { processId: 'p' }],
  ])('an answer %s is never taken for a yes', async (_, answer) => {
    const { assure, gateway } = setUpAssure();
    gateway.next(PATH, () => Response.json(answer));
    await expect(assure.getProcess({ dossierId: 'd', processId: 'p' })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });
});

describe('waitForProcess', () => {
  it('gives up at its time', async () => {
    const { assure, clock, key } = await setUpProcess();
    const end = expect(assure.waitForProcess({ ...key, timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'still-processing',
    });
    await clock.advance(20_000);
    await end;
  });

  it('ends at once at what asking again cannot mend', async () => {
    const { assure } = setUpAssure();
    await expect(assure.waitForProcess({ dossierId: 'gone', processId: 'p', timeoutMs: 20_000 })).rejects.toMatchObject(
      { code: 'not-found' },
    );
  });
});

describe('pictures', () => {
  it('go as data URLs of what they are, whole', async () => {
    const { assure, gateway, key } = await setUpProcess();
    const bytes = jpegHead(1280, 720, 100_000);
    await assure.setImages({ ...key, images: { front: bytes, back: pngHead().buffer } });
    expect(gateway.processes[0]?.images.back).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
    const { bytes: back, mediaType } = await assure.getImage({ ...key, depiction: 'FRONT' });
    expect(mediaType).toBe('image/jpeg');
    expect(back).toEqual(bytes);
  });

  it.each([
    ['nothing', new Uint8Array(), 'image-unsupported'],
    ['a GIF', new TextEncoder().encode('GIF89a'), 'image-unsupported'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'image-unsupported'],
    ['a JPEG that ends before its size', jpegHead().subarray(0, 12), 'image-unsupported'],
    ['a PNG that ends before its size', pngHead().subarray(0, 20), 'image-unsupported'],
    ['a JPEG without width', jpegHead(0, 720), 'image-unsupported'],
    ['more bytes than are taken', jpegHead(1280, 720, 4_000_000), 'image-too-large'],
    ['a bomb', pngHead(60_000, 60_000), 'image-too-large'],
    ['5,001 pixels', jpegHead(720, 5_001), 'image-too-large'],
  ])('%s is refused before anything is sent', async (_, front, code) => {
    const { assure, gateway, key } = await setUpProcess();
    const sent = gateway.requests.length;
    await expect(assure.setImages({ ...key, images: { front } })).rejects.toMatchObject({
      code,
      userAction: 'ask-user',
    });
    expect(gateway.requests.length).toBe(sent);
  });

  it('must be bytes, and at least one', async () => {
    const { assure, key } = await setUpProcess();
    await expect(assure.setImages({ ...key, images: {} })).rejects.toThrow(TypeError);
    await expect(assure.setImages({ ...key, images: { front: 'data:' as never } })).rejects.toThrow(TypeError);
  });

  it.each(['https://elsewhere.test/1.jpg', 'data:image/jpeg;base64,canary!', 'data:text/html;base64,AAAA'])(
    'an answer with %s is no picture',
    async (image) => {
      const { assure, gateway, key } = await setUpProcess();
      gateway.next('/assure/dossiers/dossier-1/processes/process-1/images/SELFIE', () => Response.json({ image }));
      await expect(assure.getImage({ ...key, depiction: 'SELFIE' })).rejects.toMatchObject({
        code: 'invalid-response',
      });
    },
  );

  it('a picture that the gateway refuses says why', async () => {
    const { assure, gateway, key } = await setUpProcess();
    gateway.next('/assure/dossiers/dossier-1/processes/process-1/images', problem(400, 'image-unsupported'));
    await expect(assure.setImages({ ...key, images: { front: jpegHead() } })).rejects.toMatchObject({
      code: 'image-unsupported',
      status: 400,
    });
  });
});

it('evidence goes only where it is given', async () => {
  const { assure, gateway, key } = await setUpProcess();
  await assure.startVerification({ ...key, evidence: { front: { digest: 'aa' } } });
  expect(gateway.processes[0]?.started).toEqual({ bonafide: { front: { digest: 'aa' } } });
});
