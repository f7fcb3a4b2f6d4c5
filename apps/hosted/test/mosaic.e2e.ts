import { expect, type Page, test } from '@playwright/test';
import { type MosaicScene, openMosaicScene } from './mosaic-scene.ts';
import { ONE_ATTEMPT } from './one-attempt.ts';
import type { Person } from './open-person.ts';

let scene: MosaicScene;

test.beforeAll(async () => {
  scene = await openMosaicScene();
});
test.afterEach(() => scene.clear());
test.afterAll(() => scene.close());

const setOff = (page: Page) => page.getByRole('button', { name: 'Verify me' }).click();
const backWith = (page: Page, next: string) =>
  expect(page.getByRole('heading', { name: `Next: ${next}` })).toBeVisible();
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The whole check, from the partner's button until the gateway decides. */
async function beVerified({ page, identity }: Person): Promise<void> {
  await setOff(page);
  await identity.agree();
  await identity.until('processing');
}

async function giveUp(page: Page): Promise<void> {
  await expect(page.locator('id-verification')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
}

test('a passport and its holder: from the button to allow, by a result that only the server reads', async () => {
  const person = await scene.sit();
  const { page, requests, complaints } = person;
  await beVerified(person);
  await backWith(page, 'allow');
  const { order, state = '', sessionId = '', ...rest } = query(page);
  // What the vendor documents comes back, beside what the partner's own address had, and nothing of the decision.
  expect([order, rest]).toEqual(['7', {}]);
  const [branch] = scene.branches;
  if (typeof branch !== 'object' || branch.kind !== 'allow') throw new Error('not allowed');
  expect(branch.sessionId).toBe(sessionId);
  expect(branch.result).toMatchObject({
    recommendation: 'ALLOW',
    person: { given_name: 'MIRA SOLENE', surname: 'RAFAELSEN QUILL' },
    document: { type: 'passport', number: 'U4L07K512' },
  });
  const { mosaic } = scene;
  const images = await mosaic.getImages({ sessionId });
  expect(images.map(({ type }) => type).sort()).toEqual(['document_front', 'selfie']);
  const [first] = images;
  const { bytes, mediaType } = await mosaic.getImage({ sessionId, imageId: first?.id ?? '' });
  expect(mediaType).toBe('image/jpeg');
  expect(bytes.length).toBeGreaterThan(10_000);
  await mosaic.deleteVerification({ sessionId });
  await expect(mosaic.getResult({ sessionId })).rejects.toMatchObject({ code: 'not-found' });

  // The same return again, in the same browser: it was used.
  expect(state).not.toBe('');
  await page.reload();
  await backWith(page, 'return-rejected');
  expect(new Set(requests.map((url) => new URL(url).origin))).toEqual(new Set([scene.url, scene.sandboxUrl]));
  expect(complaints).toEqual([]);
});

test('a check that was begun at a computer is made on a phone, and the computer comes back', async () => {
  const { page, identity, complaints } = await scene.sit({ viewport: { width: 1280, height: 800 } });
  await setOff(page);
  const begun = page.waitForResponse((response) => response.url().endsWith('/processes') && response.ok());
  await identity.agree();
  await begun;
  const made = page.waitForResponse((response) => response.url().endsWith('/handover') && response.status() === 201);
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  const { url } = (await (await made).json()) as { readonly url: string };

  const { page: phone, identity: onPhone } = await scene.sit();
  await phone.goto(url);
  await phone.getByRole('button', { name: 'Continue on this phone' }).click();
  await page.getByRole('button', { name: 'Yes, this is my phone' }).click();
  // What was agreed to at the computer is asked of whoever holds the phone; what was chosen there is not.
  await onPhone.agree();
  await onPhone.until('processing');
  await backWith(page, 'allow');
  await expect(phone.getByText('Your computer continues by itself.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('another face than the passport’s is challenged', async () => {
  await scene.arm(ONE_ATTEMPT);
  const person = await scene.sit({ shows: 'other-face' });
  await beVerified(person);
  await backWith(person.page, 'challenge');
  const [branch] = scene.branches;
  expect(branch).toMatchObject({ kind: 'challenge', result: { recommendation: 'CHALLENGE' } });
});

test('a passport that has expired is challenged', async () => {
  await scene.arm(ONE_ATTEMPT);
  const person = await scene.sit({ shows: 'expired' });
  await beVerified(person);
  await backWith(person.page, 'challenge');
});

test('who gives up is led back at once, and the step’s error branch is taken', async () => {
  const { page } = await scene.sit();
  await setOff(page);
  await giveUp(page);
  await backWith(page, 'error');
  expect(scene.branches).toMatchObject([{ kind: 'error', error: { code: 'session-ended' } }]);
  expect(Object.keys(query(page)).sort()).toEqual(['order', 'sessionId', 'state']);
});

test('a person whose time runs out is told so, and led back', async () => {
  const { page } = await scene.sit();
  await page.clock.install();
  await setOff(page);
  await expect(page.locator('id-verification')).toBeVisible();
  scene.advance(31 * 60_000);
  // The page's time stands then, so that what it says before it leads on can be read.
  await page.clock.pauseAt(Date.now() + 31 * 60_000);
  await expect(page.getByRole('heading', { name: 'The time for this check is over' })).toBeVisible();
  await page.clock.resume();
  await backWith(page, 'error');
});

test('the return of another person’s check is begun anew, not believed', async () => {
  const [anna, mallory] = [await scene.sit(), await scene.sit()];
  await setOff(anna.page);
  await giveUp(anna.page);
  await backWith(anna.page, 'error');
  await setOff(mallory.page);
  await expect(mallory.page.locator('id-verification')).toBeVisible();
  await mallory.page.goto(anna.page.url());
  await expect(mallory.page.getByRole('heading', { name: 'Nothing to do: foreign' })).toBeVisible();
  expect(scene.branches).toHaveLength(1);
});
