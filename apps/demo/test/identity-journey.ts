import type { AssureProcess } from '@bonafide/contracts/assure';
import type { IdentityDriver } from '@bonafide/testkit/playwright';
import type { Page } from '@playwright/test';
import type { IdentitySubject } from './identity-camera.ts';
import { openScene, watchCameras, type Scene } from './scene.ts';

/** One identity check, from the demo's button on, as a person with a fake camera goes through it. */
export interface IdentityJourney {
  readonly scene: Scene;
  readonly page: Page;
  readonly identity: IdentityDriver;
  /** What the backend read at the gateway, once the page has asked for it. */
  readonly decision: () => Promise<AssureProcess>;
}

/** What an identity check can end in. */
export const ENDS = ['passed', 'review', 'failed', 'recapture', 'expired', 'cancelled', 'error'] as const;

/** For a step with real processing, on a machine that does much else at once. */
export const WAIT = { timeoutMs: 150_000 } as const;

/** Opens the demo, gives consent, and chooses the document. */
export async function beginIdentityCheck(
  subject: IdentitySubject,
  documentType: 'passport' | 'identityCard' = 'passport',
): Promise<IdentityJourney> {
  const scene = await openScene({ subject: { identity: subject } });
  const { page, identity } = scene;
  await watchCameras(scene.context);
  await page.reload();
  const answer = page.waitForResponse((response) => response.url().includes('/api/identity-decisions/'), {
    timeout: 240_000,
  });
  // A check that ends without a decision leaves nobody waiting for one.
  answer.catch(() => undefined);
  await page.locator('#check').selectOption('identity');
  await page.locator('#issuer').selectOption('UTO');
  await page.getByRole('button', { name: 'Begin the check' }).click();
  await identity.agree();
  await identity.choose(documentType);
  return { scene, page, identity, decision: async () => (await (await answer).json()) as AssureProcess };
}
