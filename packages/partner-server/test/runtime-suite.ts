// The core's own checks, in Web APIs alone: bundled for no platform in particular and run by every runtime that is
// supported (runtimes.test.ts). Uses no test library, since none runs everywhere.
import {
  assureNotificationHandler,
  callbackHandler,
  captureBackendHandler,
  createAssure,
  createMemoryStore,
  createMosaic,
  createMosaicStep,
  createOneKyc,
  isPartnerServerError,
  referenceImageHandler,
} from '../src/index.ts';
import { createFaceOidc } from '../src/face-oidc/index.ts';
import { createIdnow, idnowEventHandler, readStep } from '../src/idnow/index.ts';
import { nextMosaicPageStep } from '../src/mosaic/page/index.ts';
import {
  createFakeAssure,
  createFakeFaceOidc,
  createFakeGateway,
  createFakeIdnow,
  createFakeMosaic,
  signCallback,
} from '../src/testing/index.ts';
import { createWebhookVerifier } from '../src/webhook/index.ts';
import { jpegHead } from './pictures.ts';

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

function setUpAssure() {
  const gateway = createFakeAssure({ looksUntilFinal: 1 });
  const urls = { token: 'https://assure.test', gateway: 'https://assure.test' };
  const client = { clientId: 'client', clientSecret: 'secret', urls, fetch: gateway.fetch };
  return { gateway, assure: createAssure({ ...client, tokenStore: createMemoryStore() }) };
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
  async 'a process of Assure, from its dossier to its decision'() {
    const { assure, gateway } = setUpAssure();
    const { dossierId } = await assure.createDossier();
    const location = { countryOfResidence: 'NOR' };
    const { processId } = await assure.createProcess({ dossierId, processType: 'documentSelfie', location });
    const key = { dossierId, processId };
    const front = jpegHead(1280, 720, 100_000);
    await assure.setImages({ ...key, images: { front } });
    check((await assure.getImage({ ...key, depiction: 'FRONT' })).bytes.length === front.length, 'the whole picture');
    await assure.startVerification(key);
    check((await assure.waitForProcess({ ...key, timeoutMs: 5_000 })).status === 'accepted', 'a decision');
    check(gateway.countOf('/auth/open/connect/token') === 1, 'one token');
    const american = { countryOfResidence: 'USA' };
    const refused = assure.createProcess({ dossierId, processType: 'documentSelfie', location: american });
    check((await codeOf(refused)) === 'consent-required', 'consent-required');
  },
  async 'a person on Mosaic’s page, there and back, once'() {
    const gateway = createFakeMosaic({ looksUntilFinal: 1 });
    const urls = { token: 'https://mosaic.test', gateway: 'https://mosaic.test' };
    const mosaic = createMosaic({ clientId: 'client', clientSecret: 'secret', urls, fetch: gateway.fetch });
    const callbackUrl = 'https://partner.test/done';
    const step = createMosaicStep({ mosaic, callbackUrl, store: createMemoryStore(), waitMs: 5_000 });
    const response = await step.start({ subject: 'anna' });
    const leaving = nextMosaicPageStep({ search: '', saved: null, response });
    check(leaving.kind === 'leave' && leaving.url === response.data.payload.endpoint, 'the page leaves');
    const [session] = gateway.sessions;
    const { search } = new URL(session === undefined ? '' : gateway.returnUrl(session));
    const back = nextMosaicPageStep({ search, saved: leaving.kind === 'leave' ? leaving.save : null });
    const input = back.kind === 'submit' ? back.input : null;
    check((await codeOf(step.finish({ subject: 'mallory', input }))) === 'return-rejected', 'not hers');
    check((await step.finish({ subject: 'anna', input })).kind === 'allow', 'a decision');
    check((await codeOf(step.finish({ subject: 'anna', input }))) === 'return-rejected', 'once');
    const { bytes } = await mosaic.getImage({ sessionId: 'session-1', imageId: 'image-1' });
    check(bytes[0] === 0xff && bytes[1] === 0xd8, 'the picture’s own bytes');
  },
  async 'a page’s check, through its backend'() {
    const { assure } = setUpAssure();
    const handle = captureBackendHandler({
      assure,
      processType: 'document',
      authorize: ({ headers }) => (headers.has('x-user') ? { id: 'user-1', countryOfResidence: 'NOR' } : undefined),
      onProcess: () => {},
    });
    const send = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
      const headers = { 'x-user': '1', 'content-type': 'application/json' };
      const init = { method, headers, ...(body === undefined ? {} : { body }) };
      const response = await handle(new Request(`https://partner.test/api/identity${path}`, init));
      return { status: response.status, text: await response.text() };
    };
    const created = await send('POST', '/processes', '{"documentType":"passport"}');
    const path = `/processes/${(JSON.parse(created.text) as { processId: string }).processId}`;
    check((await send('PUT', `${path}/images/front`, jpegHead())).status === 200, 'a picture');
    check((await send('POST', `${path}/verification`)).status === 202, 'a start');
    await send('GET', path);
    check((await send('GET', path)).text.includes('"status":"accepted"'), 'a decision');
    const stranger = await handle(new Request(`https://partner.test/api/identity${path}`));
    check(stranger.status === 401, 'nobody else');
  },
  async 'a full result is downloaded as a stream'() {
    const { assure } = setUpAssure();
    const { dossierId } = await assure.createDossier();
    const { processId } = await assure.createProcess({
      dossierId,
      processType: 'document',
      location: { countryOfResidence: 'NOR' },
    });
    await assure.startVerification({ dossierId, processId });
    let taken = 0;
    const to = new WritableStream<Uint8Array>({ write: (chunk) => void (taken += chunk.byteLength) });
    const { byteCount } = await assure.downloadFullResult({ dossierId, processId, to });
    check(byteCount === 22 && taken === 22, 'the whole file');
  },
  async 'notifications are believed with the header alone'() {
    let handled = 0;
    const handle = assureNotificationHandler({ authorization: 'Bearer x', onEvent: () => void (handled += 1) });
    const post = (authorization: string) =>
      handle(
        new Request('https://partner.test/', {
          method: 'POST',
          headers: { authorization },
          body: '{"dossierId":"d","processId":"p","status":"accepted"}',
        }),
      );
    check((await post('Bearer x')).status === 200, 'accepted');
    check((await post('Bearer y')).status === 401, 'refused');
    check(handled === 1, 'handled once');
  },
  async 'a face is recognised, its event believed once, and its proof verified'() {
    const platform = createFakeIdnow();
    const urls = { token: 'https://idnow.test', gateway: 'https://idnow.test' };
    const keyless = { region: { url: 'https://keyless.test' }, apiKey: 'key' };
    const client = { clientId: 'client', clientSecret: 'secret', urls, keyless, environment: 'live' } as const;
    const idnow = createIdnow({ ...client, fetch: platform.fetch });
    const { sessionContext } = await idnow.createSession({ flowId: 'flow', subjectId: 'subject' });
    const { sessionId } = sessionContext;
    await platform.end(sessionId, { step: 'authentication-v2', end: 'verified' });
    let handled = 0;
    const { issuer, audience } = platform.signer;
    const jwksUrl = 'https://idnow.test/.well-known/jwks.json';
    const onEvent = (): void => void (handled += 1);
    const handle = idnowEventHandler({ jwksUrl, issuer, audience, fetch: platform.fetch, onEvent });
    const event = await platform.eventOf(sessionId, { eventId: 'event-1' });
    check((await handle(event.clone())).status === 200, 'accepted');
    check((await handle(event)).status === 200, 'accepted again');
    check(
      (await handle(new Request('https://partner.test/', { method: 'POST', body: 'x.y.z' }))).status === 401,
      'refused',
    );
    check(handled === 1, 'handled once');
    const step = readStep(await idnow.getSession({ sessionId }));
    if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new Error('not so: verified');
    const { claims } = await idnow.verifyTransaction({ verification: step.verification, username: 'subject' });
    check(claims.sub === 'subject', 'the proof');
  },
  async 'a login with a face, its claims verified by their signature'() {
    const provider = createFakeFaceOidc();
    const face = createFaceOidc({
      issuer: provider.issuer,
      clientId: 'client',
      clientSecret: 'secret',
      redirectUri: 'https://partner.test/face/done',
      fetch: provider.fetch,
    });
    const { url, pending } = await face.beginLogin({ reference: { mode: 'profile', identifier: 'customer-1' } });
    const login = await face.finishLogin({ url: provider.comeBack(url), pending });
    check(login.granted && login.claims.isBound, 'granted, and bound');
    const other = await face.beginLogin();
    const refused = await face.finishLogin({
      url: provider.comeBack(other.url, { error: 'access_denied' }),
      pending: other.pending,
    });
    check(!refused.granted, 'refused');
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
