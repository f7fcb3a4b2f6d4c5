import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrive,
  BASE,
  createVerification,
  hostedPage,
  type MosaicBackend,
  openMosaicBackend,
  SESSIONS,
  showPassport,
  verify,
} from './support/mosaic.ts';
import { call } from './support/journey.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: MosaicBackend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096, statusRequestsPerTenSeconds: 1_000 });
  backend = await openMosaicBackend(sandbox);
});
afterAll(() => sandbox.close());

const query = (url: string) => Object.fromEntries(new URL(url).searchParams);
const dataUrl = (bytes: Uint8Array) => `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
const reference = (content: string) => ({ reference: { type: 'raw', content, format: 'string' }, use_case: 'login' });

describe('a session', () => {
  it('is created with a start token, and says which pictures are to be taken', async () => {
    const { created, startToken } = await createVerification(backend);
    expect(created.status).toBe(200);
    expect(created.body).toEqual({
      session_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      start_token: expect.stringMatching(/^[\w-]{43}$/),
      expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      missing_images: ['document_front', 'document_back', 'selfie'],
    });
    expect(JSON.stringify(sandbox.logs)).not.toContain(startToken);
  });

  it.each([
    ['no address', { callback_url: 'done' }, 'callback_url'],
    ['an address that runs a script', { callback_url: 'javascript:alert(1)' }, 'callback_url'],
    ['another recommendation', { mock_behavior: { recommendation: 'MAYBE' } }, 'mock_behavior.recommendation'],
    ['a time without end', { mock_behavior: { processing_time: '5 years' } }, 'mock_behavior.processing_time'],
    ['a time that is too long', { mock_behavior: { processing_time: '11m' } }, 'mock_behavior.processing_time'],
    ['no time', { time_to_live: 'canary' }, 'time_to_live'],
    ['a state that is no text', { state: 7 }, 'state'],
  ])('with %s is refused, by the field and not its value', async (_, request, field) => {
    const { created } = await createVerification(backend, request);
    expect(created.status).toBe(400);
    expect(created.body).toEqual({ error_code: 'invalid_request', message: `The request is not valid at ${field}.` });
  });

  it.each(['{', '[]', '"x"', `{"state":"${'x'.repeat(70_000)}"}`])('with no request is refused', async (body) => {
    expect((await backend.request('POST', SESSIONS, body)).status).toBe(400);
  });

  it('leads from the start token to the hosted page, and from there back to the partner', async () => {
    const open = await createVerification(backend);
    const { status, location, browser } = await arrive(sandbox, hostedPage(open.startToken));
    expect(status).toBe(303);
    expect(location).toMatch(/^http:\/\/localhost\/hosted\/index\.html#\/launch-v1\?token=[\w-]{43}$/);
    expect(location).not.toContain(open.startToken);
    expect((await browser.show()).body).toMatchObject({ kind: 'identity', state: 'open' });
    expect(await showPassport(browser)).toMatchObject({ status: 'accepted' });
    const { body } = await browser.show();
    expect(body.redirectUrl.startsWith('https://partner.example.com/verified?')).toBe(true);
    expect(query(body.redirectUrl)).toEqual({ order: '7', state: 'af0ifjsldkj', sessionId: open.sessionId });
    // Once it is over, the address leads back.
    expect((await arrive(sandbox, hostedPage(open.startToken))).location).toBe(body.redirectUrl);
  });

  it('opened again, ends the address before', async () => {
    const open = await createVerification(backend);
    const first = await arrive(sandbox, hostedPage(open.startToken));
    const second = await arrive(sandbox, hostedPage(open.startToken));
    expect((await first.browser.show()).status).toBe(404);
    expect((await second.browser.show()).status).toBe(200);
  });

  it.each(['short', 'A'.repeat(43), '..%2f..', '%00'])(
    'a start token %s that nobody gave out opens nothing',
    async (token) => {
      const response = await sandbox.fetch(new Request(hostedPage(token)));
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await response.text()).not.toContain(token);
    },
  );

  it('comes to a result with what was read and what was checked, and nothing that was not', async () => {
    const { result, sessionId } = await verify(sandbox, backend);
    expect(result).toEqual({
      session_id: sessionId,
      status: 'complete',
      recommendation: 'ALLOW',
      person: {
        full_name: 'ANNA SPECIMEN',
        given_name: 'ANNA',
        surname: 'SPECIMEN',
        date_of_birth: '1990-02-03',
        age: expect.any(Number),
      },
      document: { type: 'passport', number: 'X0000000' },
      checks: {
        document_validation: { recommendation: 'ALLOW' },
        document_authentication: { recommendation: 'ALLOW' },
        document_liveness: { recommendation: 'ALLOW' },
        biometric_matching: { recommendation: 'ALLOW' },
        biometric_liveness: { recommendation: 'ALLOW' },
      },
    });
  });

  it.each([
    ['another face', 'document', 'other-person', 'CHALLENGE', { biometric_matching: ['biometric_mismatch'] }],
    ['nobody alive', 'document', 'not-live', 'DENY', { biometric_liveness: ['presentation_attack'] }],
    ['an expired document', 'expired', 'live', 'CHALLENGE', { document_validation: undefined }],
    ['a photocopy', 'copy', 'live', 'CHALLENGE', { document_liveness: undefined }],
    ['a blurred document', 'unclear-document', 'live', 'CHALLENGE', {}],
    ['two faces', 'document', 'two-faces', 'CHALLENGE', {}],
  ] as const)(
    'with %s is not allowed, after as many attempts as there are',
    async (_, front, selfie, said, reasons) => {
      const { result } = await verify(sandbox, backend, { front, selfie });
      expect(result).toMatchObject({ status: 'complete', recommendation: said });
      for (const [check, expected] of Object.entries(reasons)) {
        expect(result.checks[check].recommendation).not.toBe('ALLOW');
        expect(result.checks[check].reasons).toEqual(expected);
      }
    },
  );

  it('says where it is, all the way', async () => {
    const open = await createVerification(backend);
    const status = async () => (await backend.request('GET', `${open.path}/status`)).body;
    const result = async () => (await backend.request('GET', `${open.path}/result`)).body;
    const all = ['document_front', 'document_back', 'selfie'];
    expect(await status()).toEqual({ session_id: open.sessionId, status: 'pending', missing_images: all });
    expect((await backend.request('GET', `${open.path}/consent`)).status).toBe(404);
    const { browser } = await arrive(sandbox, hostedPage(open.startToken));
    await browser.choose('passport');
    await browser.put('selfie', picture('live'));
    expect(await status()).toMatchObject({ status: 'pending', missing_images: ['document_front'] });
    expect((await backend.request('GET', `${open.path}/consent`)).body).toEqual({
      session_id: open.sessionId,
      consent_version: '1',
      consented_at: expect.stringMatching(/^\d{4}-/),
    });
    await browser.put('front', picture('unclear-document'));
    await browser.handIn();
    await browser.judged();
    expect(await status()).toEqual({
      session_id: open.sessionId,
      status: 'recapture',
      missing_images: ['document_front'],
      recapture_reason: 'PoorImageQuality',
    });
    expect(await result()).toEqual({ session_id: open.sessionId, status: 'recapture' });
    await browser.put('front', picture('document'));
    await browser.handIn();
    await browser.judged();
    expect(await status()).toEqual({ session_id: open.sessionId, status: 'complete' });
    expect((await result()).recommendation).toBe('ALLOW');
  });

  it.each([
    ['expired', 'DocExpired'],
    ['no-document', 'ImageMissing'],
  ] as const)(
    'asks for another picture of a document that is %s, in the words of the vendor’s SDK',
    async (front, reason) => {
      const open = await createVerification(backend);
      const { browser } = await arrive(sandbox, hostedPage(open.startToken));
      expect(await showPassport(browser, front)).toMatchObject({ status: 'recapture' });
      expect((await backend.request('GET', `${open.path}/status`)).body).toMatchObject({ recapture_reason: reason });
    },
  );

  it('that is given up is canceled, and the browser goes back', async () => {
    const open = await createVerification(backend);
    const { browser } = await arrive(sandbox, hostedPage(open.startToken));
    expect(query((await browser.cancel()).body.redirectUrl)).toMatchObject({ sessionId: open.sessionId });
    expect((await backend.request('GET', `${open.path}/result`)).body).toEqual({
      session_id: open.sessionId,
      status: 'canceled',
    });
  });

  it('without an address to go back to ends where it is', async () => {
    const open = await createVerification(backend, { callback_url: undefined, state: undefined });
    const { browser } = await arrive(sandbox, hostedPage(open.startToken));
    expect(await showPassport(browser)).toMatchObject({ status: 'accepted' });
    expect((await browser.show()).body.redirectUrl).toBeNull();
    expect((await arrive(sandbox, hostedPage(open.startToken))).status).toBe(404);
  });

  it.each([
    ['a file that is no picture', new TextEncoder().encode('GIF89a canary'), 415],
    ['a picture that is too large', new Uint8Array([...picture('live'), ...new Uint8Array(5_000)]), 413],
  ])('does not take %s', async (_, bytes, status) => {
    const { startToken } = await createVerification(backend);
    const { browser } = await arrive(sandbox, hostedPage(startToken));
    await browser.choose('passport');
    expect((await browser.put('front', bytes)).status).toBe(status);
  });
});

describe('the pictures', () => {
  it('are listed by type, and given out as they were taken', async () => {
    const { path } = await verify(sandbox, backend);
    const { body } = await backend.request('GET', `${path}/images`);
    expect(body.session_images).toEqual([
      { id: expect.any(String), type: 'document_front' },
      { id: expect.any(String), type: 'selfie' },
    ]);
    const response = await sandbox.fetch(
      new Request(`${BASE}${path}/images/${body.session_images[1].id}`, {
        headers: { authorization: `Bearer ${backend.token}` },
      }),
    );
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(picture('live')));
    expect((await backend.request('GET', `${path}/images/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('go after their time, and the result stays', async () => {
    const brief = await openTestSandbox({ retention: { imagesMinutes: 5 } });
    const mine = await openMosaicBackend(brief);
    const { path } = await verify(brief, mine);
    brief.clock.advance(6 * 60_000);
    await call(brief, '/control/api/retention', { method: 'POST' });
    expect((await mine.request('GET', `${path}/images`)).body).toEqual({ session_images: [] });
    expect((await mine.request('GET', `${path}/result`)).body.recommendation).toBe('ALLOW');
    await brief.close();
  });
});

