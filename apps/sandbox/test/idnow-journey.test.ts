import { type Idnow, readStep, toOutcome } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DONE_URL,
  fetchFrom,
  KEYLESS_KEY,
  openEventHandler,
  openIdnow,
  openPage,
  openPlayer,
  pass,
} from './support/idnow.ts';
import { call, until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';

// The project's own client against the gateway, so that drift breaks both sides at once; seed 003 row by row.

let partner: Partner;
let sandbox: TestSandbox;
let idnow: Idnow;
const heard: { readonly eventId: string; readonly eventName: string; readonly sessionId: string }[] = [];
/** What the partner's endpoint answers before it hears: by how often it was asked. */
let refusals: number[] = [];

beforeAll(async () => {
  partner = await openPartner(async ({ headers, body }) => {
    const refusal = refusals.shift();
    if (refusal !== undefined) return { status: refusal };
    const init = { method: 'POST', headers: headers as Record<string, string>, body };
    return { status: (await handle(new Request('http://localhost/', init))).status };
  });
  sandbox = await openTestSandbox({
    allowLoopback: true,
    clients: [{ ...ACME, idnow: { eventUrl: `${partner.url}/events`, keylessApiKey: KEYLESS_KEY } }, OTHER],
    callbacks: { retryDelaysMs: [10, 10, 10, 10] },
  });
  const handle = openEventHandler(sandbox, ({ event: { data } }) => {
    heard.push({ eventId: data.eventId, eventName: data.eventName, sessionId: data.payload.sessionId });
  });
  idnow = openIdnow(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

const namesOf = (sessionId: string) => heard.filter((event) => event.sessionId === sessionId).map((e) => e.eventName);
const enrol = async (subjectId: string) => {
  const session = await pass(sandbox, idnow, 'biometric-enrollment', subjectId, 'live');
  expect(session.lastStep?.verdict).toBe('accepted');
  return session;
};
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe('Biometric Enrollment', () => {
  it('accepts a live face, and leaves a credential', async () => {
    const session = await enrol('enrolled-1');
    expect(readStep(session)).toEqual({
      step: 'enrollment',
      route: 'accepted',
      credential: {
        credentialId: expect.stringMatching(/^[0-9A-F]{32}$/),
        credentialType: 'FACE',
        subjectId: 'enrolled-1',
        provider: 'keyless',
      },
    });
    expect(toOutcome({ from: 'session', body: session })).toMatchObject({
      decision: 'accepted',
      subjectState: 'enrolled',
    });
  });

  it('does not enrol a person twice, and looks at nobody for it', async () => {
    await enrol('enrolled-2');
    const { playerUrl, sessionContext } = await idnow.createSession({
      flowId: 'biometric-enrollment',
      subjectId: 'enrolled-2',
    });
    expect((await openPlayer(sandbox, playerUrl)).location).toBeNull();
    const session = await idnow.getSession(sessionContext);
    expect(readStep(session)).toEqual({ step: 'enrollment', route: 'already_enrolled' });
    expect(toOutcome({ from: 'session', body: session })).toMatchObject({ nextAction: 'use_authentication' });
  });

  it.each(['not-live', 'two-faces', 'no-face', 'unreadable'] as const)('rejects %s', async (verdict) => {
    const session = await pass(sandbox, idnow, 'biometric-enrollment', `refused-${verdict}`, verdict, verdict, verdict);
    expect(readStep(session)).toEqual({ step: 'enrollment', route: 'rejected' });
    expect(session).not.toHaveProperty('results');
  });

  it('lets a person try again on the page', async () => {
    const session = await pass(sandbox, idnow, 'biometric-enrollment', 'second-try', 'blurred', 'live');
    expect(readStep(session)).toMatchObject({ route: 'accepted' });
  });
});

describe('Authentication (v2)', () => {
  it('verified: the block of the seed, word for word', async () => {
    const enrolled = await enrol('v2-verified');
    const session = await pass(sandbox, idnow, 'authentication-v2', 'v2-verified', 'live');
    expect(session).toMatchObject({
      sessionStatus: 'COMPLETED',
      outcome: 'accepted',
      lastStep: { verdict: 'verified' },
    });
    expect(session.results).toEqual({
      verification: {
        status: 'verified',
        methods: [
          {
            type: 'biometric',
            checks: [{ livenessDetection: 'passed' }, { faceComparison: 'passed' }],
            evidence: [{ type: 'transactionJwt', ref: { $ref: 'vault', $id: UUID } }],
          },
        ],
        provider: 'keyless',
        trustFramework: 'io.idnow.biometric',
        assuranceLevel: 'substantial',
        verifiedAt: TIME,
        verificationProcessId: UUID,
      },
    });
    const step = readStep(session);
    if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new Error('not verified');
    const { credentialId } = enrolled.results?.authenticatorCredential ?? {};
    const proof = await idnow.verifyTransaction({ verification: step.verification, username: credentialId ?? '' });
    expect(proof.claims).toMatchObject({ sub: credentialId, jti: step.verification.verificationProcessId });
    expect(JSON.stringify(proof.claims)).not.toContain('v2-verified');
  });

  it.each([
    ['another person', ['other-person']],
    ['nobody alive', ['not-live', 'not-live', 'not-live']],
    ['a capture error', ['blurred', 'blurred', 'blurred']],
  ] as const)('rejected for %s: both checks failed, whichever it was', async (name, verdicts) => {
    const subject = `v2-rejected ${name}`;
    await enrol(subject);
    const session = await pass(sandbox, idnow, 'authentication-v2', subject, ...verdicts);
    expect(session).toMatchObject({
      sessionStatus: 'COMPLETED',
      outcome: 'rejected',
      lastStep: { verdict: 'rejected' },
    });
    expect(session.results).toEqual({
      verification: {
        status: 'rejected',
        methods: [
          {
            type: 'biometric',
            checks: [{ livenessDetection: 'failed' }, { faceComparison: 'failed' }],
            evidence: [],
          },
        ],
        provider: 'keyless',
        trustFramework: null,
        assuranceLevel: null,
        verifiedAt: TIME,
        verificationProcessId: UUID,
      },
    });
    expect(readStep(session)).toMatchObject({ route: 'rejected', verification: { status: 'rejected' } });
  });

  it('aborted: the person gives up on the page', async () => {
    await enrol('v2-aborted');
    const created = await idnow.createSession({
      flowId: 'authentication-v2',
      subjectId: 'v2-aborted',
      redirectUrl: DONE_URL,
      state: 'a state & more',
    });
    const page = await openPage(sandbox, created.playerUrl);
    await page.cancel();
    expect((await page.show()).body.redirectUrl).toBe(`${DONE_URL}&state=a+state+%26+more`);
    const session = await idnow.getSession(created.sessionContext);
    expect(session.results).toEqual({
      verification: {
        status: 'aborted',
        methods: [{ type: 'biometric', checks: [], evidence: [] }],
        provider: 'keyless',
        trustFramework: null,
        assuranceLevel: null,
      },
    });
    expect(toOutcome({ from: 'session', body: session })).toMatchObject({ lifecycle: 'cancelled', decision: 'none' });
  });

  it('error: a person who was never enrolled', async () => {
    const session = await pass(sandbox, idnow, 'authentication-v2', 'nobody', 'live');
    expect(readStep(session)).toMatchObject({ route: 'rejected', verification: { status: 'error', checks: null } });
    expect(session['x-bonafide']).toEqual({ reasonCode: 'SERVER_USER_NOT_FOUND' });
    expect(toOutcome({ from: 'session', body: session })).toMatchObject({ decision: 'none' });
  });
});

describe('Authentication (v1)', () => {
  it('authenticated: success with its times', async () => {
    await enrol('v1-success');
    const session = await pass(sandbox, idnow, 'authentication-v1', 'v1-success', 'live');
    expect(readStep(session)).toEqual({
      step: 'authentication-v1',
      route: 'authenticated',
      authentication: {
        result: 'success',
        provider: 'keyless',
        credentialId: expect.any(String),
        credentialType: 'FACE',
        subjectId: 'v1-success',
        requestId: session.sessionId,
        authenticatedAt: TIME,
      },
    });
  });

  it.each([
    ['another person', ['other-person'], 'SERVER_FACE_DOES_NOT_MATCH'],
    ['nobody alive', ['not-live', 'not-live', 'not-live'], 'SERVER_RECOGNITION_FAILED'],
  ] as const)('failed for %s: with its reason', async (name, verdicts, code) => {
    const subject = `v1 ${name}`;
    await enrol(subject);
    const session = await pass(sandbox, idnow, 'authentication-v1', subject, ...verdicts);
    expect(readStep(session)).toMatchObject({
      route: 'failed',
      authentication: {
        result: 'failure',
        attemptedAt: TIME,
        reason: { code, details: expect.stringContaining(code) },
      },
    });
  });

  it('failed for one who was never enrolled', async () => {
    const session = await pass(sandbox, idnow, 'authentication-v1', 'nobody');
    expect(readStep(session)).toMatchObject({ authentication: { reason: { code: 'SERVER_USER_NOT_FOUND' } } });
  });

  it('aborted: nothing was decided', async () => {
    await enrol('v1-aborted');
    const { playerUrl, sessionContext } = await idnow.createSession({
      flowId: 'authentication-v1',
      subjectId: 'v1-aborted',
    });
    await (await openPage(sandbox, playerUrl)).cancel();
    expect(await idnow.getSession(sessionContext)).toMatchObject({ sessionStatus: 'ABORTED', outcome: 'NO_OUTCOME' });
  });
});

describe('an event', () => {
  it('tells each step of a session once, and nothing of the person', async () => {
    const { sessionId } = await enrol('heard-of');
    await until(() => namesOf(sessionId).includes('session.completed'));
    expect(namesOf(sessionId)).toEqual(['session.started', 'session.completed']);
    const bodies = partner.requests.map(({ body }) => Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());
    const [completed] = bodies.filter((body) => body.includes(sessionId) && body.includes('session.completed'));
    expect(JSON.parse(completed ?? '')).toMatchObject({
      iss: 'https://idnow.sandbox.bonafide.example',
      aud: ACME.clientId,
      data: {
        eventId: UUID,
        eventDeliverId: UUID,
        eventVersion: '1',
        eventSequence: 2,
        environment: 'staging',
        payload: { flowId: 'biometric-enrollment', sessionId, sessionStatus: 'COMPLETED' },
        lastStepId: 'step-1',
        lastStepStatus: 'accepted',
      },
    });
    expect(completed).not.toContain('heard-of');
  });

  it('is delivered again, at most three times, under the same id and another delivery’s', async () => {
    refusals = [503, 503];
    const { sessionContext } = await idnow.createSession({ flowId: 'authentication-v2', subjectId: 'nobody' });
    const before = partner.requests.length;
    const scripted = openIdnow(sandbox, { fetch: fetchFrom(sandbox, 'idnow-rejected') });
    const { playerUrl, sessionContext: mine } = await scripted.createSession({
      flowId: 'authentication-v2',
      subjectId: 's',
    });
    await openPlayer(sandbox, playerUrl);
    await until(() => namesOf(mine.sessionId).length === 1);
    const claims = partner.requests.slice(before).map(({ body }) => {
      const text = Buffer.from(body.split('.')[1] ?? '', 'base64url').toString();
      return (JSON.parse(text) as { data: { eventId: string; eventDeliverId: string } }).data;
    });
    expect(claims).toHaveLength(3);
    expect(new Set(claims.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(claims.map(({ eventDeliverId }) => eventDeliverId)).size).toBe(3);
    expect((await idnow.getSession(sessionContext)).sessionStatus).toBe('CREATED');
  });

  it('is believed through a rotation of the keys', async () => {
    const before = await call(sandbox, 'http://localhost/idnow/.well-known/jwks.json');
    const rotated = await call(sandbox, 'http://localhost/control/api/idnow/event-keys', { method: 'POST' });
    const after = await call(sandbox, 'http://localhost/idnow/.well-known/jwks.json');
    expect(after.body.keys.map(({ kid }: { kid: string }) => kid)).toEqual([rotated.body.kid, before.body.keys[0].kid]);
    for (const key of after.body.keys) expect(key).not.toHaveProperty('d');
    const { sessionId } = await enrol('rotated');
    await until(() => namesOf(sessionId).includes('session.completed'));
  });
});

describe('what is kept', () => {
  it('the picture goes with the decision, and the face when it is deleted', async () => {
    const session = await enrol('kept');
    const { body } = await call(sandbox, `http://localhost/control/api/sessions/${session.sessionId}`);
    expect(body).toMatchObject({ attempts: [{ outcome: 'passed' }], session: { sessionStatus: 'COMPLETED' } });
    expect(JSON.stringify(body)).not.toMatch(/template|playerUrl|data:image/);
    const credentialId = session.results?.authenticatorCredential?.credentialId ?? '';
    await idnow.deleteKeylessUser({ userId: credentialId });
    await expect(idnow.deleteKeylessUser({ userId: credentialId })).rejects.toMatchObject({ code: 'conflict' });
    expect(readStep(await pass(sandbox, idnow, 'authentication-v2', 'kept'))).toMatchObject({
      verification: { status: 'error' },
    });
  });

  it('all of a person goes when they are erased, with a receipt', async () => {
    const { sessionId } = await enrol('erased');
    const verified = await pass(sandbox, idnow, 'authentication-v2', 'erased', 'live');
    const receipt = await call(sandbox, `http://localhost/control/api/clients/ACME/users/erased`, { method: 'DELETE' });
    expect(receipt.body).toMatchObject({ sessions: 2, templates: 1 });
    for (const id of [sessionId, verified.sessionId])
      await expect(idnow.getSession({ sessionId: id })).rejects.toMatchObject({ code: 'not-found' });
    const step = readStep(verified);
    if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new Error('not verified');
    await expect(idnow.verifyTransaction({ verification: step.verification })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('a session that nobody opens expires, and a face that nobody uses is erased', async () => {
    const own = await openTestSandbox();
    const mine = openIdnow(own, { keyless: { region: { url: 'http://localhost/idnow' }, apiKey: 'none' } });
    expect((await pass(own, mine, 'biometric-enrollment', 'forgotten', 'live')).outcome).toBe('accepted');
    const { sessionContext } = await mine.createSession({ flowId: 'authentication-v2', subjectId: 'forgotten' });
    own.clock.advance(3_601_000);
    await call(own, 'http://localhost/control/api/retention', { method: 'POST' });
    expect(await mine.getSession(sessionContext)).toMatchObject({ sessionStatus: 'EXPIRED', outcome: 'NO_OUTCOME' });
    own.clock.advance(91 * 86_400_000);
    const { body } = await call(own, 'http://localhost/control/api/retention', { method: 'POST' });
    expect(body).toMatchObject({ sessionsErased: 2, templatesErased: 1 });
    await own.close();
  });
});
