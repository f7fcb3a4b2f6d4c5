import {
  createAssure,
  createMemoryStore,
  createMosaic,
  createMosaicStep,
  createOneKyc,
} from '@bonafide/partner-server';
import { readStep } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLetThrough, type LetThrough } from './support/find-let-through.ts';
import { Browser, discover, finish, goBack, login, openCheck, photo, showFaces } from './support/face-oidc.ts';
import { HostedBrowser } from './support/hosted.ts';
import { KEYLESS_KEY, openIdnow, pass } from './support/idnow.ts';
import { settled, submit, userHeaders } from './support/journey.ts';
import { arrive, BASE as MOSAIC, hostedPage, showPassport } from './support/mosaic.ts';
import { openRefereedSandbox, type RefereedSandbox, type System, SYSTEMS } from './support/open-refereed-sandbox.ts';
import { ACME, LIVENESS_PARTNER } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';
import { picture } from './support/pictures.ts';

// The project's own clients and its gateways, with Prism between them: a referee that nobody here wrote holds every request and
// every answer to the specification. What it cannot judge goes past it, and is named below with the reason.
//
// What it does not see of the rest (5.16.0):
// - A status of an error that is not described is a warning to it, and passes; `refereeOf` takes it for a fault.
// - An answer with 501 it replaces by an example; `refereeOf` takes nothing that does not come from the system.
// - A schema that it cannot compile judges nothing, and it does not say so. Each operation is therefore asked once more with an
//   answer, and a body, that is wrong as a whole.
// - A JWT is a text: `contentSchema` is not read.
// - Of a form it sees the fields that are described, as text; others it does not miss. `{}` beside a way to log in makes that optional.
// - Of a specification's examples nothing.

/** Prism reads every body as text: pictures and archives come out broken. */
const BYTES = {
  onekyc: ['putUpload'],
  mosaic: ['getVerificationImage'],
  idnow: [],
  'face-oidc': [],
  assure: ['downloadFullResult'],
} as const;
/** Prism follows a redirect itself: the browser would never see it. */
const REDIRECTS = {
  onekyc: [],
  mosaic: ['getHostedPage'],
  idnow: ['getPlayer'],
  'face-oidc': ['getAuthorize', 'getLogout'],
  assure: [],
} as const;
/** Nothing of ours asks for them, or the sandbox does not have them. */
const UNASKED: Readonly<Record<System, readonly string[]>> = {
  onekyc: [],
  mosaic: [],
  idnow: [],
  'face-oidc': ['registerClient'],
  assure: [],
};
/** The sandbox refuses it to everybody: only the refusal is judged. */
const NO_SUCCESS: Readonly<Record<System, readonly string[]>> = {
  onekyc: [],
  mosaic: [],
  idnow: [],
  'face-oidc': [],
  assure: ['redactImage'],
};
const NOTHING: LetThrough = { answers: [], statuses: [], bodies: [], bare: [] };
/** What Prism lets pass although it is spoiled: any text for a JWT; no credentials where a form may have them instead. */
const LET_THROUGH: Readonly<Record<System, LetThrough>> = {
  onekyc: NOTHING,
  mosaic: NOTHING,
  idnow: { ...NOTHING, answers: ['getVaultEntry'], bare: ['postToken'] },
  'face-oidc': { ...NOTHING, bare: ['postPushedAuthorize', 'postToken'] },
  assure: NOTHING,
};
const unjudged = Object.fromEntries(
  SYSTEMS.map((system) => [system, [...BYTES[system], ...REDIRECTS[system]]]),
) as unknown as Readonly<Record<System, readonly string[]>>;

let sandbox: RefereedSandbox;
beforeAll(async () => {
  sandbox = await openRefereedSandbox(unjudged, {
    clients: [{ ...ACME, idnow: { keylessApiKey: KEYLESS_KEY } }],
    statusRequestsPerTenSeconds: 10_000,
  });
}, 120_000);
afterAll(() => sandbox.close());

const network = (input: string | URL | Request, init?: RequestInit) => sandbox.fetch(new Request(input, init));
const patient = { timeoutMs: 60_000, totalTimeoutMs: 120_000 } as const;

/** A partner's own request, where no client of ours makes it. */
async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const { status } = await network(`http://localhost${path}`, init);
  return status;
}

