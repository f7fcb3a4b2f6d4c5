// The core's own checks, in Web APIs alone: bundled for no platform in particular and run by every runtime that is
// supported (runtimes.test.ts). Uses no test library, since none runs everywhere.
import {
  callbackHandler,
  createMemoryStore,
  createOneKyc,
  isPartnerServerError,
  referenceImageHandler,
} from '../src/index.ts';
import { createFakeGateway, signCallback } from '../src/testing/index.ts';
import { createWebhookVerifier } from '../src/webhook/index.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const TOKEN_PATH = '/v1/coe/partner/authentication';
const EVENT = JSON.stringify({ submissionId: 's-1', partnerSessionId: 'c-1', status: 'COMPLETED', result: 'VALID' });

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    return isPartnerServerError(error) ? error.code : String(error);
  }
}

function setUp() {
  const gateway = createFakeGateway();
  const onekyc = createOneKyc({
    clientId: 'client',
    passKey: 'pass',
    onboardingPartner: 'CLIENT-SDK-COE',
    urls: { token: 'https://token.test', gateway: 'https://gateway.test' },
    fetch: gateway.fetch,
    tokenStore: createMemoryStore(),
    retry: { baseMs: 1 },
    timeoutMs: 200,
  });
  return { gateway, onekyc };
}

const CHECKS: Readonly<Record<string, () => Promise<void>>> = {
  async 'a thousand cold calls make one token request'() {
    const { gateway, onekyc } = setUp();
    await Promise.all(Array.from({ length: 1_000 }, () => onekyc.partnerToken()));
    check(gateway.countOf(TOKEN_PATH) === 1, 'one request');
  },
  async 'a revoked token is replaced once'() {
    const { gateway, onekyc } = setUp();
    await onekyc.getSubmissionDetails({ correlationId: 'c-1' });
    gateway.revokeTokens();
    await Promise.all(Array.from({ length: 100 }, () => onekyc.getSubmissionDetails({ correlationId: 'c-1' })));
    check(gateway.countOf(TOKEN_PATH) === 2, 'two requests');
  },
  async 'the whole flow'() {
    const { onekyc } = setUp();
    const user = { id: 'u', idType: 'T' };
    const flow = await onekyc.initiateFlow({ flow: 'STANDALONE_LIVENESS', source: 'SDK', user, correlationId: 'c-1' });
    check(flow.token === 'user-token-1', 'a user token');
    const details = await onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 5_000 });
    check(details.result === 'VALID', 'a result');
  },
  async 'failures are retried, and typed'() {
    const { gateway, onekyc } = setUp();
    gateway.next('/coe/v1/submissions', () => new Response('', { status: 503 }));
    check((await onekyc.getSubmissionDetails({ correlationId: 'c-1' })).result === 'VALID', 'a second attempt');
    gateway.next('/coe/v1/submissions', () => new Response('<html>'));
    check(
      (await codeOf(onekyc.getSubmissionDetails({ correlationId: 'c-1' }))) === 'invalid-response',
      'invalid-response',
    );
    gateway.next('/coe/v1/submissions', () => Response.redirect('https://elsewhere.test/'));
    check((await codeOf(onekyc.getSubmissionDetails({ correlationId: 'c-1' }))) === 'invalid-response', 'no redirect');
  },
  async 'an abort and a timeout end a call'() {
    const { gateway, onekyc } = setUp();
    await onekyc.partnerToken();
    for (let i = 0; i < 3; i += 1) gateway.next('/coe/v1/submissions', () => new Promise(() => {}));
    check((await codeOf(onekyc.getSubmissionDetails({ correlationId: 'c-1' }))) === 'timeout', 'timeout');
    const controller = new AbortController();
    gateway.next('/coe/v1/submissions', () => new Promise(() => {}));
    const call = codeOf(onekyc.getSubmissionDetails({ correlationId: 'c-1', signal: controller.signal }));
    controller.abort('left');
    check((await call) === 'left', 'the reason');
  },
  async 'signed callbacks are verified over bytes, and handled once'() {
    let handled = 0;
    const handle = callbackHandler({ signature: { secrets: [SECRET] }, onEvent: () => void (handled += 1) });
    const headers = await signCallback({ secret: SECRET, body: EVENT });
    const post = (body: string) => handle(new Request('https://partner.test/', { method: 'POST', headers, body }));
    check((await post(EVENT)).status === 200, 'accepted');
    check((await post(EVENT)).status === 200, 'accepted again');
    check((await post(`${EVENT} `)).status === 401, 'refused');
    check(handled === 1, 'handled once');
  },
  async 'credentials are checked'() {
    const credentials = { clientId: 'IAB', passKey: 'secret' };
    const handle = referenceImageHandler({ credentials, resolve: () => 'https://partner.test/1' });
    const get = (passKey: string) =>
      handle(
        new Request('https://partner.test/', {
          headers: { 'client-id': 'IAB', 'pass-key': passKey, 'x-partner-user-id': 'u', 'x-partner-user-id-type': 'T' },
        }),
      );
    check((await get('secret')).status === 200, 'accepted');
    check((await get('guess')).status === 401, 'refused');
  },
  async 'ed25519 signatures are verified'() {
    const keys = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
    if (!('publicKey' in keys)) throw new Error('no key pair');
    const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
    const timestamp = String(Math.floor(Date.now() / 1000));
    const body = new TextEncoder().encode(EVENT);
    const signed = new TextEncoder().encode(`msg_1.${timestamp}.${EVENT}`);
    const signature = base64(await crypto.subtle.sign('Ed25519', keys.privateKey, signed));
    const secrets = [`whpk_${base64(await crypto.subtle.exportKey('raw', keys.publicKey))}`];
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1a,${signature}` };
    check((await createWebhookVerifier({ secrets }).verify(body, headers)).id === 'msg_1', 'accepted');
  },
};

/** Runs every check; the names of those that held. Throws at the first that did not. */
export async function runSuite(): Promise<readonly string[]> {
  for (const [name, run] of Object.entries(CHECKS)) {
    try {
      await run();
    } catch (error) {
      throw new Error(`${name}: ${String(error)}`, { cause: error });
    }
  }
  return Object.keys(CHECKS);
}
