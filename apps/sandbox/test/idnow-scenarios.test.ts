import { readStep } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DONE_URL, type Flow, fetchFrom, openIdnow, openPlayer } from './support/idnow.ts';
import { call } from './support/journey.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

async function scripted(flowId: Flow, scenario: unknown) {
  const idnow = openIdnow(sandbox, { fetch: fetchFrom(sandbox, scenario) });
  const created = await idnow.createSession({ flowId, subjectId: 'subject', redirectUrl: DONE_URL, state: 's' });
  expect((await openPlayer(sandbox, created.playerUrl)).location).toBe(`${DONE_URL}&state=s`);
  const session = await idnow.getSession(created.sessionContext);
  expect(session['x-bonafide']).toMatchObject({ scripted: true });
  // A page that is done with is not opened again.
  expect((await openPlayer(sandbox, created.playerUrl)).status).toBe(404);
  return session;
}

it.each<[string, Flow, object]>([
  ['idnow-verified', 'authentication-v2', { route: 'verified', verification: { status: 'verified' } }],
  ['idnow-rejected', 'authentication-v2', { route: 'rejected', verification: { status: 'rejected' } }],
  ['idnow-aborted', 'authentication-v2', { route: 'rejected', verification: { status: 'aborted' } }],
  ['idnow-error', 'authentication-v2', { route: 'rejected', verification: { status: 'error' } }],
  ['idnow-verified', 'authentication-v1', { route: 'authenticated' }],
  ['idnow-rejected', 'authentication-v1', { route: 'failed' }],
  ['idnow-error', 'authentication-v1', { authentication: { reason: { code: 'SERVER_INTERNAL_ERROR' } } }],
  ['idnow-verified', 'biometric-enrollment', { route: 'accepted' }],
  ['idnow-rejected', 'biometric-enrollment', { route: 'rejected' }],
  ['idnow-already-enrolled', 'biometric-enrollment', { route: 'already_enrolled' }],
])('%s ends a session of %s', async (scenario, flow, step) => {
  expect(readStep(await scripted(flow, scenario))).toMatchObject(step);
});

it.each(['authentication-v1', 'authentication-v2'] as const)('idnow-locked-out ends a session of %s', async (flow) => {
  const session = await scripted(flow, 'idnow-locked-out');
  expect(() => readStep(session)).toThrow(expect.objectContaining({ code: 'locked-out', retryAfterMs: 600_000 }));
});

it.each([
  ['idnow-session-expired', 'authentication-v2', 'EXPIRED'],
  ['idnow-session-error', 'authentication-v2', 'ERROR'],
  ['idnow-session-aborted', 'authentication-v2', 'ABORTED'],
  ['idnow-aborted', 'authentication-v1', 'ABORTED'],
  ['idnow-aborted', 'biometric-enrollment', 'ABORTED'],
  ['idnow-error', 'biometric-enrollment', 'ERROR'],
] as const)('%s ends a session of %s as %s', async (scenario, flow, sessionStatus) => {
  expect(await scripted(flow, scenario)).toMatchObject({ sessionStatus, outcome: 'NO_OUTCOME' });
});

it('a scripted proof says that it is scripted', async () => {
  const session = await scripted('authentication-v2', 'idnow-verified');
  const id = session.results?.verification?.methods[0]?.evidence[0]?.ref.$id ?? '';
  const idnow = openIdnow(sandbox);
  const answer = await call(sandbox, `http://localhost/idnow/api/v1/staging/vault/${id}`, {
    headers: { authorization: `Bearer ${await idnow.accessToken()}` },
  });
  const [, payload = ''] = String(answer.body).split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ scripted: true });
});

it('gets through a gateway that fails and limits', async () => {
  const scenario = { session: 'rejected', faults: [{ operation: 'getIdnowSession', times: 2, status: 503 }] };
  const session = await scripted('authentication-v2', scenario);
  expect(session.outcome).toBe('rejected');
  const statuses = sandbox.logs.filter((log) => log['operation'] === 'getIdnowSession').map((log) => log['status']);
  expect(statuses.slice(-3)).toEqual([503, 503, 200]);
});

it('one that is armed for a client is taken by its next session, and one of another gateway is not', async () => {
  const arm = (scenario: string) =>
    call(sandbox, 'http://localhost/control/api/clients/ACME/scenario', { method: 'PUT', body: scenario });
  const idnow = openIdnow(sandbox);
  await arm('assure-accepted');
  const first = await idnow.createSession({ flowId: 'authentication-v2', subjectId: 'subject' });
  expect(await idnow.getSession(first.sessionContext)).not.toHaveProperty('x-bonafide');
  await arm('idnow-rejected');
  const second = await idnow.createSession({ flowId: 'authentication-v2', subjectId: 'subject' });
  expect(await idnow.getSession(second.sessionContext)).toMatchObject({ 'x-bonafide': { scripted: true } });
});
