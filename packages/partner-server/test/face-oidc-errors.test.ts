import { PATHS } from '@bonafide/contracts/face-oidc';
import { describe, expect, it } from 'vitest';
import { createFaceOidc } from '../src/face-oidc/index.ts';
import { isPartnerServerError } from '../src/index.ts';
import { traces } from './error-traces.ts';
import { CANARY, REDIRECT_URI, setUp } from './face-oidc-client.ts';

describe('errors', () => {
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    ...Object.fromEntries(
      [301, 400, 401, 403, 404, 429, 500, 503].map((status) => [
        `status ${status}`,
        () =>
          Response.json(
            { error: CANARY, error_description: CANARY },
            { status, headers: { 'www-authenticate': `Basic realm="${CANARY}"` } },
          ),
      ]),
    ),
    'no JSON': () => new Response(`<html>${CANARY}`, { headers: { 'content-type': 'text/html' } }),
    'not the contract': () => Response.json({ access_token: 1, issuer: CANARY, keys: CANARY, token_type: CANARY }),
    'a lost connection': () => Promise.reject(new TypeError(`fetch failed ${CANARY}`)),
    hanging: () => new Promise(() => {}),
  };

  it.each([
    PATHS.discovery,
    PATHS.keys,
    PATHS.token,
    PATHS.userInfo,
    PATHS.pushedAuthorize,
    PATHS.backchannelAuthorize,
  ])('of %s are this package’s, whatever comes, and hold nothing of it', async (path) => {
    for (const [name, answer] of Object.entries(answers)) {
      // Only who hangs is waited for in vain.
      const short = name === 'hanging' ? { timeoutMs: 50, totalTimeoutMs: 100 } : {};
      const { provider, face } = setUp({}, { ...short, retry: { maxAttempts: 1 } });
      provider.next(path, answer);
      const reference = { mode: 'profile', identifier: `person-${CANARY}` } as const;
      const error: unknown = await (
        path === PATHS.backchannelAuthorize
          ? face.beginBackchannelLogin({ notificationToken: CANARY })
          : face
              .beginLogin({ reference })
              .then(({ url, pending }) => face.finishLogin({ url: provider.comeBack(url), pending }))
      ).catch((failure: unknown) => failure);
      expect(isPartnerServerError(error), `${name}: ${String(error)}`).toBe(true);
      expect(traces(error), name).not.toContain(CANARY);
    }
  });

  it('a wrong secret is credentials-rejected, a code that was used conflict', async () => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin();
    const back = provider.comeBack(url);
    provider.next(PATHS.token, () => Response.json({ error: 'invalid_client' }, { status: 401 }));
    await expect(face.finishLogin({ url: back, pending })).rejects.toMatchObject({ code: 'credentials-rejected' });
    await face.finishLogin({ url: back, pending });
    await expect(face.finishLogin({ url: back, pending })).rejects.toMatchObject({
      code: 'conflict',
      gatewayCauses: ['invalid_grant'],
    });
  });

  it('what cannot work is said at once', () => {
    const good = { issuer: 'https://face.test', clientId: 'c', redirectUri: REDIRECT_URI };
    for (const over of [
      { issuer: 'http://face.test' },
      { clientId: '' },
      { redirectUri: 'done' },
      { clientSecret: ' ' },
    ])
      expect(() => createFaceOidc({ ...good, ...over })).toThrow(TypeError);
  });
});
