import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Backend,
  backendOf,
  basic,
  createDossier,
  createProcess,
  dataUrl,
  openBackend,
  type OpenProcess,
  PASSPORT_REQUEST,
  requestToken,
  setImages,
  startVerification,
} from './support/assure.ts';
import type { Answer } from './support/journey.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: Backend;
let other: Backend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096 });
  backend = await openBackend(sandbox);
  other = await openBackend(sandbox, OTHER);
});
afterAll(() => sandbox.close());

/** The whole problem, so that a stray field, or a body where there should be none, is a failure. */
function expectProblem(answer: Answer, status: number, title: string, detail: string, code?: string) {
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({
    type: status >= 500 ? 'base:server-problem' : 'base:client-problem',
    title,
    status,
    detail,
    method: expect.stringMatching(/^(?:GET|PUT|POST|DELETE)$/),
    instance: expect.stringMatching(/^\/assure\//),
    traceId: expect.stringMatching(/^[0-9a-f]{16}$/),
    ...(code === undefined ? {} : { code }),
  });
}

const invalid = (answer: Answer, detail: string, code?: string) =>
  expectProblem(answer, 400, 'Bad Request', detail, code);

describe('postToken', () => {
  it.each([
    ['no credentials', null],
    ['a wrong secret', basic({ clientId: ACME.clientId, passKey: 'wrong' })],
    ['another client’s secret', basic({ clientId: OTHER.clientId, passKey: ACME.passKey })],
    ['nobody', basic({ clientId: 'NOBODY', passKey: 'unknown client NOBODY' })],
    ['a bearer token', 'Bearer x'],
    ['no base64', 'Basic %%%'],
    ['a broken encoding', `Basic ${Buffer.from('%E0%A4%A:x').toString('base64')}`],
  ])('refuses %s', async (_, authorization) => {
    const answer = await requestToken(sandbox, authorization);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: 'invalid_client', error_description: 'The client is not known.' });
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="assure"');
  });

  it.each([
    ['', 'invalid_request'],
    ['grant_type=password', 'unsupported_grant_type'],
  ])('refuses the grant of %j', async (body, error) => {
    const answer = await requestToken(sandbox, basic(), body);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('takes credentials with characters that HTTP Basic would part', async () => {
    const own = await openTestSandbox({ clients: [{ ...ACME, clientId: 'a:b c', passKey: 'p+q:%ü' }] });
    expect((await requestToken(own, basic({ clientId: 'a:b c', passKey: 'p+q:%ü' }))).status).toBe(200);
    await own.close();
  });
});

describe('an access token', () => {
  const asked = (token: string) => backendOf(sandbox, token).request('GET', '/assure/onfido/document-types');
  const refused = (answer: Answer) => expectProblem(answer, 401, 'Unauthorized', 'The access token is not valid.');

  it('must be there, and whole', async () => {
    refused(await asked(''));
    refused(await asked(`${backend.token}x`));
  });
});

it('getDocumentTypes knows one provider and its documents', async () => {
  expect((await backend.request('GET', '/assure/onfido/document-types')).body).toEqual({
    documentTypes: [
      { documentType: 'passport', sides: ['FRONT'] },
      { documentType: 'identityCard', sides: ['FRONT', 'BACK'] },
      { documentType: 'driversLicense', sides: ['FRONT', 'BACK'] },
      { documentType: 'residencePermit', sides: ['FRONT', 'BACK'] },
    ],
  });
  const unknown = await backend.request('GET', '/assure/nobody/document-types');
  expectProblem(unknown, 404, 'Not Found', 'The provider does not exist.');
});

describe('createProcess', () => {
  const create = async (request: unknown, headers?: Record<string, string>) =>
    backend.request('POST', `/assure/dossiers/${await createDossier(backend)}/processes`, request, headers);

  it.each([
    ['{', 'The request is not valid.'],
    [{}, 'The request is not valid at provider.'],
    [{ ...PASSPORT_REQUEST, notificationUrl: 'nowhere' }, 'The request is not valid at notificationUrl.'],
    [
      { ...PASSPORT_REQUEST, processParameters: { location: { countryOfResidence: 'Portugal' } } },
      'The request is not valid at processParameters.location.countryOfResidence.',
    ],
    [{ ...PASSPORT_REQUEST, processType: 'dance' }, 'The process type is not supported by the provider.'],
    [{ ...PASSPORT_REQUEST, documentType: 'libraryCard' }, 'The document type is not supported by the provider.'],
  ])('refuses %j without repeating it', async (request, detail) => {
    invalid(await create(request), detail);
  });

  it.each([
    'http://partner.example/notify',
    'https://127.0.0.1/notify',
    'https://u:p@partner.example/',
    'ftp://x.example/',
  ])('refuses to notify %s', async (notificationUrl) => {
    const answer = await create({ ...PASSPORT_REQUEST, notificationUrl });
    invalid(answer, 'The notification URL is not allowed.', 'notification-url-not-allowed');
  });

  it('refuses another provider, an unknown dossier and a scenario that is none', async () => {
    const provider = await create({ ...PASSPORT_REQUEST, provider: 'readid' });
    expectProblem(provider, 403, 'Forbidden', 'The account may not use this provider.');
    const dossier = await backend.request('POST', '/assure/dossiers/unknown/processes', PASSPORT_REQUEST);
    expectProblem(dossier, 404, 'Not Found', 'The dossier does not exist.');
    const scenario = await create(PASSPORT_REQUEST, { 'x-bonafide-scenario': 'dance' });
    invalid(scenario, 'The request is not valid at x-bonafide-scenario.');
  });
});

const NOT_A_PICTURE = 'The image is not a JPEG or PNG picture.';

describe('setImages', () => {
  let open: OpenProcess;
  beforeAll(async () => {
    open = await createProcess(backend);
  });

  it.each([
    ['nothing', {}, 'An image is missing.', 'image-missing'],
    [
      'another kind',
      { front: dataUrl(picture('document'), 'image/webp') },
      'The request is not valid at front.',
      undefined,
    ],
    ['no picture', { front: dataUrl(new TextEncoder().encode('<svg/>')) }, NOT_A_PICTURE, 'image-unsupported'],
    [
      'a picture of another type',
      { front: dataUrl(picture('document'), 'image/png') },
      NOT_A_PICTURE,
      'image-unsupported',
    ],
    ['characters that are no base64', { front: 'data:image/jpeg;base64,**' }, NOT_A_PICTURE, 'image-unsupported'],
    ['too many bytes', { front: dataUrl(tooLarge()) }, 'The image is too large.', 'image-too-large'],
    ['a body beyond every picture', { front: dataUrl(tooLarge(9 * 4096)) }, 'The request is not valid.', undefined],
  ] as const)('refuses %s, and keeps none of the request', async (_, images, detail, code) => {
    // Beside a good one, which is not taken without the others.
    const selfie = code === 'image-missing' ? {} : { selfie: dataUrl(picture('live')) };
    invalid(await setImages(backend, open, { ...selfie, ...images }), detail, code);
    expect((await backend.request('GET', `${open.path}/images/SELFIE`)).status).toBe(404);
  });

  it('takes none after the start', async () => {
    const running = await createProcess(backend, { scenario: { processingMs: 600_000 } });
    await setImages(backend, running, { front: dataUrl(), selfie: dataUrl(picture('live')) });
    await startVerification(backend, running);
    const answer = await setImages(backend, running, { front: dataUrl() });
    expectProblem(answer, 409, 'Conflict', 'The verification has been started.', 'process-not-pending');
  });
});

function tooLarge(byteCount = 4097): Uint8Array {
  const bytes = new Uint8Array(byteCount);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
}

describe('startVerification', () => {
  const BOTH = { front: dataUrl(), selfie: dataUrl(picture('live')) };
  const USA = { countryOfResidence: 'USA' };

  it.each([
    ['without parameters', { processParameters: undefined }, BOTH, 'location-missing'],
    ['without a location', { processParameters: {} }, BOTH, 'location-missing'],
    ['at an empty location', { processParameters: { location: {} } }, BOTH, 'location-missing'],
    [
      'at an address of nowhere',
      { processParameters: { location: { ipAddress: '10.0.0.1' } } },
      BOTH,
      'location-unknown',
    ],
    ['at no address', { processParameters: { location: { ipAddress: 'home' } } }, BOTH, 'location-unknown'],
    ['in the USA', { processParameters: { location: USA } }, BOTH, 'consent-missing'],
    [
      'against consent',
      { processParameters: { location: USA, consents: { privacy: false } } },
      BOTH,
      'consent-missing',
    ],
    ['without a document', {}, { selfie: BOTH.selfie }, 'image-missing'],
    ['without a selfie', {}, { front: BOTH.front }, 'image-missing'],
    ['without the back', { documentType: 'identityCard' }, BOTH, 'image-missing'],
    ['with a video that cannot be sent', { processType: 'documentVideo' }, BOTH, 'image-missing'],
  ] as const)('is refused %s', async (_, request, images, code) => {
    const open = await createProcess(backend, { request });
    await setImages(backend, open, images);
    const answer = await startVerification(backend, open);
    invalid(answer, expect.any(String) as unknown as string, code);
    // Nothing has begun.
    expect((await backend.request('GET', open.path)).body.status).toBe('pending');
  });

  it.each([
    ['somebody’s consent', { processParameters: { location: USA, consents: { privacy: true } } }, BOTH],
    ['an address of somewhere', { processParameters: { location: { ipAddress: '176.78.162.201' } } }, BOTH],
    ['no face, in the USA', { processType: 'document', processParameters: { location: USA } }, { front: BOTH.front }],
    ['both sides', { documentType: 'identityCard' }, { ...BOTH, back: dataUrl() }],
    ['a document that nobody named', { documentType: undefined }, BOTH],
  ] as const)('begins with %s', async (_, request, images) => {
    const open = await createProcess(backend, { request });
    await setImages(backend, open, images);
    const started = await startVerification(backend, open);
    expect([started.status, started.body]).toEqual([202, '']);
    const again = await startVerification(backend, open);
    expectProblem(again, 409, 'Conflict', 'The verification has been started.', 'process-not-pending');
  });
});

it('finds no process of another client through a dossier of one’s own', async () => {
  const open = await createProcess(backend);
  const dossierId = await createDossier(other);
  const answer = await other.request('GET', `/assure/dossiers/${dossierId}/processes/${open.processId}`);
  expectProblem(answer, 404, 'Not Found', 'The process does not exist.');
  expect((await backend.request('GET', open.path)).status).toBe(200);
});

it('says to whoever sent a character that no text may have that this is wrong', async () => {
  const answer = await backend.request('POST', '/assure/dossiers', { externalReference: 'a\u0000b' });
  invalid(answer, 'A character that no text may have.');
  expect(sandbox.logs.filter(({ level }) => level === 'error')).toEqual([]);
});

it('logs and shows nothing that names or shows anybody', async () => {
  const open = await createProcess(backend, { externalReference: 'reference-canary' });
  await setImages(backend, open, { front: dataUrl() });
  await backend.request('PUT', `/assure/dossiers/${open.dossierId}/userdata`, { firstName: 'NAME-CANARY' });
  await backend.request('POST', `/assure/dossiers/${open.dossierId}/files`, { front: dataUrl() });
  await backend.request('PUT', `/assure/dossiers/${open.dossierId}/userdata`, '{"lastName":"NAME-CANARY"');
  const events = await sandbox.fetch(new Request('http://localhost/control/api/events'));
  const reader = events.body?.getReader();
  let shown = '';
  while (!shown.includes(open.processId)) {
    const { value } = (await reader?.read()) ?? {};
    shown += new TextDecoder().decode(value);
  }
  await reader?.cancel();
  const text = JSON.stringify(sandbox.logs) + shown;
  const secrets = [backend.token, ACME.passKey, basic(), 'reference-canary', 'NAME-CANARY', 'base64,', 'X0000000'];
  for (const canary of secrets) expect(text).not.toContain(canary);
  expect(text).toContain(open.dossierId);
});
