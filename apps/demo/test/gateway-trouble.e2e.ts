import { expect, test } from '@playwright/test';
import { openScene, type Scene } from './scene.ts';

/** Runs the check with the gateway playing a script, up to one of the phases. */
async function withScript(name: string, run: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene({ subject: 'talking-head' });
  try {
    await scene.page.getByLabel('Gateway').selectOption(name);
    await scene.begin();
    await run(scene);
  } finally {
    await scene.close();
  }
}

test('a storm of 5xx answers: the check goes on behind it', async () => {
  await withScript('server-errors', async ({ page, selfie }) => {
    await selfie.until(['passed', 'failed']);
    await expect(page.locator('#log')).toContainText('503');
  });
});

test('a token that runs out in mid-flow: the page gets a new one, and the check goes on', async () => {
  await withScript('token-expires', async ({ selfie, backendLog }) => {
    await selfie.until(['passed', 'failed']);
    expect(backendLog.filter((line) => line.startsWith('initiateFlow'))).toHaveLength(2);
    expect(backendLog.filter((line) => line.startsWith('partnerToken'))).toHaveLength(1);
  });
});

test('quota exhausted: it says so, offers no dead button, and ends', async () => {
  await withScript('quota-exhausted', async ({ selfie }) => {
    await selfie.until(['failed', 'error']);
    await expect(selfie.locator.getByRole('heading')).toBeVisible();
    await expect(selfie.button('retry')).toHaveCount(0);
  });
});

test('the gateway wants another picture: a working retry takes it and passes', async () => {
  await withScript('recapture', async ({ selfie }) => {
    await selfie.until('failed');
    await selfie.retry();
    await selfie.until('passed');
    expect(selfie.states().filter((state) => state === 'submitting')).toHaveLength(2);
  });
});

test('a callback that is lost: the page and the backend get there without it', async () => {
  await withScript('lost-callback', async ({ page, selfie, backendLog }) => {
    await selfie.until(['passed', 'failed']);
    await expect(page.locator('#details-verdict')).toContainText('COMPLETED');
    expect(backendLog.some((line) => line.startsWith('callback'))).toBe(false);
  });
});
