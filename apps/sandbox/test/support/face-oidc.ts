import { setTimeout as sleep } from 'node:timers/promises';
import { FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
import * as openid from 'openid-client';
import sharp from 'sharp';
import { HostedBrowser } from './hosted.ts';
import { ACME } from './open-test-sandbox.ts';
import type { Verdict } from './pictures.ts';
import { picture } from './pictures.ts';
import type { SandboxClient } from '../../src/sandbox-options.ts';
import type { Sandbox } from '../../src/sandbox.ts';

export const ORIGIN = 'http://localhost';
export const REDIRECT_URI = 'https://acme.example.com/face/done';

export const issuerAt = (clientId: string): string => `${ORIGIN}/face-oidc/${clientId}`;

/** The real relying-party library, with the sandbox for its network. Shows its secret in the body, as it does by itself. */
export async function discover(
  sandbox: Sandbox,
  client: Pick<SandboxClient, 'clientId' | 'passKey'> = ACME,
  authentication: openid.ClientAuth = openid.ClientSecretPost(client.passKey),
  issuer = issuerAt(client.clientId),
): Promise<openid.Configuration> {
  return openid.discovery(new URL(issuer), client.clientId, undefined, authentication, {
    [openid.customFetch]: (url, init) => sandbox.fetch(new Request(url, init as RequestInit)),
    execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
  });
}

export interface LoginParameters {
  readonly scope?: string;
  readonly loginHint?: string;
  readonly over?: Readonly<Record<string, string>>;
}

/** What a relying party keeps while the browser is away. */
export interface Kept {
  readonly parameters: Readonly<Record<string, string>>;
  readonly codeVerifier: string;
  readonly state: string;
  readonly nonce: string;
}

export async function prepareLogin(asked: LoginParameters = {}): Promise<Kept> {
  const codeVerifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const parameters = {
    redirect_uri: REDIRECT_URI,
    scope: asked.scope ?? 'openid faceauth_dynamic_only',
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(asked.loginHint === undefined ? {} : { login_hint: asked.loginHint }),
    ...asked.over,
  };
  return { parameters, codeVerifier, state, nonce };
}

/** A browser with a jar of cookies by path. Follows redirects inside of the sandbox, and stops at whatever leads out of it. */
export class Browser {
  readonly #sandbox: Pick<Sandbox, 'fetch'>;
  readonly #origin: string;
  readonly #jar = new Map<string, { readonly name: string; readonly value: string; readonly path: string }>();
  /** Every answer on the way. */
  readonly answers: Response[] = [];

  constructor(sandbox: Pick<Sandbox, 'fetch'>, origin = ORIGIN) {
    this.#sandbox = sandbox;
    this.#origin = origin;
  }

  async go(address: string): Promise<{ readonly url: URL; readonly response: Response }> {
    let url = new URL(address);
    for (;;) {
      const response = await this.#sandbox.fetch(new Request(url, { headers: this.#headersFor(url) }));
      this.answers.push(response);
      this.#keep(response);
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
      if (this.stopsAt(url)) return { url, response };
    }
  }

  /** At a hosted page, which a person goes on with, and at whatever leads out. */
  stopsAt({ origin, pathname }: URL): boolean {
    return origin !== this.#origin || pathname.startsWith('/hosted/');
  }

  #headersFor({ pathname }: URL): Record<string, string> {
    const cookies = [...this.#jar.values()].filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
    return {
      accept: 'text/html',
      ...(cookies.length === 0 ? {} : { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }),
    };
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = (/path=([^;]+)/i.exec(line)?.[1] ?? '/').replace(/\/$/, '');
      const key = `${path} ${name}`;
      if (/expires=Thu, 01 Jan 1970/.test(line)) this.#jar.delete(key);
      else this.#jar.set(key, { name, value, path });
    }
  }
}

/** Goes to the hosted check; the page is opened, and nothing shown yet. */
export async function openCheck(sandbox: Sandbox, browser: Browser, loginUrl: URL | string) {
  const { url, response } = await browser.go(String(loginUrl));
  if (!url.pathname.startsWith('/hosted/')) throw new Error(`led to ${url.pathname}: ${await response.text()}`);
  const page = new HostedBrowser(sandbox);
  await page.claim(url.href);
  await page.choose(null);
  return page;
}

/** Shows one face after another until the check is over, and goes where the page sends the browser. */
export async function showFaces(
  page: HostedBrowser,
  browser: Browser,
  verdicts: readonly Verdict[],
): Promise<{ readonly url: URL; readonly response: Response }> {
  for (const verdict of verdicts) await page.selfie(picture(verdict));
  return goBack(page, browser);
}

export async function goBack(page: HostedBrowser, browser: Browser) {
  const { body } = await page.show();
  if (typeof body.redirectUrl !== 'string') throw new Error(`no way back: ${JSON.stringify(body)}`);
  return browser.go(body.redirectUrl);
}

/** Everything that a relying party is told. */
export interface Finished {
  readonly tokens: openid.TokenEndpointResponse;
  readonly claims: openid.IDToken;
  readonly userInfo: openid.UserInfoResponse;
}

/** A whole login, from the address to the tokens. */
export async function login(
  sandbox: Sandbox,
  config: openid.Configuration,
  asked: LoginParameters & { readonly verdicts?: readonly Verdict[] } = {},
) {
  const kept = await prepareLogin(asked);
  const browser = new Browser(sandbox);
  const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
  const { url } = await showFaces(page, browser, asked.verdicts ?? ['live']);
  return { kept, url, browser };
}

export async function finish(
  config: openid.Configuration,
  url: URL,
  { codeVerifier, state, nonce }: Kept,
): Promise<Finished> {
  const tokens = await openid.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: codeVerifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no claims');
  return { tokens, claims, userInfo: await openid.fetchUserInfo(config, tokens.access_token, claims.sub) };
}

/** The proof among the claims, in the sandbox's own keys. */
export const proofOf = (claims: Readonly<Record<string, unknown>>) =>
  claims[FACE_CLAIMS.facePresent] as Readonly<Record<string, string>> | undefined;

/** Asks until the answer will do; the test's own time-out is the limit. */
export async function untilSo<T, Wanted extends T>(
  ask: () => Promise<T>,
  isWanted: (value: T) => value is Wanted,
): Promise<Wanted> {
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    await sleep(25);
  }
}

/** A real JPEG, in whose comment the test processor reads what it shows. */
export async function photo(
  verdict: Verdict,
  size: { readonly width: number; readonly height: number } = { width: 64, height: 64 },
) {
  const bytes = await sharp({ create: { ...size, channels: 3, background: '#998877' } })
    .jpeg()
    .toBuffer();
  const comment = Buffer.from(`verdict=${verdict};`);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
  return Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]);
}

export const toHint = (jpeg: Uint8Array): string =>
  `face:data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
