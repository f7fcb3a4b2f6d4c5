import type { SubmissionDetailsData } from '@bonafide/contracts/onekyc';
import { expect, test } from '@playwright/test';
import { INDONESIAN } from '@bonafide/testkit/specimens';
import type { IdentitySubject } from './identity-camera.ts';
import { ENDS, WAIT } from './identity-journey.ts';
import { liveCameras, openScene, watchCameras, type Scene } from './scene.ts';

// A card photographed in a scene and then a real face, against OneKYC with real processing.

async function withScene(identity: IdentitySubject, run: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene({ subject: { identity } });
  try {
    await watchCameras(scene.context);
    await scene.page.reload();
    await run(scene);
  } finally {
    await scene.close();
  }
}

/** One check, from the demo's button to what the backend read at the end. */
async function runCheck({ page, identity }: Scene, check: 'ktp' | 'ktp-face' | 'face') {
  const before = identity.states().length;
  await page.locator('#check').selectOption(check);
  const answer = page.waitForResponse((response) => response.url().includes('/api/submissions/'), { timeout: 170_000 });
  answer.catch(() => undefined);
  await page.getByRole('button', { name: 'Begin the check' }).click();
  await identity.agree();
  const end = await identity.until(ENDS, WAIT);
  const details = (await (await answer).json()) as SubmissionDetailsData;
  const { verificationResults, ktpData } = details.submissionDetails ?? {};
  return { end, details, verificationResults, ktpData, phases: identity.states().slice(before) };
}

test('a KTP is read; then with the face of its holder; then the face alone beside it', async () => {
  await withScene('ktp', async (scene) => {
    const { page, identity } = scene;
    await test.step('KTP_SCAN: what stands on the card', async () => {
      const { end, details, ktpData, verificationResults, phases } = await runCheck(scene, 'ktp');
      expect(end).toBe('passed');
      expect(details).toMatchObject({ flow: 'KTP_SCAN', status: 'COMPLETED', result: 'VALID' });
      expect(ktpData).toMatchObject({
        nik: INDONESIAN.nik,
        name: INDONESIAN.name,
        dateOfBirth: '14-03-1989',
        gender: 'female',
        district: INDONESIAN.district,
      });
      expect(verificationResults?.referenceImageValidation?.ktp).toMatchObject({ verificationResult: true });
      expect(verificationResults).not.toHaveProperty('liveness');
      // One card is all that there is to choose.
      expect(phases).toEqual([
        'checking',
        'consent',
        'capturing-front',
        'reviewing',
        'submitting',
        'processing',
        'passed',
      ]);
      await expect(page.locator('#details-list')).toContainText(INDONESIAN.nik);
    });
    // From the last screen back to the start.
    await identity.press('close');
    await test.step('FACE_VERIFICATION has nothing to compare with yet, and says so', async () => {
      await page.locator('#check').selectOption('face');
      await page.getByRole('button', { name: 'Begin the check' }).click();
      await expect(page.locator('#source-note')).toContainText('no picture of this user');
    });
    await test.step('KYC_LITE: the portrait on the card is the person', async () => {
      const { end, details, verificationResults, phases } = await runCheck(scene, 'ktp-face');
      expect(end).toBe('passed');
      expect(details).toMatchObject({ flow: 'KYC_LITE', result: 'VALID' });
      expect(verificationResults).toMatchObject({ faceMatch: { result: true }, liveness: { result: true } });
      expect(phases).toContain('capturing-selfie');
    });
    await identity.press('close');
    await test.step('FACE_VERIFICATION: the same person again, without a document', async () => {
      const { end, details, verificationResults, phases } = await runCheck(scene, 'face');
      expect(end).toBe('passed');
      expect(details).toMatchObject({ flow: 'FACE_VERIFICATION', result: 'VALID' });
      expect(verificationResults).toMatchObject({
        faceMatch: { result: true },
        referenceImageValidation: { ktp: { verificationResult: true } },
      });
      expect(phases).not.toContain('capturing-front');
    });
    await expect.poll(() => liveCameras(page)).toBe(0);
    await expect.poll(() => scene.backendLog.filter((line) => line.startsWith('callback')).length).toBe(3);
    expect(scene.complaints.filter((line) => !line.includes('409'))).toEqual([]);
    expect(scene.backendLog.join('\n')).not.toMatch(new RegExp(`${INDONESIAN.nik}|KIRANA`, 'i'));
  });
});

