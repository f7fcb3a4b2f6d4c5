import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Backend,
  createProcess,
  dataUrl,
  ended,
  openBackend,
  setImages,
  startVerification,
  verify,
} from './support/assure.ts';
import { until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture, type Verdict } from './support/pictures.ts';

// The vendor's page of the provider Onfido, rule by rule and row by row, as far as no other file says it already: errors of a start are
// in assure-errors.test.ts, the five example answers in assure-scenarios.test.ts, the app with the provider's SDK in assure-app.test.ts.

let partner: Partner;
let sandbox: TestSandbox;
let backend: Backend;

beforeAll(async () => {
  partner = await openPartner(() => ({ status: 200 }));
  sandbox = await openTestSandbox({ allowLoopback: true, clients: [{ ...ACME, minimumAgeYears: 18 }] });
  backend = await openBackend(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

type ProcessType = 'document' | 'documentSelfie' | 'documentVideo';

describe('privacy consent', () => {
  const USA = { countryOfResidence: 'USA' };
  const PRT = { countryOfResidence: 'PRT' };
  const GIVEN = { consents: { privacy: true } };
  const REFUSED = { consents: { privacy: false } };
  it.each<[processType: ProcessType, parameters: object, said: string | null]>([
    ['document', { location: USA }, null],
    ['document', { location: USA, ...REFUSED }, null],
    ['documentSelfie', { location: USA }, 'consent-missing'],
    ['documentSelfie', { location: USA, ...REFUSED }, 'consent-missing'],
    ['documentSelfie', { location: USA, ...GIVEN }, null],
    ['documentSelfie', { location: PRT }, null],
    ['documentSelfie', { location: PRT, ...REFUSED }, null],
    ['documentVideo', { location: USA }, 'consent-missing'],
    ['documentVideo', { location: USA, ...REFUSED }, 'consent-missing'],
    // What it lacks then is the video, which no picture replaces.
    ['documentVideo', { location: USA, ...GIVEN }, 'image-missing'],
    ['documentVideo', { location: PRT }, 'image-missing'],
  ])('%s with %j: created, and at the start %s', async (processType, processParameters, said) => {
    const open = await createProcess(backend, { request: { processType, processParameters } });
    expect([open.created.status, open.created.body.status]).toEqual([201, 'pending']);
    await setImages(backend, open, { front: dataUrl(), selfie: dataUrl(picture('live')) });
    const { status, body } = await startVerification(backend, open);
    expect([status, body.code ?? null]).toEqual(said === null ? [202, null] : [400, said]);
  });
});

it('before its start a process says that its provider is onfido and that it is pending', async () => {
  const open = await createProcess(backend);
  await setImages(backend, open, { front: dataUrl(), selfie: dataUrl(picture('live')) });
  expect((await backend.request('GET', open.path)).body).toMatchObject({ provider: 'onfido', status: 'pending' });
});

describe('pictures that can be read', () => {
  it.each<[documentType: string, sides: readonly ('front' | 'back')[], readable: readonly string[]]>([
    ['passport', ['front'], ['FRONT', 'SELFIE']],
    ['identityCard', ['front', 'back'], ['FRONT', 'BACK', 'SELFIE']],
  ])('of the %s', async (documentType, sides, readable) => {
    const open = await createProcess(backend, { request: { documentType } });
    const shown = Object.fromEntries(sides.map((side) => [side, dataUrl()]));
    await setImages(backend, open, { ...shown, selfie: dataUrl(picture('live')) });
    const found: string[] = [];
    for (const depiction of ['FRONT', 'BACK', 'SELFIE', 'PORTRAIT'])
      if ((await backend.request('GET', `${open.path}/images/${depiction}`)).status === 200) found.push(depiction);
    expect(found).toEqual(readable);
  });
});

describe('the final status', () => {
  it.each<[status: string, what: string, processType: ProcessType, front: Verdict, selfie: Verdict]>([
    ['accepted', 'the ID is valid, the faces match', 'documentSelfie', 'document', 'live'],
    ['rejected', 'the ID is not valid, the faces match', 'documentSelfie', 'unclear-document', 'live'],
    ['rejected', 'the ID is not valid, the faces do not match', 'documentSelfie', 'unclear-document', 'other-person'],
    ['inconclusive', 'suspicious, the faces match', 'documentSelfie', 'copy', 'live'],
    ['inconclusive', 'suspicious, the faces do not match', 'documentSelfie', 'copy', 'other-person'],
    ['inconclusive', 'valid, another face', 'documentSelfie', 'document', 'other-person'],
    ['inconclusive', 'valid, nobody real', 'documentSelfie', 'document', 'not-live'],
    ['inconclusive', 'valid, no face that could be compared', 'documentSelfie', 'document', 'no-face'],
    ['accepted', 'the document alone, whatever the selfie shows', 'document', 'document', 'other-person'],
    ['inconclusive', 'the document alone is suspicious', 'document', 'copy', 'live'],
    ['rejected', 'the document alone is not valid', 'document', 'unclear-document', 'live'],
  ])('%s: %s', async (status, _, processType, front, selfie) => {
    const { answer } = await verify(backend, {
      request: { processType },
      front: picture(front),
      selfie: picture(selfie),
    });
    expect(answer.body.status).toBe(status);
    expect('finalResult' in answer.body).toBe(status === 'accepted');
  });

  it.each<
    [why: string, front: Verdict, selfie: Verdict, part: 'facialSimilarity' | 'documentVerification', word: object]
  >([
    [
      'pictures of the face that do not suffice',
      'document',
      'no-face',
      'facialSimilarity',
      { imageIntegrity: 'consider' },
    ],
    ['an unknown type of document', 'no-document', 'live', 'documentVerification', { documentType: 'unknown' }],
    ['a document that is not valid', 'no-document', 'live', 'documentVerification', { subResult: 'rejected' }],
    [
      'a document that is suspected',
      'copy',
      'live',
      'documentVerification',
      { result: 'consider', subResult: 'suspected' },
    ],
  ])('tells %s', async (_, front, selfie, part, word) => {
    const { answer } = await verify(backend, { front: picture(front), selfie: picture(selfie) });
    expect(answer.body.providerSpecific[part]).toMatchObject(word);
  });

  it('inconclusive has data of the document, and rejected has few', async () => {
    const suspected = await verify(backend, { front: picture('copy') });
    expect(suspected.answer.body.providerSpecific.documentVerification).toMatchObject({ lastName: 'SPECIMEN' });
    const rejected = await verify(backend, { front: picture('no-document') });
    expect(Object.keys(rejected.answer.body.providerSpecific.documentVerification).sort()).toEqual([
      'documentType',
      'imageIntegrity',
      'result',
      'subResult',
    ]);
  });
});

describe('the notification', () => {
  it.each<[status: string, front: Verdict, selfie: Verdict]>([
    ['accepted', 'document', 'live'],
    ['inconclusive', 'copy', 'live'],
    ['rejected', 'unclear-document', 'live'],
    ['failed', 'document', 'two-faces'],
    ['canceled', 'document', 'live'],
  ])('of one that is %s says so, nothing of the person, and where to read it', async (status, front, selfie) => {
    const notificationUrl = `${partner.url}/notify`;
    const open = await createProcess(backend, { request: { notificationUrl } });
    await setImages(backend, open, { front: dataUrl(picture(front)), selfie: dataUrl(picture(selfie)) });
    if (status === 'canceled') await backend.request('POST', `${open.path}/cancellation`);
    else await startVerification(backend, open);
    await ended(backend, open);
    const mine = () => partner.requests.filter(({ body }) => body.includes(open.processId));
    await until(() => mine().length > 0);
    const said = JSON.parse(mine()[0]?.body ?? '');
    expect(said).toEqual({ dossierId: open.dossierId, processId: open.processId, status });
    const path = `/assure/dossiers/${said.dossierId}/processes/${said.processId}`;
    expect((await backend.request('GET', path)).body.status).toBe(status);
  });
});

it('parts of a check are in the full result, and in no answer', async () => {
  const { answer, path } = await verify(backend, { front: picture('copy') });
  expect(answer.body.providerSpecific.documentVerification.visualAuthenticity).toBe('consider');
  expect(JSON.stringify(answer.body)).not.toContain('copy-suspected');
  const response = await sandbox.fetch(
    new Request(`http://localhost${path}/full-result`, { headers: { authorization: `Bearer ${backend.token}` } }),
  );
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const { document } = JSON.parse(strFromU8(files['checks.json'] ?? new Uint8Array()));
  expect(document.checks).toContainEqual({
    name: 'visualAuthenticity',
    outcome: 'consider',
    reasons: [{ code: 'copy-suspected', side: 'front' }],
  });
});
