import type { FaceLogin } from '@bonafide/partner-server/face-oidc';
import { toOutcome } from '@bonafide/partner-server/face-oidc';
import { isPartnerServerError } from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, goBack, openCheck, photo, showFaces } from './support/face-oidc.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';
import type { Verdict } from './support/pictures.ts';

// The project's own relying party against the provider, so that drift breaks both sides at once.

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

type Begin = NonNullable<Parameters<ReturnType<typeof relyingParty>['beginLogin']>[0]>;

async function logIn(request: Begin, verdicts: readonly Verdict[] | 'cancel' = ['live']) {
  const face = relyingParty(sandbox);
  const { url, pending } = await face.beginLogin(request);
  const browser = new Browser(sandbox);
  const page = await openCheck(sandbox, browser, url);
  if (verdicts === 'cancel') await page.cancel();
  const back = verdicts === 'cancel' ? await goBack(page, browser) : await showFaces(page, browser, verdicts);
  const login: FaceLogin = await face.finishLogin({ url: back.url, pending: JSON.parse(JSON.stringify(pending)) });
  return { address: url, login, pending };
}

describe('createFaceOidc', () => {
  it('any face: granted, with a proof that is bound to this login', async () => {
    const { address, login, pending } = await logIn({ scope: 'faceauth_dynamic_only' });
    expect(new URL(address).searchParams.get('login_hint')).toBe('face:any');
    expect(login).toMatchObject({
      granted: true,
      claims: { isBound: true, email: undefined, facePresent: { method: 'dynamic', state: pending.state } },
      outcome: { lifecycle: 'final', decision: 'accepted', authoritative: true },
    });
    expect(login.granted && login.claims.portrait?.mediaType).toBe('image/jpeg');
  });

  it('an identifier: no address holds it, and the e-mail address comes back', async () => {
    const reference = { mode: 'profile', identifier: 'person@example.com' } as const;
    const { address, login } = await logIn({ scope: 'faceauth_express', reference });
    expect(decodeURIComponent(address)).not.toContain('person@example.com');
    expect(login.granted && login.claims.email).toBe('person@example.com');
  });

  it('a photo: bytes in, and a face that must be the one on it', async () => {
    const reference = { mode: 'photo', photo: await photo('live', { width: 1_500, height: 1_500 }) } as const;
    const { address, login } = await logIn({ scope: 'faceauth_dynamic', reference }, ['other-person', 'live']);
    expect(address.length).toBeLessThan(250);
    expect(login.granted).toBe(true);
  });

  it.each([
    ['three failed attempts', ['not-live', 'not-live', 'not-live']],
    ['giving up', 'cancel'],
  ] as const)('%s: not granted, and not told which', async (_, verdicts) => {
    const { login } = await logIn({ scope: 'faceauth_express_only' }, verdicts);
    expect(login).toMatchObject({
      granted: false,
      error: 'access_denied',
      outcome: { decision: 'unknown', terminal: true, nextAction: 'new_session' },
    });
  });

  it('gives the token back, and with it everything that is kept', async () => {
    const { login } = await logIn({ scope: 'faceauth_express' });
    expect(login.granted).toBe(true);
    expect(sandbox.logs.filter(({ operation }) => operation === 'postFaceRevoke').at(-1)?.['status']).toBe(200);
  });

  it('toOutcome reads what the browser brought as no more than that', () => {
    expect(toOutcome({ from: 'redirect', query: { code: 'c', state: 's' } })).toMatchObject({
      decision: 'unknown',
      authoritative: false,
    });
  });

  it('a code that is spent is a conflict, with the provider’s word', async () => {
    const face = relyingParty(sandbox);
    const { url, pending } = await face.beginLogin({ scope: 'faceauth_express' });
    const browser = new Browser(sandbox);
    const back = await showFaces(await openCheck(sandbox, browser, url), browser, ['live']);
    await face.finishLogin({ url: back.url, pending });
    const error: unknown = await face.finishLogin({ url: back.url, pending }).catch((failure: unknown) => failure);
    expect(isPartnerServerError(error) && [error.code, error.gatewayCauses]).toEqual(['conflict', ['invalid_grant']]);
  });

  it('asks for metadata once, however many begin at once, and again after a failure', async () => {
    let discoveries = 0;
    const face = relyingParty(sandbox, {
      retry: { maxAttempts: 1 },
      fetch: async (input, init) => {
        if (input.endsWith('/openid-configuration') && (discoveries += 1) === 1)
          return new Response('', { status: 503 });
        return sandbox.fetch(new Request(input, init));
      },
    });
    await expect(face.beginLogin()).rejects.toMatchObject({ code: 'server', status: 503 });
    await Promise.all(Array.from({ length: 20 }, () => face.beginLogin()));
    expect(discoveries).toBe(2);
  });

  it('an abort ends a call with its reason', async () => {
    const reason = new Error('left');
    await expect(relyingParty(sandbox).beginLogin({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
