import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchFrom, openIdnow, openPage, openPlayer } from './support/idnow.ts';
import { createPartner } from './support/idnow-partner.ts';
import { until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture, type Verdict } from './support/pictures.ts';

// The partner of `docs/systems/idnow.md`, from its button to the open door.

let sandbox: TestSandbox;
let server: Partner;
let partner: ReturnType<typeof createPartner>;

beforeAll(async () => {
  server = await openPartner(async ({ headers, body }) => {
    const init = { method: 'POST', headers: headers as Record<string, string>, body };
    return { status: (await partner.receive(new Request('http://localhost/', init))).status };
  });
  sandbox = await openTestSandbox({
    allowLoopback: true,
    clients: [{ ...ACME, idnow: { eventUrl: server.url } }],
    callbacks: { retryDelaysMs: [10, 10, 10] },
  });
  partner = createPartner(openIdnow(sandbox), {
    jwksUrl: 'http://localhost/idnow/.well-known/jwks.json',
    issuer: 'https://idnow.sandbox.bonafide.example',
    audience: ACME.clientId,
    fetch: fetchFrom(sandbox),
  });
});
afterAll(async () => {
  await sandbox.close();
  await server.close();
});

async function show(subject: string, flow: 'biometric-enrollment' | 'authentication-v2', verdict: Verdict) {
  const { sessionId, playerUrl } = await partner.begin(subject, flow);
  const page = await openPage(sandbox, playerUrl);
  await page.selfie(picture(verdict));
  await until(() => partner.outcomes.get(sessionId)?.terminal === true);
  return partner.outcomes.get(sessionId);
}

it('lets in who is enrolled and recognised, and nobody else', async () => {
  expect(await show('anna', 'biometric-enrollment', 'live')).toMatchObject({
    decision: 'accepted',
    subjectState: 'enrolled',
  });
  // Enrolled is not let in.
  expect(partner.letIn.has('anna')).toBe(false);
  expect(await show('anna', 'authentication-v2', 'other-person')).toMatchObject({ decision: 'rejected' });
  expect(partner.letIn.has('anna')).toBe(false);
  expect(await show('anna', 'authentication-v2', 'live')).toMatchObject({ decision: 'accepted', authoritative: true });
  expect(partner.letIn.has('anna')).toBe(true);
});

it('lets in nobody who was never enrolled', async () => {
  const { sessionId, playerUrl } = await partner.begin('bella', 'authentication-v2');
  await openPlayer(sandbox, playerUrl);
  await until(() => partner.outcomes.get(sessionId)?.terminal === true);
  expect(partner.outcomes.get(sessionId)).toMatchObject({ decision: 'none', lifecycle: 'errored' });
  expect(partner.letIn.has('bella')).toBe(false);
});
