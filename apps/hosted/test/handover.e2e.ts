import { openTestCamera } from '@bonafide/testkit/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openScene, type Scene, type SceneOptions } from './onekyc-scene.ts';
import { readQrCode } from './read-qr-code.ts';

let scene: Scene | null = null;

test.afterEach(async () => {
  await scene?.close();
  scene = null;
});

type Arrival = SceneOptions & { readonly hasCamera?: boolean; readonly hasClipboard?: boolean };

/** One whose plug is pulled gives none of it. */
const CAMERA = { width: 640, height: 480, framesPerSecond: 15 } as const;

/** A person at a computer, with a check open before them, and a phone beside it. */
async function arrive(options: Arrival = {}): Promise<Scene & { readonly phone: Page }> {
  const { hasCamera = true, hasClipboard = true, ...rest } = options;
  scene = await openScene({ viewport: { width: 1280, height: 800 }, ...rest });
  // Of the computer alone: the phone is another browser context.
  if (!hasCamera) await (await openTestCamera(scene.context, CAMERA)).unplug();
  if (!hasClipboard) await scene.context.addInitScript(takeClipboardAway);
  await scene.page.goto(scene.launchUrl);
  await expect(scene.page.locator('selfie-liveness')).toBeVisible();
  const phone = await scene.openStranger({ width: 390, height: 844 });
  return { ...scene, phone };
}

/** As on every page without https. */
function takeClipboardAway(): void {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
}

/** Points the phone at the code, opens what it says, and goes on there. */
async function scan(page: Page, phone: Page): Promise<string> {
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  const code = page.getByRole('img', { name: 'QR code with a link for your phone' });
  await expect(code).toBeVisible();
  // What was pressed is gone: the words have the focus.
  await expect(page.locator('#message')).toBeFocused();
  // What a phone's camera sees, not what the page knows.
  const url = await readQrCode(`data:image/png;base64,${(await code.screenshot()).toString('base64')}`);
  await phone.goto(url);
  await phone.getByRole('button', { name: 'Continue on this phone' }).click();
  await expect(phone.getByRole('heading', { name: 'Is this number on your computer?' })).toBeVisible();
  await expect(phone.locator('#message')).toBeFocused();
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
  await expect(page.locator('#message')).toBeFocused();
  await expect(phone.locator('selfie-liveness')).toBeVisible();
  await expect(phone.locator('selfie-liveness')).toBeFocused();
  expect(phone.url()).toMatch(/#\/phone\/[0-9a-f-]{36}$/);
  // A reload of either goes on where it was.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your phone has the check' })).toBeVisible();
  await phone.reload();
  await phone.locator('selfie-liveness [data-action=accept]').click();
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
  const { page, selfie, phone, returned } = await arrive();
  await scan(page, phone);
  await yes(page);
  await expect(phone.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Continue here instead' }).click();
  await expect(page.locator('selfie-liveness')).toBeFocused();
  await expect(phone.getByRole('heading', { name: 'Continue at your computer' })).toBeVisible();
  await expect(phone.locator('#message')).toBeFocused();
  await selfie.agree();
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

test('a check goes from a computer without a camera to a phone, whatever the computer enlarges', async () => {
  const { page, phone, returned } = await arrive({ hasCamera: false });
  await expect(page.locator('selfie-liveness').getByRole('heading', { name: 'No camera found' })).toBeVisible();
  // A computer's window of 1280 pixels, enlarged to twice the size.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('button', { name: 'Continue on your phone' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Continue on your phone' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await scan(page, phone);
  await yes(page);
  await phone.locator('selfie-liveness [data-action=accept]').click();
  expect((await returned()).searchParams.get('status')).toBe('COMPLETED');
});

test('a link that cannot be copied by a press is there to be copied by hand', async () => {
  const { page, complaints } = await arrive({ hasClipboard: false });
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  const address = page.getByRole('textbox', { name: 'Link for your phone' });
  await expect(address).toHaveValue(/#\/phone-v1\?token=[\w-]{43}$/);
  await expect(address).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await address.inputValue());
  expect(complaints).toEqual([]);
});

test('a check whose pictures are being looked at stays at the computer', async () => {
  const { page, selfie, returned, context } = await arrive({ scenario: 'slow-processing' });
  const handedIn = context.waitForEvent('response', (response) => response.url().endsWith('/verification'));
  await selfie.agree();
  await handedIn;
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  await expect(page.getByRole('heading', { name: 'Your pictures are being checked' })).toBeVisible();
  expect((await returned()).searchParams.get('status')).toBe('COMPLETED');
});

test('a link that is of no more use says so at the computer, and another can be made', async () => {
  const { page, phone, context } = await arrive();
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  await expect(page.getByRole('img', { name: 'QR code with a link for your phone' })).toBeVisible();
  // What another window of this browser may do; time does the same after five minutes.
  const other = await context.newPage();
  await other.goto(page.url());
  await other.evaluate(async () => {
    const [, checkId] = location.hash.split('/check/');
    await fetch(`api/checks/${checkId}/handover`, { method: 'DELETE' });
  });
  await expect(page.getByRole('heading', { name: 'This link has run out' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a new link' }).click();
  await expect(page.getByRole('img', { name: 'QR code with a link for your phone' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue here', exact: true }).click();
  await scan(page, phone);
});
