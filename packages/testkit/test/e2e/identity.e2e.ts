import { expect, test } from '@bonafide/testkit/playwright';
import { UTOPIAN } from '@bonafide/testkit/specimens';

// The size that print needs, at the pace of a camera in the dark.
test.use({ cameraFrame: { width: 1280, height: 720, framesPerSecond: 15 } });

test('a passport and a face are sent, and a person has to look at them', async ({
  page,
  camera,
  gateway,
  identity,
}) => {
  await camera.showDocument({ kind: 'passport', holder: UTOPIAN });
  await gateway.play('assure-inconclusive');
  await page.goto('/identity');
  await identity.agree();
  await identity.choose('passport');
  await identity.until('capturing-front');
  await identity.until('reviewing');
  await identity.press('ask-cancel');
  await identity.press('go-on');
  await camera.show('face');
  await identity.press('keep');
  expect(await identity.until(['passed', 'review', 'recapture'])).toBe('review');
  expect(await identity.outcome()).toMatchObject({ status: 'review', word: 'inconclusive' });
  const sent = gateway.requests.filter(({ operation }) => operation === 'putImage');
  expect(sent.map(({ status }) => status)).toEqual([200, 200]);
  expect(identity.errors()).toEqual([]);
});

test('who stops before a picture was taken has sent none, and the camera is off', async ({
  page,
  camera,
  gateway,
  identity,
}) => {
  await page.goto('/identity');
  await identity.agree();
  await identity.choose('identityCard');
  await identity.until('capturing-front');
  await identity.stop();
  await identity.until('cancelled');
  await expect.poll(() => camera.liveTracks(page)).toBe(0);
  expect(gateway.requests.map(({ operation }) => operation)).toEqual(['getRequirements']);
});
