import {
  idCardMrz,
  passportMrz,
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  type SceneOptions,
} from '@bonafide/testkit/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeAssets } from '../../../face/testing/node-assets.ts';
import type { LineRecogniser } from '../line/line-recogniser.ts';
import { openLineRecogniser } from '../line/open-line-recogniser.ts';
import type { MrzObservation } from './read-mrz.ts';
import { concludeMrz, observeMrz, readMrz } from './read-mrz.ts';

const AT = new Date('2026-06-01T00:00:00Z');

async function pixelsOf(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

describe('readMrz', () => {
  let recogniser: LineRecogniser;
  let passport: Awaited<ReturnType<typeof pixelsOf>>;

  beforeAll(async () => {
    recogniser = await openLineRecogniser(await createNodeAssets());
    passport = await pixelsOf(renderSpecimen({ kind: 'passport', holder: UTOPIAN }));
  });

  afterAll(() => recogniser.dispose());

  it.each<[string, SceneOptions]>([
    ['flat on a desk', { spanRatio: 0.8 }],
    ['small in the frame', { spanRatio: 0.6 }],
    ['upside down', { spanRatio: 0.8, rotationDegrees: 180 }],
    ['aslant', { spanRatio: 0.7, rotationDegrees: 12 }],
    ['in weak light', { spanRatio: 0.8, exposure: 0.35, noise0to255: 6 }],
    ['a little out of focus', { spanRatio: 0.9, blurPx: 1 }],
  ])('reads a passport %s', async (_, scene) => {
    const reading = await readMrz(placeInScene(passport, scene).image, recogniser, { at: AT });
    expect(reading).toMatchObject({ format: 'TD3', lines: passportMrz(UTOPIAN), valid: true });
  });

  it('reads the three lines of a card', async () => {
    const card = await pixelsOf(renderSpecimen({ kind: 'id-card-back', holder: UTOPIAN }));
    const reading = await readMrz(card, recogniser, { at: AT });
    expect(reading).toMatchObject({ format: 'TD1', lines: idCardMrz(UTOPIAN), valid: true });
  });

  it('tells a wrong check digit instead of mending it', async () => {
    const forged = await pixelsOf(
      renderSpecimen({ kind: 'passport', holder: UTOPIAN, wrongCheckDigit: 'documentNumber' }),
    );
    const reading = await readMrz(forged, recogniser, { at: AT });
    expect(reading).toMatchObject({ lines: passportMrz(UTOPIAN, 'documentNumber'), valid: false });
    expect(reading?.checkDigits.documentNumber).toBe(false);
  });

  it('finds none where there is none', async () => {
    expect(await readMrz(placeInScene(null).image, recogniser, { at: AT })).toBeNull();
    const front = await pixelsOf(renderSpecimen({ kind: 'driving-licence-front', holder: UTOPIAN }));
    expect(await readMrz(front, recogniser, { at: AT })).toBeNull();
  });

  it('is at least as sure of several pictures as of one', async () => {
    const scenes: readonly SceneOptions[] = [{ spanRatio: 0.6 }, { spanRatio: 0.6, seed: 2 }];
    const observations: MrzObservation[] = [];
    for (const scene of scenes) {
      const seen = await observeMrz(placeInScene(passport, scene).image, recogniser);
      if (seen !== null) observations.push(seen);
    }
    const together = concludeMrz(observations, AT);
    const alone = concludeMrz(observations.slice(0, 1), AT);
    expect(together?.lines).toEqual(passportMrz(UTOPIAN));
    expect(together?.confidence).toBeGreaterThanOrEqual((alone?.confidence ?? 1) - 0.05);
  });
});
