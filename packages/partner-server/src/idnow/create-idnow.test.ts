import { PATHS } from '@bonafide/contracts/idnow';
import { describe, expect, it } from 'vitest';
import { AUTHENTICATION, setUpIdnow } from '../../test/idnow-client.ts';
import { createIdnow } from './create-idnow.ts';
import type { IdnowOptions } from './idnow-options.ts';

const SESSION_PATH = '/api/v1/staging/sessions/session-1';

describe('createIdnow', () => {
  it.each([
    ['no clientId', { clientId: '' }],
    ['a secret with a line break', { clientSecret: 'canary\r\nx: 1' }],
    ['an unknown environment', { environment: 'production' }],
    ['an address without encryption', { urls: { token: 'http://token.test', gateway: 'https://idnow.test' } }],
    ['an unknown region', { keyless: { region: 'moon', apiKey: 'canary' } }],
    ['an API key that is no header', { keyless: { region: 'eu', apiKey: 'canary\n' } }],
    ['a region without encryption', { keyless: { region: { url: 'http://keyless.test' }, apiKey: 'canary' } }],
  ])('%s is a mistake that is thrown at once, unquoted', (_, wrong) => {
    const { options } = setUpIdnow();
    const failure = (() => {
      try {
        return createIdnow({ ...options, ...wrong } as unknown as IdnowOptions);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).not.toContain('canary');
  });

  it.each(['eu', 'us', 'latam'] as const)('knows where Keyless is in %s', (region) => {
    expect(() => setUpIdnow({}, { keyless: { region, apiKey: 'key' } })).not.toThrow();
  });
});

describe('the access token', () => {
  it.each([
    ['client_secret_basic', 'grant_type=client_credentials', `Basic ${btoa('a%3Ab:c+d%2B')}`],
    ['client_secret_post', 'grant_type=client_credentials&client_id=a%3Ab&client_secret=c+d%2B', undefined],
  ] as const)('is asked for with %s', async (authentication, body, authorization) => {
    const { idnow, platform } = setUpIdnow({}, { clientId: 'a:b', clientSecret: 'c d+', authentication });
    expect(await idnow.accessToken()).toBe('access-token-1');
    expect(platform.requests).toMatchObject([{ method: 'POST', path: PATHS.token, body }]);
    expect(platform.requests[0]?.headers['authorization']).toBe(authorization);
  });

  it('is one request for a thousand cold calls, and one more when it was taken back', async () => {
    const { idnow, platform } = setUpIdnow();
    await Promise.all(Array.from({ length: 1000 }, () => idnow.accessToken()));
    expect(platform.countOf(PATHS.token)).toBe(1);
    platform.revokeTokens();
    await Promise.all(Array.from({ length: 20 }, () => idnow.createSession(AUTHENTICATION)));
    expect(platform.countOf(PATHS.token)).toBe(2);
  });

  it.each([
    [400, 'unsupported_grant_type'],
    [401, 'invalid_client'],
  ])('a refusal of the credentials by %i is told with OAuth’s word', async (status, error) => {
    const { idnow, platform } = setUpIdnow();
    platform.next(PATHS.token, () => Response.json({ error, error_description: 'canary' }, { status }));
    await expect(idnow.accessToken()).rejects.toMatchObject({ code: 'credentials-rejected', gatewayCauses: [error] });
  });
});

describe('createSession', () => {
  it('gives the player’s address', async () => {
    const { idnow, platform } = setUpIdnow();
    const created = await idnow.createSession({
      ...AUTHENTICATION,
      flowId: 'flow/1',
      locale: 'en',
      redirectUrl: 'https://partner.test/done',
      state: 'af0ifjsldkj',
      input: { basicIdentity: { familyName: 'SPECIMEN' } },
    });
    expect(created).toMatchObject({
      sessionContext: { sessionId: 'session-1', sessionStatus: 'CREATED' },
      playerUrl: 'https://player.test/#/secret-1',
    });
    expect(platform.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/v1/flows/flow%2F1/staging/sessions',
      body: {
        metadata: { subjectId: 'subject-4711', locale: 'en' },
        input: { basicIdentity: { familyName: 'SPECIMEN' } },
        redirectUrl: 'https://partner.test/done',
        state: 'af0ifjsldkj',
      },
    });
  });

  it.each([
    ['no subject', { subjectId: '' }, 'metadata.subjectId'],
    ['a state that is too long', { state: 'canary'.repeat(400) }, 'state'],
    ['a redirect that is no address', { redirectUrl: 'canary' }, 'redirectUrl'],
    ['a flow that climbs', { flowId: '..' }, 'flowId'],
  ])('%s is a mistake that is thrown before anything is sent', async (_, wrong, field) => {
    const { idnow, platform } = setUpIdnow();
    const failure = await idnow.createSession({ ...AUTHENTICATION, ...wrong }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).toContain(field);
    expect((failure as Error).message).not.toContain('canary');
    expect(platform.requests).toEqual([]);
  });

  it('is not begun twice, unless the platform certainly did not begin', async () => {
    const { idnow, platform } = setUpIdnow();
    const path = '/api/v1/flows/authentication-v2/staging/sessions';
    platform.next(path, () => new Response(null, { status: 503 }));
    await expect(idnow.createSession(AUTHENTICATION)).rejects.toMatchObject({ code: 'server' });
    expect(platform.countOf(path)).toBe(1);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('sends nobody to %s', async (playerUrl) => {
    const { idnow, platform } = setUpIdnow();
    platform.next('/api/v1/flows/authentication-v2/staging/sessions', () =>
      Response.json({ sessionContext: { sessionId: 's', sessionStatus: 'CREATED' }, playerUrl }, { status: 201 }),
    );
    await expect(idnow.createSession(AUTHENTICATION)).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it.each([
    [400, 'request-rejected'],
    [401, 'token-rejected'],
    [403, 'forbidden'],
    [500, 'server'],
  ])('a refusal by %i has a code, and none of the platform’s texts', async (status, code) => {
    const { idnow, platform } = setUpIdnow();
    for (let i = 0; i < 2; i += 1) {
      platform.next('/api/v1/flows/authentication-v2/staging/sessions', () =>
        Response.json({ statusCode: status, error: 'Bad Request', message: 'canary' }, { status }),
      );
    }
    const failure = await idnow.createSession(AUTHENTICATION).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, status, gatewayCauses: [] });
    expect(String(failure)).not.toContain('canary');
  });
});

describe('a session', () => {
  it('is read until it is over', async () => {
    const { idnow, platform, clock } = setUpIdnow({ looksUntilFinal: 2 });
    const { sessionContext } = await idnow.createSession(AUTHENTICATION);
    const { sessionId } = sessionContext;
    await platform.end(sessionId, { step: 'authentication-v2', end: 'verified' });
    const waiting = idnow.waitForSession({ sessionId, timeoutMs: 60_000 });
    await clock.advance(20_000);
    expect(await waiting).toMatchObject({ sessionId, sessionStatus: 'COMPLETED', outcome: 'accepted' });
    expect(platform.countOf(SESSION_PATH)).toBe(3);
  });

  it('that stays open is told as that at the deadline', async () => {
    const { idnow, clock } = setUpIdnow();
    await idnow.createSession(AUTHENTICATION);
    const waiting = idnow.waitForSession({ sessionId: 'session-1', timeoutMs: 5_000 }).catch((error: unknown) => error);
    await clock.advance(6_000);
    expect(await waiting).toMatchObject({ code: 'still-processing', userAction: 'keep-waiting' });
  });

  it.each([
    ['another session', { sessionId: 'session-2', sessionStatus: 'COMPLETED', outcome: 'accepted' }],
    [
      'the other environment',
      { sessionId: 'session-1', sessionStatus: 'COMPLETED', outcome: 'accepted', environment: 'live' },
    ],
    ['a status that nobody knows', { sessionId: 'session-1', sessionStatus: 'canary' }],
    ['an outcome that nobody knows', { sessionId: 'session-1', sessionStatus: 'COMPLETED', outcome: 'canary' }],
  ])('an answer about %s is never a yes', async (_, body) => {
    const { idnow, platform } = setUpIdnow();
    platform.next(SESSION_PATH, () => Response.json(body));
    const failure = await idnow.getSession({ sessionId: 'session-1' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'invalid-response' });
    expect(String(failure)).not.toContain('canary');
  });

  it('that is not there is not found', async () => {
    const { idnow } = setUpIdnow();
    await expect(idnow.getSession({ sessionId: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('deleteKeylessUser', () => {
  it('deletes with the tenant’s key', async () => {
    const { idnow, platform } = setUpIdnow();
    await idnow.deleteKeylessUser({ userId: 'C0FFEE' });
    expect(platform.requests).toMatchObject([
      { method: 'DELETE', path: '/users/C0FFEE', headers: { 'x-api-key': 'canary-api-key' } },
    ]);
    expect(platform.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('says when it was not done, and when it cannot be', async () => {
    const { idnow, platform } = setUpIdnow();
    platform.next('/users/C0FFEE', () => Response.json({ success: false }));
    await expect(idnow.deleteKeylessUser({ userId: 'C0FFEE' })).rejects.toMatchObject({ code: 'conflict' });
    platform.next('/users/C0FFEE', () => new Response(null, { status: 401 }));
    await expect(idnow.deleteKeylessUser({ userId: 'C0FFEE' })).rejects.toMatchObject({ code: 'credentials-rejected' });
    await expect(idnow.deleteKeylessUser({ userId: '../c0' })).rejects.toThrow(TypeError);
    const { options } = setUpIdnow();
    const { keyless: _, ...without } = options;
    await expect(createIdnow(without).deleteKeylessUser({ userId: 'C0' })).rejects.toThrow(/keyless is needed/);
  });
});
