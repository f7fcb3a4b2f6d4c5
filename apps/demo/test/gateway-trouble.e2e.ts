import { expect, test } from '@playwright/test';
import { beginCheck, openScene, phaseOf, type Scene } from './scene.ts';

/** Runs the check with the gateway playing a script, up to one of the phases. */
async function withScript(name: string, run: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene({ subject: 'talking-head' });
  try {
    await scene.page.getByLabel('Gateway').selectOption(name);
    await beginCheck(scene.page);
    await run(scene);
  } finally {
    await scene.close();
  }
}

const tryAgain = (scene: Scene) => scene.page.locator('selfie-liveness').getByRole('button', { name: /try again/i });

test('a storm of 5xx answers: the check goes on behind it', async () => {
  await withScript('server-errors', async ({ page }) => {
    await phaseOf(page, ['passed', 'failed']);
    await expect(page.locator('#log')).toContainText('503');
  });
});

test('a token that runs out in mid-flow: the page gets a new one, and the check goes on', async () => {
  await withScript('token-expires', async (scene) => {
    await phaseOf(scene.page, ['passed', 'failed']);
    expect(scene.backendLog.filter((line) => line.startsWith('initiateFlow'))).toHaveLength(2);
    expect(scene.backendLog.filter((line) => line.startsWith('partnerToken'))).toHaveLength(1);
  });
});

test('quota exhausted: it says so, offers no dead button, and ends', async () => {
  await withScript('quota-exhausted', async (scene) => {
    await phaseOf(scene.page, ['failed', 'error']);
    await expect(scene.page.locator('selfie-liveness').getByRole('heading')).toBeVisible();
    await expect(tryAgain(scene)).toHaveCount(0);
  });
});

test('the gateway wants another picture: a working retry takes it and passes', async () => {
  await withScript('recapture', async (scene) => {
    expect(await phaseOf(scene.page, ['passed', 'failed'])).toBe('failed');
    await tryAgain(scene).click();
    await scene.page.waitForFunction(() => {
      const element = document.querySelector('selfie-liveness') as (HTMLElement & { attempt?: number }) | null;
      return element?.attempt === 2;
    });
    await phaseOf(scene.page, ['passed']);
  });
});

test('a callback that is lost: the page and the backend get there without it', async () => {
  await withScript('lost-callback', async ({ page, backendLog }) => {
    await phaseOf(page, ['passed', 'failed']);
    await expect(page.locator('#details-verdict')).toContainText('COMPLETED');
    expect(backendLog.some((line) => line.startsWith('callback'))).toBe(false);
  });
});