test('a reload while the gateway is at work goes on with the same check, by a token of its own', async () => {
  await withScene('ktp', async (scene) => {
    const { page, identity } = scene;
    const correlationIds: string[] = [];
    const about: unknown[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('/api/sessions')) return;
      about.push((response.request().postDataJSON() as { readonly correlationId?: string }).correlationId ?? null);
      const body = (await response.json().catch(() => ({}))) as { readonly correlationId?: string };
      if (body.correlationId !== undefined) correlationIds.push(body.correlationId);
    });
    await page.locator('#check').selectOption('ktp');
    await page.locator('#scenario').selectOption('slow-processing');
    await page.getByRole('button', { name: 'Begin the check' }).click();
    await identity.agree();
    await identity.until('processing', WAIT);
    const before = identity.states().length;
    await page.reload();
    await page.locator('#check').selectOption('ktp');
    const answer = page.waitForResponse((response) => response.url().includes('/api/submissions/'));
    // Where something else fails first, that is what the test shall say.
    answer.catch(() => undefined);
    await page.getByRole('button', { name: 'Begin the check' }).click();
    expect(await identity.until(ENDS, WAIT)).toBe('passed');
    // Nothing was asked of the person again.
    expect(identity.states().slice(before)).toEqual(['checking', 'processing', 'passed']);
    // The page brought a token of a new check, and got one for the check that was on its way.
    expect(about).toEqual([null, null, correlationIds[0]]);
    const details = (await (await answer).json()) as SubmissionDetailsData;
    expect(details).toMatchObject({ result: 'VALID', partnerSessionId: correlationIds[0] });
  });
});

test('a check that the gateway has ended while the page was away shows its end, and a new one is a press away', async () => {
  await withScene('ktp', async (scene) => {
    const { page, identity } = scene;
    const correlationIds: string[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('/api/sessions')) return;
      const body = (await response.json().catch(() => ({}))) as { readonly correlationId?: string };
      if (body.correlationId !== undefined) correlationIds.push(body.correlationId);
    });
    await page.locator('#check').selectOption('ktp');
    await page.locator('#scenario').selectOption('slow-processing');
    await page.getByRole('button', { name: 'Begin the check' }).click();
    await identity.agree();
    await identity.until('processing', WAIT);
    await page.reload();
    // Nobody polls meanwhile: the backend waits for the end instead.
    const [correlationId = ''] = correlationIds;
    const details = await page.evaluate(async (id) => (await fetch(`/api/submissions/${id}`)).json(), correlationId);
    expect(details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    const before = identity.states().length;
    await page.locator('#check').selectOption('ktp');
    await page.getByRole('button', { name: 'Begin the check' }).click();
    expect(await identity.until(ENDS, WAIT)).toBe('passed');
    expect(identity.states().slice(before)).toEqual(['checking', 'passed']);
    await expect(identity.locator.getByRole('heading', { name: 'All done' })).toBeVisible();
    await identity.press('close');
    await page.getByRole('button', { name: 'Begin the check' }).click();
    await expect(identity.button('accept')).toBeVisible();
  });
});

test('a KTP of somebody else is no match, and another selfie is asked for', async () => {
  await withScene('ktp-of-another', async (scene) => {
    const { end, details, verificationResults, ktpData } = await runCheck(scene, 'ktp-face');
    expect(end).toBe('recapture');
    expect(details).toMatchObject({ status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' });
    expect(verificationResults).toMatchObject({ faceMatch: { result: false }, liveness: { result: true } });
    expect(ktpData).toMatchObject({ nik: INDONESIAN.nik });
  });
});
