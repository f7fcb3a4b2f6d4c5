import type { AssureProcess } from '@bonafide/contracts/assure';
import { expect, test, type Response } from '@playwright/test';
import { type SceneOptions, UTOPIAN } from '@bonafide/testkit/specimens';
import { photographDocument, portraitOfHead } from './identity-camera.ts';
import { ENDS, WAIT } from './identity-journey.ts';
import { openScene, type Scene } from './scene.ts';

// What the camera screen does not let pass by itself can still be handed in as a file, by somebody who insists. What becomes of
// it is the gateway's word.

const DESK = { width: 1920, height: 1080, surface: 'stone', spanRatio: 0.6 } as const satisfies SceneOptions;

const SUSPECTED = { result: 'consider', subResult: 'suspected', visualAuthenticity: 'consider' } as const;

interface Seen {
  /** How often the page said no before it let the file through. */
  readonly refusals: number;
  readonly end: string;
  readonly process: AssureProcess;
}

/** One check whose passport is a file, and whose face is the camera's. */
async function handIn({ page, identity }: Scene, file: Buffer): Promise<Seen> {
  let created: Response | null = null;
  page.on('response', (response) => {
    if (response.url().endsWith('/api/identity/processes')) created ??= response;
  });
  await page.getByRole('button', { name: 'Begin the check' }).click();
  await identity.agree();
  await identity.choose('passport');
  let refusals = 0;
  for (;;) {
    await identity.document.locator.locator('input[type=file]').setInputFiles({
      name: 'passport.jpg',
      mimeType: 'image/jpeg',
      buffer: file,
    });
    const next = await page.waitForFunction(() => {
      const { state } = document.querySelector('id-verification') as unknown as { readonly state: string };
      if (state !== 'capturing-front') return state;
      const step = document.querySelector('id-verification')?.shadowRoot?.querySelector('document-capture');
      const inner = (step as unknown as { readonly state?: string } | null)?.state;
      return inner === 'refused' || inner === 'error' ? inner : false;
    });
    const state = String(await next.jsonValue());
    if (state === 'refused') refusals += 1;
    // On a busy machine the camera, which sees no document, may have given up before the file was looked at.
    else if (state !== 'error') break;
    await identity.document.locator.locator('button[data-kind=primary]').click();
  }
  await identity.until('capturing-selfie', WAIT);
  // No camera was asked for yet: the person is told what comes before it is.
  await identity.selfie.begin();
  const end = await identity.until(ENDS, WAIT);
  const { processId } = (await processOf(created, end).json()) as { readonly processId: string };
  const answer = await page.request.get(new URL(`/api/identity-decisions/${processId}`, page.url()).href);
  return { refusals, end, process: (await answer.json()) as AssureProcess };
}

/** Where a check ended without a process, its end is what the test shall say. */
function processOf(created: Response | null, end: string): Response {
  if (created === null) throw new Error(`the check ended in ${end}, and no process was begun`);
  return created;
}

/** Hands one picture of a passport in, in a browser of its own. */
async function handInOne(options: SceneOptions): Promise<Seen> {
  const scene = await openScene({ subject: 'talking-head' });
  try {
    const { page } = scene;
    const passport = { kind: 'passport', holder: UTOPIAN, portrait: await portraitOfHead() } as const;
    const file = await photographDocument(passport, { ...DESK, ...options });
    await page.locator('#check').selectOption('identity');
    await page.locator('#issuer').selectOption('UTO');
    return await handIn(scene, file);
  } finally {
    await scene.close();
  }
}

test('a file of a good passport is accepted: what follows is about what is wrong', async () => {
  const { refusals, end, process } = await handInOne({});
  expect([refusals, end, process.status]).toEqual([0, 'passed', 'accepted']);
});

test('a file of a blurred one is refused twice by the page, rejected by the gateway, and asked for again', async () => {
  const { refusals, end, process } = await handInOne({ blurPx: 9 });
  expect([refusals, end, process.status]).toEqual([2, 'recapture', 'rejected']);
  expect(process.providerSpecific?.documentVerification).toMatchObject({
    result: 'consider',
    subResult: 'rejected',
    imageIntegrity: 'consider',
  });
  expect(process.providerSpecific?.documentVerification).not.toHaveProperty('documentNumber');
});

test('a file of a photocopy is refused twice by the page, and suspected by the gateway', async () => {
  const { refusals, end, process } = await handInOne({ medium: 'photocopy' });
  expect([refusals, end, process.status]).toEqual([2, 'review', 'inconclusive']);
  expect(process.providerSpecific?.documentVerification).toMatchObject(SUSPECTED);
});

test('a file of one on a screen is suspected by the gateway, whether or not the page sees it', async () => {
  const { end, process } = await handInOne({ medium: 'screen' });
  expect([end, process.status]).toEqual(['review', 'inconclusive']);
  expect(process.providerSpecific?.documentVerification).toMatchObject(SUSPECTED);
  expect(process.finalResult).toBeUndefined();
});
