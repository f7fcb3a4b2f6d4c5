import { readStep } from '@bonafide/partner-server/idnow';
import { expect, type Page, test } from '@playwright/test';
import { type IdnowScene, openIdnowScene } from './idnow-scene.ts';
import { ONE_ATTEMPT } from './one-attempt.ts';
import type { Person } from './open-person.ts';

let scene: IdnowScene;

test.beforeAll(async () => {
  scene = await openIdnowScene();
});
test.afterEach(() => scene.clear());
test.afterAll(() => scene.close());

type Flow = 'biometric-enrollment' | 'authentication-v1' | 'authentication-v2';

const ended = (page: Page) => expect(page.getByText('You can close this window.')).toBeVisible();

/** What the partner made of a session, once an event has told it to look. */
async function outcomeOf(sessionId: string) {
  const { outcomes } = scene.partner;
  await expect.poll(() => outcomes.get(sessionId)?.terminal, { timeout: 60_000 }).toBe(true);
  return outcomes.get(sessionId);
}

async function open({ page }: Person, subject: string, flow: Flow) {
  const begun = await scene.partner.begin(subject, flow);
  await page.goto(begun.playerUrl);
  return begun;
}

/** A person in the player, from consent until it says that all is over. */
async function show(person: Person, subject: string, flow: Flow) {
  const { sessionId } = await open(person, subject, flow);
  await person.selfie.agree();
  await ended(person.page);
  return { sessionId, outcome: await outcomeOf(sessionId) };
}

async function giveUp(page: Page): Promise<void> {
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
}

const stepOf = async (sessionId: string) => readStep(await scene.idnow.getSession({ sessionId }));

test('a face enrols and is let in by it, and another is not', async () => {
  const { partner, idnow } = scene;
  const anna = await scene.sit();
  const enrolled = await show(anna, 'anna', 'biometric-enrollment');
  expect(enrolled.outcome).toMatchObject({ decision: 'accepted', subjectState: 'enrolled' });
  expect(await stepOf(enrolled.sessionId)).toMatchObject({ step: 'enrollment', route: 'accepted' });
  expect(partner.letIn.has('anna')).toBe(false);

  await scene.arm(ONE_ATTEMPT);
  const stranger = await show(await scene.sit({ face: 'astronaut' }), 'anna', 'authentication-v2');
  expect(stranger.outcome).toMatchObject({ decision: 'rejected' });
  expect(await stepOf(stranger.sessionId)).toMatchObject({ route: 'rejected' });
  expect(partner.letIn.has('anna')).toBe(false);

  const again = await show(anna, 'anna', 'authentication-v2');
  expect(again.outcome).toMatchObject({ decision: 'accepted', authoritative: true });
  expect(partner.letIn.has('anna')).toBe(true);
  const step = await stepOf(again.sessionId);
  if (step?.step !== 'authentication-v2' || step.verification.status !== 'verified') throw new Error('not verified');
  expect(step.verification.checks).toEqual({ livenessDetection: 'passed', faceComparison: 'passed' });
  // The vault has the proof, signed by the tenant's key.
  const { claims } = await idnow.verifyTransaction({ verification: { ...step.verification, status: 'verified' } });
  expect(claims.jti).toBe(step.verification.verificationProcessId);
  expect(anna.complaints).toEqual([]);
});

test('the older step lets in too; who gives up the newer one is led back with the state of the partner', async () => {
  const { idnow, url } = scene;
  const person = await scene.sit();
  const { page } = person;
  await show(person, 'dora', 'biometric-enrollment');
  const older = await show(person, 'dora', 'authentication-v1');
  expect(older.outcome).toMatchObject({ decision: 'accepted' });
  expect(await stepOf(older.sessionId)).toMatchObject({ step: 'authentication-v1', route: 'authenticated' });

  const { playerUrl, sessionContext } = await idnow.createSession({
    flowId: 'authentication-v2',
    subjectId: 'dora',
    redirectUrl: `${url}/done?order=7`,
    state: 'state-of-4711',
  });
  await page.goto(playerUrl);
  await giveUp(page);
  await page.waitForURL(`${url}/done?order=7&state=state-of-4711`);
  await expect(page.getByRole('heading', { name: 'Back at the partner' })).toBeVisible();
  const session = await idnow.getSession(sessionContext);
  expect(session).toMatchObject({ sessionStatus: 'COMPLETED', outcome: 'rejected' });
  expect(session.results).toMatchObject({
    verification: { status: 'aborted', methods: [{ type: 'biometric', checks: [], evidence: [] }] },
  });
  expect(person.complaints).toEqual([]);
});

test('who is locked out is told so, and for how long', async () => {
  await scene.arm('idnow-locked-out');
  const person = await scene.sit();
  const { sessionId } = await open(person, 'emil', 'authentication-v2');
  await expect(person.page.getByRole('heading', { name: 'Too many attempts' })).toBeVisible();
  await expect(person.page.getByText('Try again in 10 minutes.')).toBeVisible();
  expect(await outcomeOf(sessionId)).toMatchObject({ decision: 'none' });
  await expect(stepOf(sessionId)).rejects.toMatchObject({ code: 'locked-out' });
});

test('who gives up has aborted', async () => {
  const person = await scene.sit();
  const { sessionId } = await open(person, 'bella', 'biometric-enrollment');
  const { page } = person;
  await giveUp(page);
  await ended(page);
  expect(await outcomeOf(sessionId)).toMatchObject({ decision: 'none' });
  expect(await scene.idnow.getSession({ sessionId })).toMatchObject({
    sessionStatus: 'ABORTED',
    outcome: 'NO_OUTCOME',
  });
});

test('a person whose time runs out is told so', async () => {
  const person = await scene.sit();
  const { page } = person;
  await page.clock.install();
  const { sessionId } = await open(person, 'carla', 'biometric-enrollment');
  await expect(page.locator('selfie-liveness')).toBeVisible();
  scene.advance(61 * 60_000);
  await page.clock.fastForward(61 * 60_000);
  await expect(page.getByRole('heading', { name: 'The time for this check is over' })).toBeVisible();
  await fetch(`${scene.sandboxUrl}/control/api/retention`, { method: 'POST' });
  expect(await scene.idnow.getSession({ sessionId })).toMatchObject({
    sessionStatus: 'EXPIRED',
    outcome: 'NO_OUTCOME',
  });
});
