import { readCaptureReturn, toOutcome } from '@bonafide/partner-server/assure';
import { expect, type Page, test } from '@playwright/test';
import { type AssureScene, openAssureScene } from './assure-scene.ts';
import type { Person } from './open-person.ts';

let scene: AssureScene;

test.beforeAll(async () => {
  scene = await openAssureScene();
});
test.afterEach(() => scene.clear());
test.afterAll(() => scene.close());

/** Through consent, both cameras, and back to the partner. */
async function beCaptured({ page, identity }: Person): Promise<URL> {
  await identity.agree();
  await identity.until('processing');
  return cameBack(page);
}

async function cameBack(page: Page): Promise<URL> {
  await page.waitForURL(`${scene.url}/**`);
  return new URL(page.url());
}

const query = (url: URL) => Object.fromEntries(url.searchParams);
const wait = { timeoutMs: 60_000 } as const;

test('a passport and its holder: captured, notified, accepted, handed over whole, and gone', async () => {
  const { assure } = scene;
  const { dossierId, processId, address } = await scene.begin();
  const person = await scene.sit();
  const { page, requests, complaints } = person;
  await page.goto(address);
  const back = await beCaptured(person);
  expect(`${back.origin}${back.pathname}`).toBe(`${scene.url}/done`);
  expect(query(back)).toEqual({ order: '7', dossierId, processId, status: 'processing' });
  expect(readCaptureReturn(back)).toMatchObject({ dossierId, processId });

  const key = { dossierId, processId };
  const process = await assure.waitForProcess({ ...key, ...wait });
  expect(process).toMatchObject({
    status: 'accepted',
    finalResult: { firstName: 'MIRA SOLENE', documentNumber: 'U4L07K512' },
    providerSpecific: {
      documentVerification: { result: 'clear', documentType: 'passport' },
      facialSimilarity: { result: 'clear', faceComparison: 'clear' },
    },
  });
  expect(toOutcome({ from: 'process', body: process })).toMatchObject({ decision: 'accepted', terminal: true });
  await expect.poll(() => scene.notices.length).toBeGreaterThan(0);
  for (const body of scene.notices) {
    expect(body).toContain(processId);
    // It says that there is something to read, and nothing of whom.
    expect(body).not.toMatch(/RAFAELSEN|U4L07K512/);
  }

  const parts: Uint8Array[] = [];
  await assure.downloadFullResult({
    ...key,
    ...wait,
    to: new WritableStream<Uint8Array>({ write: (part) => void parts.push(part) }),
  });
  expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe('PK');
  await assure.deleteDossier({ dossierId });
  await expect(assure.getProcess(key)).rejects.toMatchObject({ code: 'not-found' });
  await expect(assure.getImage({ ...key, depiction: 'SELFIE' })).rejects.toMatchObject({ code: 'not-found' });

  expect(new Set(requests.map((url) => new URL(url).origin))).toEqual(new Set([scene.url, scene.sandboxUrl]));
  expect(complaints).toEqual([]);
});

test('another face than the passport’s is inconclusive', async () => {
  const { dossierId, processId, address } = await scene.begin({ attempts: 1 });
  const person = await scene.sit({ shows: 'other-face' });
  await person.page.goto(address);
  await beCaptured(person);
  const process = await scene.assure.waitForProcess({ dossierId, processId, ...wait });
  expect(process).toMatchObject({
    status: 'inconclusive',
    providerSpecific: { facialSimilarity: { faceComparison: 'consider' } },
  });
});

test('who gives up has canceled, and is led back at once', async () => {
  const { dossierId, processId, address } = await scene.begin();
  const { page } = await scene.sit();
  await page.goto(address);
  await expect(page.locator('id-verification')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
  expect(query(await cameBack(page))).toEqual({ order: '7', dossierId, processId, status: 'canceled' });
  expect(await scene.assure.getProcess({ dossierId, processId })).toMatchObject({ status: 'canceled' });
});

test('a person whose time runs out is told so, and the process has failed', async () => {
  const { dossierId, processId, address } = await scene.begin();
  const { page } = await scene.sit();
  await page.clock.install();
  await page.goto(address);
  await expect(page.locator('id-verification')).toBeVisible();
  scene.advance(31 * 60_000);
  // The page's time stands then, so that what it says before it leads on can be read.
  await page.clock.pauseAt(Date.now() + 31 * 60_000);
  await expect(page.getByRole('heading', { name: 'The time for this check is over' })).toBeVisible();
  await page.clock.resume();
  expect(query(await cameBack(page))).toMatchObject({ order: '7', dossierId, processId, status: 'failed' });
  expect(await scene.assure.getProcess({ dossierId, processId })).toMatchObject({
    status: 'failed',
    failReason: { type: 'timeout' },
  });
});
