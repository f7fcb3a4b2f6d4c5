import { PATHS } from '@bonafide/contracts/mosaic';
import { describe, expect, it } from 'vitest';
import { refusal, setUpMosaic } from '../../test/mosaic-client.ts';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { createMosaic } from './create-mosaic.ts';
import { isDecided, toOutcome } from './index.ts';
import type { MosaicOptions } from './mosaic-options.ts';

const RESULT_PATH = '/verify/api/v1/verification/session-1/result';

describe('createMosaic', () => {
  it.each([
    ['no clientId', { clientId: '' }],
    ['a secret with a line break', { clientSecret: 'canary\r\nx: 1' }],
    ['an unknown region', { urls: undefined, environment: 'mars' }],
    ['an address without encryption', { urls: { token: 'http://token.test', gateway: 'https://gateway.test' } }],
    ['an empty resource', { resource: '' }],
  ])('%s is a mistake that is thrown at once, unquoted', (_, wrong) => {
    const { options } = setUpMosaic();
    const make = () => createMosaic({ ...options, ...wrong } as MosaicOptions);
    expect(make).toThrow(TypeError);
    expect(make).not.toThrow(/canary/);
  });

  it.each([
    ['sandbox', 'https://api.sbx.transmitsecurity.io'],
    ['us', 'https://api.transmitsecurity.io'],
    ['eu', 'https://api.eu.transmitsecurity.io'],
    ['ca', 'https://api.ca.transmitsecurity.io'],
    ['au', 'https://api.au.transmitsecurity.io'],
  ] as const)('takes the region %s by name', async (environment, origin) => {
    const asked: string[] = [];
    const mosaic = createMosaic({
      clientId: 'a',
      clientSecret: 'b',
      environment,
      fetch: async (url) => {
        asked.push(url);
        return url.endsWith(PATHS.token)
          ? Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 60 })
          : Response.json({ start_token: 's/1', session_id: 'session-1' });
      },
    });
    const { hostedPageUrl } = await mosaic.createVerification();
    expect(asked).toEqual([origin + PATHS.token, origin + PATHS.verifications]);
    expect(hostedPageUrl).toBe(`${origin}/verify/app/s%2F1`);
  });
});

describe('the access token', () => {
  it('is asked for with the credentials and the resource, in the form', async () => {
    const { mosaic, gateway } = setUpMosaic();
    expect(await mosaic.accessToken()).toBe('access-token-1');
    expect(gateway.requests).toMatchObject([{ method: 'POST', path: PATHS.token }]);
    expect(Object.fromEntries(new URLSearchParams(String(gateway.requests[0]?.body)))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: 'canary-secret',
      resource: 'https://verify.identity.security',
    });
    expect(gateway.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('leaves the resource out for older accounts', async () => {
    const { mosaic, gateway } = setUpMosaic({}, { resource: null });
    await mosaic.accessToken();
    expect(gateway.requests[0]?.body).not.toContain('resource');
  });

  it('is one request for 500 concurrent cold calls, and one more when all find it refused', async () => {
    const { mosaic, gateway } = setUpMosaic();
    await Promise.all(Array.from({ length: 500 }, () => mosaic.createVerification()));
    expect(gateway.countOf(PATHS.token)).toBe(1);
    gateway.revokeTokens();
    await Promise.all(Array.from({ length: 200 }, () => mosaic.getResult({ sessionId: 'session-1' })));
    expect(gateway.countOf(PATHS.token)).toBe(2);
  });

  it('is shared by instances with one store', async () => {
    const { clock, gateway, options } = setUpMosaic();
    const tokenStore = createMemoryStore({ clock });
    const waits = Promise.all(Array.from({ length: 4 }, () => createMosaic({ ...options, tokenStore }).accessToken()));
    await clock.advance(1_000);
    expect(new Set(await waits)).toEqual(new Set(['access-token-1']));
    expect(gateway.countOf(PATHS.token)).toBe(1);
  });

  it.each([400, 401])('a refusal with %i is said at once, without what is for people', async (status) => {
    const { mosaic, gateway } = setUpMosaic();
    gateway.next(PATHS.token, () =>
      Response.json({ error: 'invalid_client', error_description: 'canary' }, { status }),
    );
    const failure: unknown = await mosaic.accessToken().catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code: 'credentials-rejected', status, gatewayCauses: ['invalid_client'] });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary');
  });
});

