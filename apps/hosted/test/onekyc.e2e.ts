import { expect, test } from '@playwright/test';
import { INDONESIAN } from '@bonafide/testkit/specimens';
import { openScene, type Scene, type SceneOptions } from './onekyc-scene.ts';

let scene: Scene | null = null;

test.afterEach(async () => {
  await scene?.close();
  scene = null;
});

/** A person on the hosted page of a fresh check. */
async function arrive(options: SceneOptions = {}): Promise<Scene> {
  scene = await openScene(options);
  await scene.page.goto(scene.launchUrl);
  return scene;
}

const query = (url: URL) => Object.fromEntries(url.searchParams);

test('a moving face goes from the launch address to the decision and back, and the secret is seen by nobody', async () => {
  const { page, selfie, launchUrl, correlationId, oneKyc, openStranger, requests, complaints, returned, partnerUrl } =
    await arrive();
  const token = launchUrl.split('token=')[1] ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await expect(page.getByText('3 attempts left')).toBeVisible();
  await expect(page.getByText('15 minutes left')).toBeVisible();
  expect(page.url()).toMatch(/#\/check\/[0-9a-f-]{36}$/);
  await selfie.agree();
  const address = await returned();
  expect(`${address.origin}${address.pathname}`).toBe(`${partnerUrl}/done`);
  expect(query(address)).toEqual({ order: '7', status: 'COMPLETED', partner_session_id: correlationId });

  const details = await oneKyc.getSubmissionDetails({ correlationId });
  expect(details.status).toBe('COMPLETED');
  const evidence = details.submissionDetails?.verificationResults?.liveness?.evidence;
  expect(evidence?.clientScore).toBeGreaterThan(0);
  expect(evidence?.reasons.length).toBeGreaterThan(0);
  expect(details.submissionDetails).not.toHaveProperty('x-bonafide');

  expect(requests.filter((url) => url.includes(token))).toEqual([]);
  expect(new Set(requests.map((url) => new URL(url).origin)).size).toBe(2);
  expect(complaints).toEqual([]);

  // The same address in another browser, which has no cookie: it was used.
  const stranger = await openStranger();
  await stranger.goto(launchUrl);
  await expect(stranger.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
});

test('a rejection leads back as an approval does, and a reload goes on', async () => {
  const { page, selfie, correlationId, oneKyc, returned } = await arrive({
    scenario: {
      attempts: 1,
      processingMs: 4_000,
      outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_LIVE' },
    },
  });
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 attempt left')).toBeVisible();
  const handedIn = page.waitForResponse((response) => response.url().endsWith('/verification') && response.ok());
  await selfie.agree();
  await handedIn;
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your pictures are being checked' })).toBeVisible();
  expect(query(await returned())).toEqual({ order: '7', status: 'COMPLETED', partner_session_id: correlationId });
  const details = await oneKyc.getSubmissionDetails({ correlationId });
  expect(details).toMatchObject({ result: 'INVALID', reasonCode: 'NOT_LIVE' });
});

test('a person who cancels is asked once, and is led back', async () => {
  const { page, correlationId, returned, partnerUrl } = await arrive();
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
  const address = await returned();
  expect(`${address.origin}${address.pathname}`).toBe(`${partnerUrl}/failed`);
  expect(query(address)).toEqual({
    status: 'ERROR',
    partner_session_id: correlationId,
    error_code: 'USER_CANCELLED',
  });
});

test('a lost answer costs nothing, and a check that leads nowhere says that the window can be closed', async () => {
  scene = await openScene();
  const { page, launchUrl } = scene;
  let exchanges = 0;
  await page.route('**/hosted/api/claims', async (route) => {
    exchanges += 1;
    if (exchanges > 1) return route.continue();
    // It got there, and its answer did not get back.
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.route('**/hosted/api/checks/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), redirectUrl: null } });
  });
  await page.goto(launchUrl);
  await expect(page.locator('selfie-liveness')).toBeVisible();
  expect(exchanges).toBe(2);
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
  await expect(page.getByRole('heading', { name: 'The check was cancelled' })).toBeVisible();
  // What had the focus is gone: the words have it.
  await expect(page.locator('#message')).toBeFocused();
  await expect(page.getByText('You can close this window.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
});

test('a check whose time runs out says so, and leads back', async () => {
  const { page, correlationId, returned } = await arrive({ secondsToExpiry: 6 });
  await expect(page.getByText('Less than a minute left')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The time for this check is over' })).toBeVisible();
  expect(query(await returned())).toEqual({
    status: 'ERROR',
    partner_session_id: correlationId,
    error_code: 'SESSION_TIMEOUT',
  });
});

test('a document is asked for in the language of the flow, with the same way out', async () => {
  const { page, complaints, returned } = await arrive({ flow: 'KTP_SCAN', locale: 'id_ID', theme: 'DARK_MODE' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await expect(page.locator('id-verification').getByRole('button', { name: /setuju/i })).toBeVisible();
  await page.getByRole('button', { name: 'Batalkan', exact: true }).last().click();
  await page.getByRole('button', { name: 'Ya, batalkan' }).click();
  expect(query(await returned())['error_code']).toBe('USER_CANCELLED');
  expect(complaints).toEqual([]);
});

test('a card and its holder are compared, and what was read is there for the partner', async () => {
  const { identity, correlationId, oneKyc, returned, complaints } = await arrive({
    flow: 'KYC_LITE',
    shows: 'ktp-and-face',
  });
  await identity.agree();
  await identity.press('keep');
  expect(query(await returned())).toMatchObject({ status: 'COMPLETED', partner_session_id: correlationId });
  const { result, submissionDetails } = await oneKyc.getSubmissionDetails({ correlationId });
  expect(result).toBe('VALID');
  expect(submissionDetails?.ktpData).toMatchObject({ nik: INDONESIAN.nik, name: INDONESIAN.name });
  expect(submissionDetails?.verificationResults?.faceMatch?.result).toBe(true);
  expect(complaints).toEqual([]);
});
