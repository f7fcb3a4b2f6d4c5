import { createIdnow, type Idnow, idnowEventHandler, type IdnowOptions } from '@bonafide/partner-server/idnow';
import type { Sandbox } from '../../src/sandbox.ts';
import { HostedBrowser } from './hosted.ts';
import { ACME } from './open-test-sandbox.ts';
import { picture, type Verdict } from './pictures.ts';

const ORIGIN = 'http://localhost';
const BASE = `${ORIGIN}/idnow`;
export const KEYLESS_KEY = 'acme-keyless-key-canary';
export const DONE_URL = 'http://localhost:4711/done?order=7';

export type Flow = 'biometric-enrollment' | 'authentication-v1' | 'authentication-v2';

/** Reaches the sandbox without a socket; a scenario goes with the creation of a session. */
export const fetchFrom =
  (sandbox: Sandbox, scenario?: unknown): NonNullable<IdnowOptions['fetch']> =>
  (input, init) => {
    const request = new Request(input, init);
    if (scenario !== undefined && request.method === 'POST')
      request.headers.set('x-bonafide-scenario', typeof scenario === 'string' ? scenario : JSON.stringify(scenario));
    return sandbox.fetch(request);
  };

export function openIdnow(sandbox: Sandbox, over: Partial<IdnowOptions> = {}): Idnow {
  return createIdnow({
    clientId: ACME.clientId,
    clientSecret: ACME.passKey,
    urls: { token: BASE, gateway: BASE },
    environment: 'staging',
    keyless: { region: { url: BASE }, apiKey: KEYLESS_KEY },
    fetch: fetchFrom(sandbox),
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
    ...over,
  });
}

/** An endpoint for the sandbox's events. */
export function openEventHandler(sandbox: Sandbox, onEvent: Parameters<typeof idnowEventHandler>[0]['onEvent']) {
  return idnowEventHandler({
    jwksUrl: `${BASE}/.well-known/jwks.json`,
    issuer: 'https://idnow.sandbox.bonafide.example',
    audience: ACME.clientId,
    fetch: fetchFrom(sandbox),
    onEvent,
  });
}

/** Asks any path of the gateway. */
export async function ask(sandbox: Sandbox, method: string, path: string, init: RequestInit = {}) {
  const response = await sandbox.fetch(new Request(path.startsWith('http') ? path : BASE + path, { ...init, method }));
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

/** The player's first page: where the browser is sent. */
export async function openPlayer(sandbox: Sandbox, playerUrl: string) {
  const answer = await ask(sandbox, 'GET', playerUrl);
  return { ...answer, location: answer.headers.get('location') };
}

export async function openPage(sandbox: Sandbox, playerUrl: string): Promise<HostedBrowser> {
  const { location } = await openPlayer(sandbox, playerUrl);
  const browser = new HostedBrowser(sandbox);
  const claimed = await browser.claim(location ?? '');
  if (claimed.status !== 200) throw new Error(`claim answered ${claimed.status}`);
  return browser;
}

/** One person through one flow, with these pictures; the session as it ended. */
export async function pass(
  sandbox: Sandbox,
  idnow: Idnow,
  flowId: Flow,
  subjectId: string,
  ...verdicts: readonly Verdict[]
) {
  const { playerUrl, sessionContext } = await idnow.createSession({ flowId, subjectId });
  const { sessionId } = sessionContext;
  const { location } = await openPlayer(sandbox, playerUrl);
  if (location !== null) {
    const browser = new HostedBrowser(sandbox);
    await browser.claim(location);
    for (const verdict of verdicts) await browser.selfie(picture(verdict));
  }
  return idnow.waitForSession({ sessionId, timeoutMs: 20_000, policy: { firstDelayMs: 20, maxDelayMs: 100 } });
}