describe('createVerification', () => {
  it('sends every documented field in the vendor’s words', async () => {
    const { mosaic, gateway } = setUpMosaic();
    const created = await mosaic.createVerification({
      callbackUrl: 'https://partner.test/done',
      state: 'state-1',
      mock: { recommendation: 'CHALLENGE', processingTimeSeconds: 5, forceRecapture: true },
      start: {},
      customerInformation: { reference: 'customer-4711' },
      timeToLive: '90d',
      autoStart: true,
    });
    expect(gateway.sessions[0]?.request).toEqual({
      callback_url: 'https://partner.test/done',
      state: 'state-1',
      mock_behavior: {
        recommendation: 'CHALLENGE',
        processing_time: '5s',
        force_recapture: true,
        force_retry: true,
      },
      start: {},
      customer_information: { reference: 'customer-4711' },
      time_to_live: '90d',
      auto_start: true,
    });
    expect(created).toEqual({
      sessionId: 'session-1',
      startToken: 'start-token-1',
      hostedPageUrl: 'https://mosaic.test/verify/app/start-token-1',
      session: {
        session_id: 'session-1',
        start_token: 'start-token-1',
        missing_images: ['document_front', 'document_back', 'selfie'],
      },
    });
  });

  it.each([
    ['an address with a fragment', { callbackUrl: 'https://partner.test/#done' }],
    ['an address that runs a script', { callbackUrl: 'javascript:alert(1)' }],
    ['no address', { callbackUrl: 'done' }],
    ['half a second', { timeToLive: 0.5 }],
    ['no time', { timeToLive: 0 }],
    ['a time without unit', { timeToLive: '90' }],
    ['another recommendation', { mock: { recommendation: 'MAYBE' } }],
    ['a time before', { mock: { recommendation: 'ALLOW', processingTimeSeconds: -1 } }],
  ])('%s is a mistake that is thrown before anything is sent', async (_, wrong) => {
    const { mosaic, gateway } = setUpMosaic();
    await expect(mosaic.createVerification(wrong as object)).rejects.toThrow(TypeError);
    expect(gateway.requests).toEqual([]);
  });

  it('is not tried again after 503, and is after 429', async () => {
    const { mosaic, clock, gateway } = setUpMosaic();
    gateway.next(PATHS.verifications, refusal(503));
    await expect(mosaic.createVerification()).rejects.toMatchObject({ code: 'server', retryable: true });
    gateway.next(PATHS.verifications, refusal(429, 'too_many_requests', { 'retry-after': '2' }));
    const created = mosaic.createVerification();
    await clock.advance(2_000);
    expect((await created).sessionId).toBe('session-1');
  });
});