describe('judged by Prism', () => {
  it('onekyc: from the token to the details', async () => {
    const base = 'http://localhost/onekyc';
    const onekyc = createOneKyc({
      clientId: ACME.clientId,
      passKey: ACME.passKey,
      onboardingPartner: LIVENESS_PARTNER,
      urls: { token: base, gateway: base },
      fetch: network,
      ...patient,
    });
    const correlationId = crypto.randomUUID();
    const user = { id: 'user-1', idType: 'INTERNAL' };
    const { token } = await onekyc.initiateFlow({ flow: 'STANDALONE_LIVENESS', source: 'SDK', user, correlationId });
    const browser = {
      partnerToken: '',
      userToken: token,
      correlationId,
      userHeaders: userHeaders(token, correlationId),
    };
    const submissionId = await submit(sandbox, browser);
    await settled(sandbox, browser, submissionId);
    expect(await onekyc.waitForSubmission({ correlationId, user, timeoutMs: 60_000 })).toMatchObject({
      result: 'VALID',
    });
    const headers = {
      'client-id': ACME.clientId,
      'pass-key': ACME.passKey,
      'x-onboarding-partner': LIVENESS_PARTNER,
      'x-partner-user-id': user.id,
      'x-partner-user-id-type': user.idType,
    };
    expect(await ask('/onekyc/v2/coe/authentication', { headers })).toBe(200);
    // A refusal is described as well.
    await expect(onekyc.getSubmissionDetails({ correlationId: 'unknown' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('assure: every operation of the client', async () => {
    const assure = createAssure({
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      urls: { token: 'http://localhost', gateway: 'http://localhost' },
      fetch: network,
      ...patient,
    });
    await assure.getDocumentTypes();
    const { dossierId } = await assure.createDossier({ externalReference: 'anna' });
    await assure.setUserData({ dossierId, data: { firstName: 'ANNA' } });
    await assure.getUserData({ dossierId });
    await assure.setFiles({ dossierId, files: { front: picture('document') } });
    await assure.getFiles({ dossierId });
    await assure.deleteFiles({ dossierId });
    const configurationId = 'web';
    await assure.createCaptureConfiguration({ configurationId, configuration: { documentTypes: ['passport'] } });
    await assure.updateCaptureConfiguration({ configurationId, configuration: { documentTypes: ['passport'] } });
    await assure.getCaptureConfiguration({ configurationId });
    const providers = [{ provider: 'onfido', processType: 'documentSelfie' }];
    await assure.startCapture({ dossierId, providers, redirectUrl: 'https://partner.example/done' });
    const location = { countryOfResidence: 'PRT' };
    const { processId } = await assure.createProcess({ dossierId, processType: 'documentSelfie', location });
    const key = { dossierId, processId };
    await assure.setImages({ ...key, images: { front: picture('document'), selfie: picture('live') } });
    await assure.getImage({ ...key, depiction: 'FRONT' });
    await assure.startVerification(key);
    expect((await assure.waitForProcess({ ...key, timeoutMs: 60_000 })).status).toBe('accepted');
    await assure.getDossier({ dossierId });
    const other = await assure.createProcess({ dossierId, processType: 'documentSelfie', location });
    await assure.cancelProcess({ dossierId, processId: other.processId });
    await assure.deleteProcess(key);
    const image = await photo('live');
    await assure.watermarkImage({ image, watermark: { title: 'COPY' } });
    await expect(assure.redactImage({ image })).rejects.toMatchObject({ code: 'forbidden' });
    await assure.deleteDossier({ dossierId });
    await expect(assure.getDossier({ dossierId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('mosaic: a step of a journey, and a face', async () => {
    const mosaic = createMosaic({
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      urls: { token: MOSAIC, gateway: MOSAIC },
      fetch: network,
      ...patient,
    });
    const callbackUrl = 'https://partner.example.com/verified';
    const step = createMosaicStep({ mosaic, callbackUrl, store: createMemoryStore() });
    const { data } = await step.start({ subject: 'anna' });
    const { session: sessionId, state, endpoint } = data.payload;
    expect((await mosaic.getStatus({ sessionId })).status).toBe('pending');
    const { browser } = await arrive(sandbox, endpoint);
    await showPassport(browser);
    expect(await step.finish({ subject: 'anna', input: { payload: { state, sessionId } } })).toMatchObject({
      kind: 'allow',
    });
    expect((await mosaic.getImages({ sessionId })).map(({ type }) => type)).toEqual(['document_front', 'selfie']);
    await mosaic.getConsent({ sessionId });
    await mosaic.deleteVerification({ sessionId });
    await expect(mosaic.getResult({ sessionId })).rejects.toMatchObject({ code: 'not-found' });

    const session = await mosaic.createFaceAuthentication({ reference: picture('live') });
    const deviceSessionId = session.device_session_id;
    const person = (await arrive(sandbox, hostedPage(deviceSessionId))).browser;
    await person.choose(null);
    await person.selfie(picture('live'));
    const decided = await mosaic.waitForFaceAuthentication({ deviceSessionId, timeoutMs: 60_000 });
    expect(decided).toMatchObject({ recommendation: 'ALLOW' });
  });

  it('idnow: enrolled, recognised, proven, forgotten', async () => {
    const idnow = openIdnow(sandbox);
    const enrolled = readStep(await pass(sandbox, idnow, 'biometric-enrollment', 'anna', 'live'));
    if (enrolled?.step !== 'enrollment' || enrolled.route !== 'accepted') throw new Error('not enrolled');
    const step = readStep(await pass(sandbox, idnow, 'authentication-v2', 'anna', 'live'));
    if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new Error('not verified');
    await idnow.verifyTransaction({ verification: { ...step.verification, status: 'verified' } });
    expect(await ask('/idnow/.well-known/jwks.json')).toBe(200);
    const headers = { 'x-api-key': KEYLESS_KEY, 'content-type': 'application/json' };
    const body = JSON.stringify({ jwt: 'header.payload.signature', transactionData: 'order-4711' });
    expect(await ask('/idnow/v2/verify-jwt', { method: 'POST', headers, body })).toBe(200);
    await idnow.deleteKeylessUser({ userId: enrolled.credential.credentialId ?? '' });
  });

  it('face-oidc: a login from a pushed request, one without a browser, and the token given back', async () => {
    const face = relyingParty(sandbox, { fetch: network });
    const reference = { mode: 'photo', photo: await photo('live', { width: 1_500, height: 1_500 }) } as const;
    const { url, pending } = await face.beginLogin({ scope: 'faceauth_dynamic', reference });
    const browser = new Browser(sandbox);
    const back = await showFaces(await openCheck(sandbox, browser, url), browser, ['live']);
    expect(await face.finishLogin({ url: back.url, pending })).toMatchObject({ granted: true });
    const cancelled = await face.beginLogin({ scope: 'faceauth_express' });
    const page = await openCheck(sandbox, browser, cancelled.url);
    await page.cancel();
    const denied = await face.finishLogin({ url: (await goBack(page, browser)).url, pending: cancelled.pending });
    expect(denied).toMatchObject({ granted: false });

    const begun = await face.beginBackchannelLogin({ scope: 'faceauth_dynamic' });
    expect(await face.fetchBackchannelLogin(begun)).toBeUndefined();
    const phone = new HostedBrowser(sandbox);
    await phone.claim(begun.reference.qrlink ?? '');
    await phone.choose(null);
    await phone.selfie(picture('live'));
    const ended = await face.waitForBackchannelLogin({ ...begun, timeoutMs: 60_000, policy: { firstDelayMs: 10 } });
    expect(ended).toMatchObject({ granted: true });
  });

  it('face-oidc: openid-client, and the claims by a form', async () => {
    const config = await discover(sandbox);
    const { url, kept } = await login(sandbox, config);
    const { tokens } = await finish(config, url, kept);
    const form = new URLSearchParams({ access_token: tokens.access_token });
    expect(await ask(`/face-oidc/${ACME.clientId}/userinfo`, { method: 'POST', body: form })).toBe(200);
  });

  it.each(SYSTEMS)('found nothing of %s that is not as described', (system) => {
    expect(sandbox.systems.get(system)?.faults).toEqual([]);
  });

  it.each(SYSTEMS)('leaves out of %s only what it cannot judge, and says why', (system) => {
    const { operations = [], passed } = sandbox.systems.get(system) ?? {};
    const left = [...BYTES[system], ...REDIRECTS[system], ...UNASKED[system], ...NO_SUCCESS[system]];
    const missing = operations.map(({ operationId }) => operationId).filter((operation) => !passed?.has(operation));
    expect(missing.toSorted()).toEqual(left.toSorted());
  });

  it.each(SYSTEMS)(
    'refuses of %s each answer and each request that is spoiled, but for what it does not read',
    async (name) => {
      const system = sandbox.systems.get(name);
      if (system === undefined) throw new Error('no such system');
      expect(await findLetThrough(system)).toEqual(LET_THROUGH[name]);
    },
  );
});
