import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { identityFilms } from './identity-camera.ts';
import { beginIdentityCheck, ENDS, WAIT } from './identity-journey.ts';
import { liveCameras } from './scene.ts';

test('a passport and the face of its holder go from consent to accepted', async () => {
  const { scene, page, identity, decision } = await beginIdentityCheck('passport');
  try {
    expect(await identity.until(ENDS, WAIT)).toBe('passed');
    const { status, finalResult, providerSpecific } = await decision();
    expect(status).toBe('accepted');
    expect(finalResult).toMatchObject({
      firstName: 'MIRA SOLENE',
      lastName: 'RAFAELSEN QUILL',
      documentNumber: 'U4L07K512',
      dateOfBirth: '1989-03-14',
      issuingCountry: 'UTO',
    });
    expect(providerSpecific?.documentVerification).toMatchObject({ result: 'clear', documentType: 'passport' });
    expect(providerSpecific?.facialSimilarity).toMatchObject({ result: 'clear', faceComparison: 'clear' });

    await test.step('what was not checked is not reported', () => {
      for (const check of ['policeRecord', 'compromisedDocument', 'dataComparison'])
        expect(providerSpecific?.documentVerification).not.toHaveProperty(check);
    });
    await test.step('each step came once, and the camera is off', async () => {
      expect(identity.states()).toEqual([
        'checking',
        'consent',
        'selecting',
        'capturing-front',
        'reviewing',
        'capturing-selfie',
        'submitting',
        'processing',
        'passed',
      ]);
      await expect.poll(() => liveCameras(page)).toBe(0);
    });
    await test.step('the backend took one token, was notified, and the policy held', async () => {
      expect(scene.backendLog.filter((line) => line.startsWith('accessToken'))).toHaveLength(1);
      await expect.poll(() => scene.backendLog.some((line) => line.startsWith('notification'))).toBe(true);
      expect([...scene.origins].sort()).toEqual(
        [new URL(scene.demo.url).origin, new URL(scene.demo.gatewayUrl).origin].sort(),
      );
      expect(scene.complaints).toEqual([]);
    });
    await test.step('nothing that stands on the document is in the log', () => {
      expect(scene.backendLog.join('\n')).not.toMatch(/RAFAELSEN|U4L07K512/i);
    });
  } finally {
    await scene.close();
  }
});

test('both sides of an identity card and the face of its holder are accepted', async () => {
  const { scene, identity, decision } = await beginIdentityCheck('id-card', 'identityCard');
  try {
    expect(await identity.until(ENDS, WAIT)).toBe('passed');
    const { status, finalResult } = await decision();
    expect(status).toBe('accepted');
    expect(finalResult).toMatchObject({ documentType: 'identityCard', documentNumber: 'U4L07K512' });
    expect(identity.states()).toEqual(expect.arrayContaining(['flipping', 'capturing-back']));
  } finally {
    await scene.close();
  }
});

test('another face beside the passport is inconclusive', async () => {
  const { scene, identity, decision } = await beginIdentityCheck('other-face');
  try {
    expect(await identity.until(ENDS, WAIT)).toBe('review');
    const { status, finalResult, providerSpecific } = await decision();
    expect(status).toBe('inconclusive');
    expect(finalResult).toBeUndefined();
    expect(providerSpecific?.facialSimilarity).toMatchObject({ result: 'consider', faceComparison: 'consider' });
  } finally {
    await scene.close();
  }
});

test('a passport that has expired is suspected', async () => {
  const { scene, identity, decision } = await beginIdentityCheck('expired');
  try {
    expect(await identity.until(ENDS, WAIT)).toBe('review');
    const { status, providerSpecific } = await decision();
    expect(status).toBe('inconclusive');
    expect(providerSpecific?.documentVerification).toMatchObject({
      subResult: 'suspected',
      dataValidation: 'consider',
    });
  } finally {
    await scene.close();
  }
});

test('who gives up ends the process at the gateway, and the camera', async () => {
  const { scene, page, identity } = await beginIdentityCheck('passport');
  try {
    await identity.until('capturing-selfie', WAIT);
    await identity.stop();
    expect(await identity.until(ENDS, WAIT)).toBe('cancelled');
    await expect.poll(() => scene.backendLog.some((line) => line.startsWith('cancelProcess → 2'))).toBe(true);
    await expect.poll(() => liveCameras(page)).toBe(0);
  } finally {
    await scene.close();
  }
});

test('two faces in the selfie: the page takes no picture, and the gateway fails the one that is sent all the same', async () => {
  const { scene, page, identity } = await beginIdentityCheck('two-faces');
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/images/front'), {
    timeout: 150_000,
  });
  sent.catch(() => undefined);
  try {
    await identity.until('capturing-selfie', WAIT);
    await expect(identity.locator.getByText('Only one face, please').first()).toBeVisible();

    const front = await sent;
    const check = front.url().replace('/images/front', '');
    const headers = await front.allHeaders();
    const { face } = await identityFilms('two-faces');
    const put = await page.request.put(`${check}/images/selfie`, { headers, data: firstPictureOf(readFileSync(face)) });
    expect(put.status()).toBe(200);
    const { origin } = new URL(page.url());
    const handedIn = await page.request.post(`${check}/verification`, { headers: { origin }, data: {} });
    expect(handedIn.status()).toBe(202);
    const progress = async () => (await (await page.request.get(check)).json()) as { readonly status: string };
    await expect.poll(async () => (await progress()).status).not.toBe('processing');
    // The person may mend it: for the page it is no end.
    expect(await progress()).toMatchObject({
      status: 'recapture',
      recapture: { depictions: ['selfie'], reason: 'multiple-faces' },
    });
    const listed = await page.request.get(`${scene.demo.gatewayUrl}/control/api/processes`);
    const { processes } = (await listed.json()) as { readonly processes: readonly [{ readonly processId: string }] };
    const shown = await page.request.get(`${listed.url()}/${processes[0].processId}`);
    expect(await shown.json()).toMatchObject({
      scripted: false,
      status: 'failed',
      failReason: { type: 'upload_failed', message: expect.stringContaining('Multiple faces in image') },
    });
  } finally {
    await scene.close();
  }
});

/** The first of a film's JPEGs, up to its end marker. */
function firstPictureOf(film: Buffer): Buffer {
  return film.subarray(0, film.indexOf(Buffer.from([0xff, 0xd9])) + 2);
}