describe('getResult', () => {
  const person = { given_name: 'MARIA PAULA', surname: 'SANTOS MENDES' };
  const document = { type: 'national_id', country: 'PRT' };

  it.each([
    ['flat', { person, document }],
    ['nested', { verified_info: { person, document } }],
    ['both', { person, document, verified_info: { person, document } }],
    ['both', { person, verified_info: { person: { ...person, age: 23 }, document } }],
  ])('reads the %s shape', async (shape, over) => {
    const { mosaic } = setUpMosaic({ result: () => over });
    await mosaic.createVerification();
    const result = await mosaic.getResult({ sessionId: 'session-1' });
    expect(result).toMatchObject({ shape, status: 'complete', recommendation: 'ALLOW', person, document });
    expect(toOutcome({ from: 'result', body: result.body })).toMatchObject({ decision: 'accepted' });
  });

  it.each([
    ['two persons', { person, verified_info: { person: { given_name: 'OTHER' } } }],
    ['two documents', { document, verified_info: { document: { type: 'passport' } } }],
    ['another session', { session_id: 'session-2' }],
    ['a decision that nobody knows', { recommendation: 'PROBABLY' as 'ALLOW' }],
    ['no status', { status: undefined }],
  ])('%s: not understood, and never a yes', async (_, over) => {
    const { mosaic } = setUpMosaic({ result: () => over as object });
    await mosaic.createVerification();
    const failure: unknown = await mosaic.getResult({ sessionId: 'session-1' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'invalid-response' });
    expect(JSON.stringify(failure) + String(failure)).not.toMatch(/MARIA|OTHER|PROBABLY/);
  });

  it('keeps what the contract does not know yet', async () => {
    const { mosaic } = setUpMosaic({ result: () => ({ newly: { told: 1 } }) as object });
    await mosaic.createVerification();
    expect((await mosaic.getResult({ sessionId: 'session-1' })).body).toMatchObject({ newly: { told: 1 } });
  });

  it.each([
    [400, 'invalid_request', 'request-rejected'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not_found', 'not-found'],
    [409, 'session_ended', 'conflict'],
    [400, 'image_unsupported', 'image-unsupported'],
    [400, 'image_too_large', 'image-too-large'],
    [400, undefined, 'request-rejected'],
  ])('%i %s is %s', async (status, errorCode, code) => {
    const { mosaic, gateway } = setUpMosaic();
    gateway.next(RESULT_PATH, refusal(status, errorCode));
    const failure: unknown = await mosaic.getResult({ sessionId: 'session-1' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, status, gatewayCauses: errorCode === undefined ? [] : [errorCode] });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary');
  });

  it.each(['', '.', '..'])('a session called %o is a mistake', async (sessionId) => {
    const { mosaic } = setUpMosaic();
    await expect(mosaic.getResult({ sessionId })).rejects.toThrow(TypeError);
  });
});

describe('waitForResult', () => {
  it('looks until there is a decision', async () => {
    const { mosaic, clock } = setUpMosaic({ looksUntilFinal: 2 });
    await mosaic.createVerification({ mock: { recommendation: 'DENY' } });
    const wait = mosaic.waitForResult({ sessionId: 'session-1', timeoutMs: 60_000 });
    await clock.advance(30_000);
    expect(await wait).toMatchObject({ recommendation: 'DENY' });
  });

  it.each(['canceled', 'failed', 'expired', 'complete'])(
    'ends with `session-ended` where a session is %s without a decision',
    async (status) => {
      const { mosaic } = setUpMosaic({ result: () => ({ status, recommendation: undefined }) as object });
      await mosaic.createVerification();
      await expect(mosaic.waitForResult({ sessionId: 'session-1', timeoutMs: 60_000 })).rejects.toMatchObject({
        code: 'session-ended',
        retryable: false,
        userAction: 'start-over',
      });
    },
  );

  it('takes no recommendation from a session that was given up', async () => {
    const { mosaic } = setUpMosaic({ result: () => ({ status: 'canceled', recommendation: 'ALLOW' }) });
    await mosaic.createVerification();
    await expect(mosaic.waitForResult({ sessionId: 'session-1', timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'session-ended',
    });
    expect(isDecided(await mosaic.getResult({ sessionId: 'session-1' }))).toBe(false);
  });

  it.each([
    ['a status that nobody knows', { status: 'sublimated' }],
    ['a status that nobody knows, with a yes', { status: 'sublimated', recommendation: 'ALLOW' as const }],
    ['a yes before the end', { status: 'processing', recommendation: 'ALLOW' as const }],
  ])('%s is no end and no decision', async (_, over) => {
    const { mosaic, clock } = setUpMosaic({ result: () => ({ recommendation: undefined, ...over }) as object });
    await mosaic.createVerification();
    const wait = mosaic.waitForResult({ sessionId: 'session-1', timeoutMs: 20_000 }).catch((error: unknown) => error);
    await clock.advance(40_000);
    expect(await wait).toMatchObject({ code: 'still-processing' });
  });
});

describe('pictures and deletion', () => {
  it('lists pictures, and hands their bytes on as they are', async () => {
    const { mosaic, gateway } = setUpMosaic();
    await mosaic.createVerification();
    const key = { sessionId: 'session-1' };
    expect(await mosaic.getImages(key)).toEqual([{ id: 'image-1', type: 'selfie' }]);
    const bytes = pngHead();
    gateway.next('/verify/api/v1/verification/session-1/images/image-1', () => new Response(bytes));
    expect(await mosaic.getImage({ ...key, imageId: 'image-1' })).toEqual({ bytes, mediaType: 'image/png' });
    expect(gateway.requests.at(-1)?.headers['accept']).toBe('image/jpeg, image/png');
    gateway.next('/verify/api/v1/verification/session-1/images/image-1', () => new Response('<svg onload="…">'));
    await expect(mosaic.getImage({ ...key, imageId: 'image-1' })).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it('deletes, and takes what is gone for deleted', async () => {
    const { mosaic, gateway } = setUpMosaic();
    await mosaic.createVerification();
    await mosaic.deleteVerification({ sessionId: 'session-1' });
    await mosaic.deleteVerification({ sessionId: 'session-1' });
    expect(gateway.sessions).toEqual([]);
  });

  it('asks where a session is, and what was agreed to', async () => {
    const { mosaic } = setUpMosaic();
    await mosaic.createVerification();
    expect(await mosaic.getStatus({ sessionId: 'session-1' })).toMatchObject({ status: 'complete' });
    expect(await mosaic.getConsent({ sessionId: 'session-1' })).toMatchObject({ consent_version: '1' });
  });
});

describe('face authentication', () => {
  it('sends the reference as a data URL, and reads the decision', async () => {
    const { mosaic, gateway } = setUpMosaic();
    const { device_session_id: deviceSessionId } = await mosaic.createFaceAuthentication({ reference: jpegHead() });
    expect(gateway.sessions[0]?.request).toMatchObject({
      reference: { type: 'raw', format: 'string', content: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//) },
      use_case: 'login',
    });
    expect(await mosaic.getFaceAuthenticationResult({ deviceSessionId })).toMatchObject({ recommendation: 'ALLOW' });
    expect(await mosaic.waitForFaceAuthentication({ deviceSessionId, timeoutMs: 1_000 })).toMatchObject({
      status: 'complete',
      recommendation: 'ALLOW',
    });
  });

  it.each([
    ['text', new TextEncoder().encode('canary'), 'image-unsupported'],
    ['more than 4 MB', jpegHead(1280, 720, 4_000_000), 'image-too-large'],
    ['more than 5000 pixels a side', jpegHead(5_001, 10), 'image-too-large'],
  ])('%s is refused before anything is sent', async (_, reference, code) => {
    const { mosaic, gateway } = setUpMosaic();
    await expect(mosaic.createFaceAuthentication({ reference })).rejects.toMatchObject({ code });
    expect(gateway.requests).toEqual([]);
  });
});

describe('onEvent', () => {
  it('hears of exchanges, and of nothing secret or personal', async () => {
    const { mosaic, events } = setUpMosaic({ result: () => ({ person: { full_name: 'CANARY NAME' } }) });
    await mosaic.createVerification({ state: 'canary-state', customerInformation: { reference: 'canary-reference' } });
    await mosaic.getResult({ sessionId: 'session-1' });
    await mosaic.createFaceAuthentication({ reference: jpegHead() });
    expect(events.filter(({ kind }) => kind === 'exchange')).toMatchObject([
      { operation: 'accessToken', status: 200 },
      { operation: 'createVerification', status: 200 },
      { operation: 'getResult', status: 200 },
      { operation: 'createFaceAuthentication', status: 200 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/canary|token-1|session-1|base64/i);
  });
});
