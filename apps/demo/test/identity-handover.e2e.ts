import type { AssureProcess } from '@bonafide/contracts/assure';
import { expect, test } from '@playwright/test';
import { ENDS, WAIT } from './identity-journey.ts';
import { joinWith, openComputer, openPhone } from './handover.ts';

const shots = process.env['HANDOVER_SHOTS'];
const shoot = async (page: { screenshot(options: { path: string }): Promise<unknown> }, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
};

test('a check goes on on a phone, from a computer without a camera to accepted', async () => {
  const { scene, page, link, until } = await openComputer();
  const element = page.locator('id-verification');
  try {
    await until('shown');
    await shoot(page, 'computer-1-link');
    const address = await link();
    const answer = page.waitForResponse((response) => response.url().includes('/api/identity-decisions/'), {
      timeout: 150_000,
    });
    const phone = await openPhone(address);
    try {
      await shoot(phone.page, 'phone-1-opened');
      await test.step('the link’s secret is gone from the address', () => {
        expect(new URL(phone.page.url()).hash).toBe('');
        expect(new URL(address).hash).toMatch(/^#handover=/);
      });
      await test.step('both screens show the same number, and the phone waits for the word', async () => {
        const number = await joinWith(phone);
        await until('joined');
        await expect(element.getByText(number, { exact: true })).toBeVisible();
        await expect(phone.page.locator('id-verification')).toHaveCount(0);
        await shoot(page, 'computer-2-joined');
        await shoot(phone.page, 'phone-2-number');
      });
      await test.step('the link does not open twice', async () => {
        const thief = await phone.page.context().newPage();
        await thief.goto(address);
        await thief.getByRole('button', { name: 'Go on with this phone' }).click();
        await expect(thief.getByRole('heading', { name: 'This link was used before' })).toBeVisible();
        await expect(thief.getByText('It opens once.')).toBeVisible();
        await shoot(thief, 'phone-3-second');
        await thief.close();
        await expect(element.getByRole('button', { name: 'Yes, this is my phone' })).toBeVisible();
      });
      await element.getByRole('button', { name: 'Yes, this is my phone' }).click();
      await until('connected');
      await shoot(page, 'computer-3-connected');
      await phone.identity.agree();
      await phone.identity.choose('passport');
      await phone.identity.until('capturing-front', WAIT);
      await shoot(phone.page, 'phone-4-capture');
      expect(await phone.identity.until(ENDS, WAIT)).toBe('passed');
      await shoot(phone.page, 'phone-5-passed');
      expect(await phone.cookies()).toBe(0);
      await until('passed');
      await shoot(page, 'computer-4-passed');
      const { status, finalResult } = (await (await answer).json()) as AssureProcess;
      expect([status, finalResult?.documentNumber]).toEqual(['accepted', 'U4L07K512']);
      await phone.identity.press('close');
      await expect(phone.page.getByRole('heading', { name: 'You can close this page' })).toBeVisible();
    } finally {
      await phone.close();
    }
    const [, secret = ''] = new URL(address).hash.split('.');
    expect(secret.length).toBe(43);
    expect(scene.backendLog.join('\n')).not.toContain(secret);
    // The refusal of the second opening was the other page's.
    expect(scene.complaints).toEqual([]);
  } finally {
    await scene.close();
  }
});

test('a link that nobody opens in time runs out on both sides, and a new one is a press away', async () => {
  const { scene, page, link, until } = await openComputer({ handOverLinkMs: 8_000 });
  const element = page.locator('id-verification');
  try {
    const address = await link();
    const phone = await openPhone(address);
    try {
      await until('expired');
      await shoot(page, 'computer-5-expired');
      await phone.page.getByRole('button', { name: 'Go on with this phone' }).click();
      await expect(phone.page.getByRole('heading', { name: 'This link has run out' })).toBeVisible();
      await shoot(phone.page, 'phone-6-expired');
    } finally {
      await phone.close();
    }
    await element.getByRole('button', { name: 'Make a new link' }).click();
    await until('shown');
    expect(await link()).not.toBe(address);
  } finally {
    await scene.close();
  }
});

test('a phone that is not the person’s is sent away, and a check that is taken back ends on the phone', async () => {
  const { scene, page, link, until } = await openComputer();
  const element = page.locator('id-verification');
  try {
    const phone = await openPhone(await link());
    try {
      await joinWith(phone);
      await until('joined');
      await element.getByRole('button', { name: 'No, make a new link' }).click();
      await expect(phone.page.getByRole('heading', { name: 'Go on at your computer' })).toBeVisible();
      await until('shown');

      const address = await link();
      await phone.page.goto(address);
      // Its script has run once the secret is gone from the address.
      await expect.poll(() => new URL(phone.page.url()).hash).toBe('');
      await phone.page.reload();
      await expect(phone.page.getByRole('heading', { name: 'Open the link on your computer' })).toBeVisible();
      await phone.page.goto(address);
      await joinWith(phone);
      await until('joined');
      await element.getByRole('button', { name: 'Yes, this is my phone' }).click();
      await phone.identity.agree();
      await phone.identity.choose('passport');
      await element.getByRole('button', { name: 'Continue here instead' }).click();
      // Somebody is at it on the phone: it asks once more.
      await expect(element.getByText('Interrupt your phone?')).toBeVisible();
      await element.locator('[data-action=back]').click();
      await until('consent');
      // Its first picture is the first that is asked of the backend.
      const words = phone.identity.locator.getByRole('heading', { name: 'Go on at your computer' });
      await expect(words).toBeVisible();
      await shoot(phone.page, 'phone-7-taken-back');
      await shoot(page, 'computer-6-taken-back');
    } finally {
      await phone.close();
    }
  } finally {
    await scene.close();
  }
});

test('a person who stops on the phone finds the computer told, with a way on', async () => {
  const { scene, page, link, until } = await openComputer();
  const element = page.locator('id-verification');
  try {
    const phone = await openPhone(await link());
    try {
      await joinWith(phone);
      await until('joined');
      await element.getByRole('button', { name: 'Yes, this is my phone' }).click();
      await phone.identity.agree();
      await phone.identity.choose('passport');
      const words = phone.page.getByRole('heading', { name: 'You have stopped the check' });
      await phone.page.locator('id-verification').press('Escape');
      const sure = phone.page.locator('id-verification').getByRole('button', { name: 'Stop the check' }).last();
      // Where nothing would be lost it does not ask.
      await expect(words.or(sure).first()).toBeVisible();
      if (!(await words.isVisible())) await sure.click();
      await expect(words).toBeVisible();
      await until('left');
      await expect(element.getByRole('heading', { name: 'Stopped on your phone' })).toBeVisible();
      await shoot(page, 'computer-7-left');
      await shoot(phone.page, 'phone-8-stopped');
    } finally {
      await phone.close();
    }
    await element.getByRole('button', { name: 'Make a new link' }).click();
    await until('shown');
    await element.getByRole('button', { name: 'Continue here instead' }).click();
    await until('consent');
  } finally {
    await scene.close();
  }
});