describe('a face authentication', () => {
  async function authenticate(selfie: 'live' | 'other-person' | 'not-live', content = dataUrl(picture('live'))) {
    const { body } = await backend.request('POST', '/verify/api/v1/face-auth', reference(content));
    const { browser } = await arrive(sandbox, hostedPage(body.device_session_id));
    const path = `/verify/api/v1/face-auth/${body.device_session_id}/result`;
    const before = (await backend.request('GET', path)).body;
    await browser.choose(null);
    for (let state = await browser.selfie(picture(selfie)); state.status === 'recapture';)
      state = await browser.selfie(picture(selfie));
    return { before, result: (await backend.request('GET', path)).body, body, path };
  }

  it.each([
    ['live', 'ALLOW'],
    ['other-person', 'CHALLENGE'],
    ['not-live', 'DENY'],
  ] as const)('with %s: %s', async (selfie, recommendation) => {
    const { before, result, body } = await authenticate(selfie);
    expect(body).toEqual({ device_session_id: expect.stringMatching(/^[\w-]{43}$/), session_id: expect.any(String) });
    expect(before).toEqual({ status: 'pending' });
    expect(result).toEqual({ status: 'complete', recommendation });
    expect(JSON.stringify(sandbox.logs)).not.toContain(body.device_session_id);
  });

  it('takes a reference in base64 as well', async () => {
    const { result } = await authenticate('live', Buffer.from(picture('live')).toString('base64'));
    expect(result.recommendation).toBe('ALLOW');
  });

  it('compares with nobody where the reference has no face, and decides nothing', async () => {
    const { result } = await authenticate('live', dataUrl(picture('no-face')));
    expect(result).toEqual({ status: 'failed' });
  });

  it.each([
    ['no picture', dataUrl(new TextEncoder().encode('canary')), 'image_unsupported'],
    ['no base64', 'canary!', 'image_unsupported'],
    [
      'a picture that is too large',
      dataUrl(new Uint8Array([...picture('live'), ...new Uint8Array(5_000)])),
      'image_too_large',
    ],
  ])('refuses %s, unquoted', async (_, content, code) => {
    const answer = await backend.request('POST', '/verify/api/v1/face-auth', reference(content));
    expect([answer.status, answer.body.error_code]).toEqual([400, code]);
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  });

  it('is no verification, and the other way round', async () => {
    const { body } = await authenticate('live');
    expect((await backend.request('GET', `${SESSIONS}/${body.session_id}/result`)).status).toBe(404);
    const { sessionId, startToken } = await createVerification(backend);
    for (const id of [sessionId, startToken])
      expect((await backend.request('GET', `/verify/api/v1/face-auth/${id}/result`)).status).toBe(404);
  });
});
