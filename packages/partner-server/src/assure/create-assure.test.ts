import { PATHS } from '@bonafide/contracts/assure';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_SELFIE, problem, setUpAssure } from '../../test/assure-client.ts';
import { jpegHead } from '../../test/pictures.ts';
import { createMemoryStore } from '../stores/memory.ts';
import type { AssureOptions } from './assure-options.ts';
import { createAssure } from './create-assure.ts';

const DOSSIER_PATH = '/assure/dossiers/dossier-1';

describe('createAssure', () => {
  it.each([
    ['no clientId', { clientId: '' }],
    ['a secret with a line break', { clientSecret: 'canary\r\nx: 1' }],
    ['an unknown environment', { urls: undefined, environment: 'staging' }],
    ['an address without encryption', { urls: { token: 'http://token.test', gateway: 'https://gateway.test' } }],
    ['an empty scope', { scope: '' }],
  ])('%s is a mistake that is thrown at once, unquoted', (_, wrong) => {
    const { options } = setUpAssure();
    const failure = (() => {
      try {
        return createAssure({ ...options, ...wrong } as AssureOptions);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).not.toContain('canary');
  });

  it('takes the vendor’s host by name', () => {
    expect(() => createAssure({ clientId: 'a', clientSecret: 'b', environment: 'production' })).not.toThrow();
  });
});

describe('the access token', () => {
  it('is asked for with the client’s credentials, form-encoded', async () => {
    const { assure, gateway } = setUpAssure({}, { clientId: 'a:b', clientSecret: 'c d+' });
    expect(await assure.accessToken()).toBe('access-token-1');
    expect(gateway.requests).toMatchObject([
      {
        method: 'POST',
        path: PATHS.token,
        body: 'grant_type=client_credentials',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${btoa('a%3Ab:c+d%2B')}`,
        },
      },
    ]);
  });

  it('names a scope where one is wanted', async () => {
    const { assure, gateway } = setUpAssure({}, { scope: 'client.assure.api' });
    await assure.accessToken();
    expect(gateway.requests[0]?.body).toBe('grant_type=client_credentials&scope=client.assure.api');
  });

  it('is one request for 1,000 concurrent cold calls', async () => {
    const { assure, gateway } = setUpAssure();
    await Promise.all(Array.from({ length: 1_000 }, () => assure.createDossier()));
    expect(gateway.countOf(PATHS.token)).toBe(1);
    expect(gateway.dossiers.size).toBe(1_000);
  });

  it('is replaced once when 200 concurrent calls find it refused, and none of them fails', async () => {
    const { assure, gateway } = setUpAssure();
    await assure.createDossier();
    gateway.revokeTokens();
    await Promise.all(Array.from({ length: 200 }, () => assure.getDossier({ dossierId: 'dossier-1' })));
    expect(gateway.countOf(PATHS.token)).toBe(2);
  });

  it('is shared by instances with one store', async () => {
    const { clock, gateway, options } = setUpAssure();
    const tokenStore = createMemoryStore({ clock });
    const waits = Promise.all(Array.from({ length: 4 }, () => createAssure({ ...options, tokenStore }).accessToken()));
    await clock.advance(1_000);
    expect(new Set(await waits)).toEqual(new Set(['access-token-1']));
    expect(gateway.countOf(PATHS.token)).toBe(1);
  });

  it('survives one 503, although it is asked for by POST', async () => {
    const { assure, clock, gateway } = setUpAssure();
    gateway.next(PATHS.token, problem(503));
    const dossier = assure.createDossier();
    await clock.advance(5_000);
    expect((await dossier).dossierId).toBe('dossier-1');
  });

  it.each([
    [400, 'invalid_client'],
    [401, 'invalid_client'],
  ])('a refusal with %i is said at once', async (status, error) => {
    const { assure, gateway } = setUpAssure();
    gateway.next(PATHS.token, () => Response.json({ error, error_description: 'canary-detail' }, { status }));
    const failure: unknown = await assure.accessToken().catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code: 'credentials-rejected', status, gatewayCauses: [error] });
    expect(String(failure)).not.toContain('canary');
    expect(gateway.requests).toHaveLength(1);
  });

  it('must be a bearer token that a header can carry', async () => {
    for (const wrong of [{ token_type: 'mac' }, { access_token: 'canary\nx' }]) {
      const { assure, gateway } = setUpAssure();
      const token = { access_token: 'a', token_type: 'Bearer', expires_in: 600, ...wrong };
      gateway.next(PATHS.token, () => Response.json(token));
      await expect(assure.accessToken()).rejects.toMatchObject({ code: 'invalid-response' });
    }
  });
});

describe('a failing gateway', () => {
  it('a read is tried again after 503, a creation only after 429', async () => {
    const { assure, clock, gateway } = setUpAssure();
    await assure.createDossier();
    gateway.next(DOSSIER_PATH, problem(503));
    const read = assure.getDossier({ dossierId: 'dossier-1' });
    await clock.advance(5_000);
    expect((await read).dossierId).toBe('dossier-1');

    gateway.next(PATHS.dossiers, problem(429, undefined, { 'retry-after': '2' }));
    const created = assure.createDossier();
    await clock.advance(2_000);
    expect((await created).dossierId).toBe('dossier-2');

    gateway.next(PATHS.dossiers, problem(503));
    await expect(assure.createDossier()).rejects.toMatchObject({ code: 'server', retryable: true });
    expect(gateway.dossiers.size).toBe(2);
  });

  it.each([
    [400, undefined, 'request-rejected'],
    [400, 'location-missing', 'location-required'],
    [400, 'location-unknown', 'location-required'],
    [400, 'consent-missing', 'consent-required'],
    [400, 'image-missing', 'request-rejected'],
    [403, undefined, 'forbidden'],
    [404, undefined, 'not-found'],
    [409, 'process-not-pending', 'conflict'],
    [400, 'constructor', 'request-rejected'],
  ])('%i %s is %s', async (status, code, expected) => {
    const { assure, gateway } = setUpAssure();
    gateway.next('/assure/dossiers/d/processes/p/verification', problem(status, code));
    const failure: unknown = await assure
      .startVerification({ dossierId: 'd', processId: 'p' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: expected, status, gatewayCauses: code === undefined ? [] : [code] });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary');
  });

  it('an abort ends a call with its reason', async () => {
    const { assure, gateway } = setUpAssure();
    await assure.accessToken();
    gateway.next(PATHS.dossiers, () => new Promise(() => {}));
    const controller = new AbortController();
    const call = assure.createDossier({ signal: controller.signal });
    controller.abort('left');
    await expect(call).rejects.toBe('left');
  });
});

describe('onEvent', () => {
  it('hears of exchanges, and of nothing secret or personal', async () => {
    const { assure, events } = setUpAssure();
    const { dossierId } = await assure.createDossier({ externalReference: 'canary-reference' });
    const { processId } = await assure.createProcess({ dossierId, ...DOCUMENT_SELFIE });
    await assure.setImages({ dossierId, processId, images: { front: jpegHead() } });
    expect(events.filter(({ kind }) => kind === 'exchange')).toMatchObject([
      { operation: 'accessToken', status: 200 },
      { operation: 'createDossier', status: 201 },
      { operation: 'createProcess', status: 201 },
      { operation: 'setImages', status: 204 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/canary|token-1|dossier-1|process-1|NOR|base64/);
  });
});
