import { expect, test } from '@bonafide/testkit/playwright';

// Half of what a camera gives is enough for a still face.
test.use({ cameraFrame: { width: 640, height: 480, framesPerSecond: 15 } });

test.beforeEach(async ({ gateway }) => {
  await gateway.serveSession('/api/selfie');
});

test('a face is taken, sent and passed, and the camera is off afterwards', async ({
  page,
  camera,
  gateway,
  selfie,
}) => {
  await page.goto('/selfie');
  expect(await selfie.until('consent')).toBe('consent');
  expect(await camera.liveTracks(page)).toBe(0);
  await selfie.agree();
  await selfie.until('aligning');
  expect(await camera.liveTracks(page)).toBe(1);
  expect(await selfie.until(['passed', 'failed'])).toBe('passed');
  expect(await selfie.outcome()).toMatchObject({ status: 'COMPLETED' });
  expect(selfie.errors()).toEqual([]);
  expect(selfie.states().slice(-4)).toEqual(['captured', 'submitting', 'processing', 'passed']);
  expect(gateway.requests.map(({ operation }) => operation)).toEqual([
    'getUploadUrls',
    'putUpload',
    'putConfirmUpload',
    'getSubmissionStatus',
  ]);
  await expect.poll(() => camera.liveTracks(page)).toBe(0);
});

test('another picture is asked for, in another language, and the retry passes', async ({
  page,
  camera,
  gateway,
  selfie,
}) => {
  await camera.show('face');
  await gateway.play('recapture');
  await page.goto('/selfie?lang=id');
  await selfie.agree();
  await selfie.until('failed');
  await expect(selfie.button('retry')).toHaveText('Coba lagi');
  await selfie.retry();
  await selfie.until('passed');
  expect(selfie.events().filter(({ type }) => type === 'liveness-attempt-failed')).toHaveLength(1);
});

test('no attempt is left: the check ends, without a button that leads nowhere', async ({
  page,
  camera,
  gateway,
  selfie,
}) => {
  await camera.show('face');
  await gateway.play('quota-exhausted');
  await page.goto('/selfie');
  await selfie.agree();
  await selfie.until(['failed', 'error']);
  expect(selfie.errors()).toEqual(['attempts-exhausted']);
  await expect(selfie.button('retry')).toHaveCount(0);
  expect(await selfie.title()).not.toBe('');
});

test('a camera that is denied, missing or held by another is told apart, and a retry finds it', async ({
  page,
  camera,
  selfie,
}) => {
  for (const [access, code] of [
    ['denied', 'permission-denied'],
    ['missing', 'no-camera'],
    ['in-use', 'camera-in-use'],
  ] as const) {
    await camera.setAccess(access);
    await page.goto('/selfie');
    // Where there is none, nobody is asked for consent.
    if (access !== 'missing') await selfie.agree();
    await selfie.until(['error', 'unsupported']);
    expect(selfie.errors().at(-1)).toBe(code);
  }
  await camera.allow();
  await selfie.retry();
  expect(await selfie.until(['aligning', 'error'])).toBe('aligning');
  await camera.unplug();
  await selfie.until('error');
  expect(selfie.errors().at(-1)).toBe('camera-lost');
});

test('what is before the camera can be drawn, and changed while it runs', async ({ page, camera, selfie }) => {
  await camera.draw((context, { width, height, index }) => {
    context.fillStyle = index % 2 === 0 ? '#889' : '#899';
    context.fillRect(0, 0, width, height);
  });
  await page.goto('/selfie');
  await selfie.agree();
  await selfie.until('aligning');
  await expect.poll(() => selfie.guidance()).toBe('no-face');
  await camera.show('face');
  expect(await selfie.until(['holding', 'captured'])).toBe('holding');
});
