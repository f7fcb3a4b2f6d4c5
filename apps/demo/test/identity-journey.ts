import type { AssureProcess } from '@bonafide/contracts/assure';
import type { Page } from '@playwright/test';
import type { IdentitySubject } from './identity-camera.ts';
import { openScene, watchCameras, type Scene } from './scene.ts';

/** One identity check, from the demo's button to its end, as a person with a fake camera goes through it. */
export interface IdentityJourney {
  readonly scene: Scene;
  readonly page: Page;
  /** Every phase that the element went through, in order. */
  readonly phases: () => Promise<readonly string[]>;
  /** Clicks through whatever comes until the element is in one of the phases, and says in which. */
  readonly until: (phases: readonly string[]) => Promise<string>;
  /** What the backend read at the gateway, once the page has asked for it. */
  readonly decision: () => Promise<AssureProcess>;
}

const TITLES = { passport: 'Passport', 'identity-card': 'Identity card' } as const;

/** Opens the demo, chooses the document, and gives consent. */
export async function beginIdentityCheck(
  subject: IdentitySubject,
  kind: keyof typeof TITLES = 'passport',
): Promise<IdentityJourney> {
  const scene = await openScene({ subject: { identity: subject } });
  const { page } = scene;
  await watchCameras(scene.context);
  await page.reload();
  const answer = page.waitForResponse((response) => response.url().includes('/api/identity-decisions/'), {
    timeout: 240_000,
  });
  // A check that ends without a decision leaves nobody waiting for one.
  answer.catch(() => undefined);
  await recordPhases(page);
  await page.locator('#check').selectOption('identity');
  await page.locator('#issuer').selectOption('UTO');
  await page.getByRole('button', { name: 'Begin the check' }).click();
  await agreeAndChoose(page, kind);
  return {
    scene,
    page,
    phases: () => seenPhases(page),
    until: (phases) => clickThrough(page, phases),
    decision: async () => (await (await answer).json()) as AssureProcess,
  };
}

/** Gives consent and says which document it is. */
export async function agreeAndChoose(page: Page, kind: keyof typeof TITLES): Promise<void> {
  const element = page.locator('id-verification');
  await element.getByRole('button', { name: 'Agree and continue' }).click();
  await element.getByText(TITLES[kind], { exact: true }).click();
  await element.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** From now on the page remembers every phase of the element. */
export async function recordPhases(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    if (!('seenPhases' in globalThis)) {
      document.addEventListener('idv-state', (event) => {
        const { seenPhases } = globalThis as unknown as { readonly seenPhases: string[] };
        seenPhases.push((event as Event & { readonly detail: { readonly to: string } }).detail.to);
      });
    }
    Object.assign(globalThis, { seenPhases: seen });
  });
}

export function seenPhases(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { readonly seenPhases: string[] }).seenPhases);
}

/** The button that a person presses in each phase that waits for one. */
const BUTTONS: Readonly<Record<string, RegExp>> = {
  flipping: /^Continue$/,
  reviewing: /^Looks good$/,
};

/** Clicks through whatever comes until the element is in one of the phases, and says in which. */
export async function clickThrough(page: Page, wanted: readonly string[]): Promise<string> {
  const element = page.locator('id-verification');
  for (;;) {
    const handle = await page.waitForFunction(
      (phases) => {
        const element = document.querySelector('id-verification') as unknown as { readonly state: string } | null;
        return element !== null && phases.includes(element.state) ? element.state : false;
      },
      [...wanted, ...Object.keys(BUTTONS)],
      { timeout: 150_000 },
    );
    const phase = String(await handle.jsonValue());
    if (wanted.includes(phase)) return phase;
    const button = element.getByRole('button', { name: BUTTONS[phase] ?? /./ });
    // It may have gone on by itself meanwhile.
    await button.click({ timeout: 2_000 }).catch(() => undefined);
    await page.waitForTimeout(300);
  }
}

/** What an identity check can end in. */
export const ENDS = ['passed', 'review', 'failed', 'recapture', 'expired', 'cancelled', 'error'] as const;
