import { readFileSync } from 'node:fs';
import type { SceneOptions, Specimen } from '@bonafide/testkit/specimens';
import { ASTRONAUT_FOCUS, placeInScene, renderSpecimen, UTOPIAN, UTOPIAN_EXPIRED } from '@bonafide/testkit/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDescriptorMatcher } from '../face/descriptor-matcher.ts';
import type { Verifier } from '../verifier.ts';
import { createVerifier } from '../verifier.ts';

const ASTRONAUT = readFileSync(new URL('../../../testkit/assets/astronaut.png', import.meta.url));
const portrait = { url: `data:image/png;base64,${ASTRONAUT.toString('base64')}`, focus: ASTRONAUT_FOCUS };
const AT = new Date('2026-11-25T12:00:00Z');

/** A JPEG as a camera would have taken it. */
async function photograph(specimen: Specimen, scene: SceneOptions = {}): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(renderSpecimen(specimen)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const { image } = placeInScene({ data: new Uint8ClampedArray(data), width, height }, scene);
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 92 })
    .toBuffer();
}

let verifier: Verifier;
beforeAll(() => {
  verifier = createVerifier({ threads: 1, deadlineMs: 240_000, matcher: createDescriptorMatcher() });
});
afterAll(() => verifier.close());

describe('specimens, from the camera to the words', { timeout: 240_000 }, () => {
  it('a passport is read whole and clear, and its portrait is the person', async () => {
    const front = await photograph({ kind: 'passport', holder: UTOPIAN, portrait });
    const { documentVerification, recapture } = await verifier.verifyDocument({
      front,
      documentType: 'passport',
      issuingCountry: 'UTO',
      minimumAgeYears: 18,
      at: AT,
    });
    expect(documentVerification).toMatchObject({
      result: 'clear',
      subResult: 'clear',
      dataValidation: 'clear',
      imageIntegrity: 'clear',
      visualAuthenticity: 'clear',
      ageValidation: 'clear',
      documentType: 'passport',
      documentNumber: UTOPIAN.documentNumber,
      dateOfBirth: UTOPIAN.dateOfBirth,
      dateOfExpiry: UTOPIAN.dateOfExpiry,
      lastName: UTOPIAN.lastName,
    });
    expect(documentVerification).not.toHaveProperty('policeRecord');
    expect(recapture).toEqual([]);
    const { facialSimilarity } = await verifier.matchFaces({ selfie: ASTRONAUT, reference: front });
    expect(facialSimilarity).toMatchObject({ faceComparison: 'clear', similarityScore: 'high' });
  });

  it('an expired passport is suspected, and says all that it says', async () => {
    const front = await photograph({ kind: 'passport', holder: UTOPIAN_EXPIRED, portrait });
    const { documentVerification } = await verifier.verifyDocument({ front, at: AT });
    expect(documentVerification).toMatchObject({
      subResult: 'suspected',
      dataValidation: 'consider',
      dateOfExpiry: UTOPIAN_EXPIRED.dateOfExpiry,
    });
  });

  it('a licence is read from the barcode on its back', async () => {
    const scene = { width: 1920, height: 1080 };
    const front = await photograph({ kind: 'driving-licence-front', holder: UTOPIAN, portrait }, scene);
    const back = await photograph({ kind: 'driving-licence-back', holder: UTOPIAN }, scene);
    const { documentVerification } = await verifier.verifyDocument({ front, back, at: AT });
    expect(documentVerification).toMatchObject({
      subResult: 'clear',
      documentType: 'driversLicense',
      documentNumber: UTOPIAN.documentNumber,
    });
  });

  it('a blurred picture is rejected, and asked for again', async () => {
    const front = await photograph({ kind: 'passport', holder: UTOPIAN, portrait }, { blurPx: 6 });
    const { documentVerification, recapture } = await verifier.verifyDocument({ front, at: AT });
    expect(documentVerification).toMatchObject({ subResult: 'rejected', imageIntegrity: 'consider' });
    expect(recapture).toEqual(['front']);
  });

  it('a picture without a document is rejected, and nothing is said of what was not looked at', async () => {
    const { documentVerification } = await verifier.verifyDocument({ front: ASTRONAUT, at: AT });
    expect(documentVerification).toEqual({
      result: 'consider',
      subResult: 'rejected',
      imageIntegrity: 'consider',
      documentType: 'unknown',
    });
  });
});
