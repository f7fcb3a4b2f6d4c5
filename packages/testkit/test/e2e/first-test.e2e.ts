import { expect, test } from '@bonafide/testkit/playwright';

test('a face that is not live may try again', async ({ page, camera, gateway, selfie }) => {
  await camera.show('face');
  await gateway.serveSession('/api/selfie');
  await gateway.play('not-live');
  await page.goto('/selfie');
  await selfie.agree();
  await selfie.until('failed');
  await expect(selfie.button('retry')).toBeVisible();
});
