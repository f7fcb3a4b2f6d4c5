import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox.ts';
import { HostedBrowser } from './hosted.ts';
import { type Answer, call } from './journey.ts';
import { ACME } from './open-test-sandbox.ts';
import { picture, type Verdict } from './pictures.ts';

const ORIGIN = 'http://localhost';
export const BASE = `${ORIGIN}/mosaic`;
export const CALLBACK_URL = 'https://partner.example.com/verified?order=7';
export const SESSIONS = '/verify/api/v1/verification';

interface Credentials {
  readonly clientId: string;
  readonly passKey: string;
}

export const tokenForm = (client: Credentials = ACME, over: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.passKey,
    resource: 'https://verify.identity.security',
    ...over,
  }).toString();

export function requestToken(sandbox: Sandbox, form = tokenForm()): Promise<Answer> {
  return call(sandbox, `${BASE}/oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
}

/** Somebody's backend, which calls with its access token. */
export interface MosaicBackend {
  readonly token: string;
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export function backendOf(sandbox: Sandbox, token: string): MosaicBackend {
  return {
    token,
    request: (method, path, body, headers = {}) =>
      call(sandbox, BASE + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

export async function openMosaicBackend(sandbox: Sandbox, client: Credentials = ACME): Promise<MosaicBackend> {
  return backendOf(sandbox, (await requestToken(sandbox, tokenForm(client))).body.access_token);
}

export interface OpenVerification {
  readonly sessionId: string;
  readonly startToken: string;
  readonly path: string;
  readonly created: Answer;
}

export async function createVerification(
  backend: MosaicBackend,
  request: Readonly<Record<string, unknown>> = {},
  scenario?: unknown,
): Promise<OpenVerification> {
  const created = await backend.request(
    'POST',
    SESSIONS,
    { callback_url: CALLBACK_URL, state: 'af0ifjsldkj', ...request },
    scenario === undefined
      ? {}
      : { 'x-bonafide-scenario': typeof scenario === 'string' ? scenario : JSON.stringify(scenario) },
  );
  const { session_id: sessionId, start_token: startToken } = created.body;
  return { sessionId, startToken, path: `${SESSIONS}/${sessionId}`, created };
}

/** What a browser does with the address of a start token: it is sent on, and opens the hosted page. */
export async function arrive(sandbox: Sandbox, url: string) {
  const response = await sandbox.fetch(new Request(url, { redirect: 'manual' }));
  const location = response.headers.get('location') ?? '';
  const browser = new HostedBrowser(sandbox);
  if (location.includes('/hosted/')) await browser.claim(location);
  return { status: response.status, location, browser };
}

export const hostedPage = (startToken: string): string => `${BASE}/verify/app/${startToken}`;

/** Takes the pictures of a passport and its holder, and hands them in; resolves with what the page is told. */
export async function showPassport(browser: HostedBrowser, front: Verdict = 'document', selfie: Verdict = 'live') {
  await browser.choose('passport');
  await browser.put('front', picture(front));
  await browser.put('selfie', picture(selfie));
  const handedIn = await browser.handIn();
  if (handedIn.status !== 202) throw new Error(`handed in: ${handedIn.status} ${JSON.stringify(handedIn.body)}`);
  return browser.judged();
}

/** The same again, as often as it is asked for; resolves once it is over. */
export async function showUntilOver(browser: HostedBrowser, front: Verdict = 'document', selfie: Verdict = 'live') {
  let state = await showPassport(browser, front, selfie);
  while (state.status === 'recapture') {
    for (const depiction of state.recapture.depictions) {
      await browser.put(depiction, picture(depiction === 'selfie' ? selfie : front));
    }
    await browser.handIn();
    state = await browser.judged();
  }
  return state;
}

/** From a new session to its result, on two pictures. */
export async function verify(
  sandbox: Sandbox,
  backend: MosaicBackend,
  options: { front?: Verdict; selfie?: Verdict; request?: Readonly<Record<string, unknown>>; scenario?: unknown } = {},
) {
  const open = await createVerification(backend, options.request, options.scenario);
  const { browser } = await arrive(sandbox, hostedPage(open.startToken));
  await showUntilOver(browser, options.front, options.selfie);
  return { ...open, browser, result: (await backend.request('GET', `${open.path}/result`)).body };
}

/** Polls a session's status until it is another one. */
export async function statusAfter(backend: MosaicBackend, { path }: OpenVerification, status: string) {
  for (;;) {
    const { body } = await backend.request('GET', `${path}/status`);
    if (body.status !== status) return body;
    await sleep(25);
  }
}
