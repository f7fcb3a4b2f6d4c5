import { expect, type Page, test } from '@playwright/test';
import { openScene, type Scene, type SceneOptions } from './onekyc-scene.ts';
import { readQrCode } from './read-qr-code.ts';

let scene: Scene | null = null;

test.afterEach(async () => {
  await scene?.close();
  scene = null;
});

/** A person at a computer, with a check open before them, and a phone beside it. */
async function arrive(options: SceneOptions = {}): Promise<Scene & { readonly phone: Page }> {
  scene = await openScene({ viewport: { width: 1280, height: 800 }, ...options });
  await scene.page.goto(scene.launchUrl);
  await expect(scene.page.locator('selfie-liveness')).toBeVisible();
  const phone = await scene.openStranger({ width: 390, height: 844 });
  return { ...scene, phone };
}

/** Points the phone at the code, opens what it says, and goes on there. */
async function scan(page: Page, phone: Page): Promise<string> {
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  const code = page.getByRole('img', { name: 'QR code with a link for your phone' });
  await expect(code).toBeVisible();
  // What a phone's camera sees, not what the page knows.
  const url = await readQrCode(`data:image/png;base64,${(await code.screenshot()).toString('base64')}`);
  await phone.goto(url);
  await phone.getByRole('button', { name: 'Continue on this phone' }).click();
  await expect(phone.getByRole('heading', { name: 'Is this number on your computer?' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Is this your phone?' })).toBeVisible();
  const number = await phone.locator('#code-value').textContent();
  expect(number).toMatch(/^\d{4}$/);
  await expect(page.locator('#code-value')).toHaveText(number ?? '');
  return url;
}

const yes = (page: Page) => page.getByRole('button', { name: 'Yes, this is my phone' }).click();

test('a check goes from the computer to a phone, is made there, and leads the computer back', async () => {
  const { page, phone, returned, correlationId, oneKyc, openStranger, requests, complaints } = await arrive();
  const url = await scan(page, phone);
  const token = url.split('token=')[1] ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  // The link is in no address any more, and opens no second phone.
  expect(phone.url()).not.toContain(token);
  const stranger = await openStranger();
  await stranger.goto(url);
  await stranger.getByRole('button', { name: 'Continue on this phone' }).click();
  await expect(stranger.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();

  await yes(page);
  await expect(page.getByRole('heading', { name: 'Your phone has the check' })).toBeVisible();
  await expect(phone.locator('selfie-liveness')).toBeVisible();
  expect(phone.url()).toMatch(/#\/phone\/[0-9a-f-]{36}$/);
  // A reload of either goes on where it was.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your phone has the check' })).toBeVisible();
  await phone.reload();
  await phone.locator('selfie-liveness').getByRole('button', { name: /agree/i }).click();
  const address = await returned();
  expect(Object.fromEntries(address.searchParams)).toEqual({
    order: '7',
    status: 'COMPLETED',
    partner_session_id: correlationId,
  });
  await expect(phone.getByText('Your computer continues by itself. You can close this page.')).toBeVisible();
  const details = await oneKyc.getSubmissionDetails({ correlationId });
  expect(details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
  expect(details.submissionDetails).not.toHaveProperty('x-bonafide');
  expect(requests.filter((asked) => asked.includes(token))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a check that is taken back goes on at the computer, and the phone says so', async () => {
  const { page, phone, returned } = await arrive();
  await scan(page, phone);
  await yes(page);
  await expect(phone.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Continue here instead' }).click();
  await expect(phone.getByRole('heading', { name: 'Continue at your computer' })).toBeVisible();
  await page.locator('selfie-liveness').getByRole('button', { name: /agree/i }).click();
  expect((await returned()).searchParams.get('status')).toBe('COMPLETED');
});

test('a phone that is not the person’s gets nothing, and a cancelled check ends on both', async () => {
  const { page, phone, returned } = await arrive();
  await scan(page, phone);
  await page.getByRole('button', { name: 'No, make a new link' }).click();
  await expect(page.getByRole('img', { name: 'QR code with a link for your phone' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue here', exact: true }).click();
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await scan(page, phone);
  await yes(page);
  await expect(phone.locator('selfie-liveness')).toBeVisible();
  await phone.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await phone.getByRole('button', { name: 'Cancel the check' }).click();
  await expect(phone.getByRole('heading', { name: 'The check was cancelled' })).toBeVisible();
  expect((await returned()).pathname).toBe('/failed');
});
