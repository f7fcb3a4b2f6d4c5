import {
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  type SceneOptions,
  type SpecimenKind,
} from '@bonafide/testkit/specimens';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SeenDocument } from '../document-measurement.ts';
import { findDocument } from '../find/find-document.ts';
import { paintCard, renderScene, seenFrom } from '../testing/card-scene.ts';
import { measureDocument } from './measure-document.ts';

type Kind = Exclude<SpecimenKind, 'ktp'>;
const pictures = new Map<Kind, Parameters<typeof placeInScene>[0]>();

async function toPicture(kind: Kind) {
  const svg = renderSpecimen({ kind, holder: UTOPIAN });
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

beforeAll(async () => {
  for (const kind of ['passport', 'id-card-front', 'id-card-back', 'driving-licence-back'] as const) {
    pictures.set(kind, await toPicture(kind));
  }
});

function measured(kind: Kind, options: SceneOptions = {}): SeenDocument {
  const { image } = placeInScene(pictures.get(kind) ?? null, { width: 1024, height: 576, surface: 'dark', ...options });
  const { document } = measureDocument(image, findDocument(image), { timestampMs: 0 });
  if (document === null) throw new Error('nothing was found');
  return document;
}

describe('measureDocument', () => {
  it('finds little wrong with a card in good light', () => {
    const card = measured('id-card-front');
    expect(card).toMatchObject({ format: 'id-1', glareRatio: 0, occlusionRatio: 0, isPortraitCovered: false });
    expect(card.sharpness).toBeGreaterThan(0.3);
    expect(card.tiltDegrees).toBeLessThan(4);
    expect(Math.abs(card.rotationDegrees)).toBeLessThan(1);
    expect(card.screenSuspicion).toBeLessThan(0.3);
    expect(card.copySuspicion).toBeLessThan(0.3);
    expect(card.spanRatio).toBeGreaterThan(0.6);
  });

  it('measures rotation and tilt', () => {
    expect(measured('id-card-front', { rotationDegrees: 15 }).rotationDegrees).toBeCloseTo(15, 0);
    expect(measured('id-card-front', { pitchDegrees: 30 }).tiltDegrees).toBeGreaterThan(24);
    expect(measured('id-card-front', { pitchDegrees: 30 }).tiltDegrees).toBeLessThan(36);
  });

  it('ranks blur by how much of it there is, and moving like it', () => {
    const [sharp, soft, lost] = [0, 1.6, 3.2].map((blurPx) => measured('id-card-front', { blurPx }).sharpness);
    expect(sharp).toBeGreaterThan(1.4 * (soft ?? 0));
    expect(soft).toBeGreaterThan(1.4 * (lost ?? 0));
    const moved = measured('id-card-front', { motionBlur: { lengthPx: 16, directionDegrees: 0 } }).sharpness;
    expect(moved).toBeLessThan((sharp ?? 0) * 0.6);
  });

  it('does not take a dark picture for a blurred one', () => {
    expect(measured('id-card-front', { exposure: 0.25 }).sharpness).toBeGreaterThan(0.3);
  });

  it('sees darkness, over-exposure and a reflection apart from each other', () => {
    expect(measured('id-card-front', { exposure: 0.12 }).darkRatio).toBeGreaterThan(0.3);
    const bright = measured('id-card-front', { exposure: 1.8 });
    expect(bright.brightRatio).toBeGreaterThan(0.35);
    expect(bright.glareRatio).toBe(0);
    const shining = measured('id-card-front', { glare: { x: 0.6, y: 0.5, span: 0.3 } });
    expect(shining.glareRatio).toBeGreaterThan(0.012);
    expect(shining.brightRatio).toBeLessThan(0.1);
  });

  it('sees fingers over the border, and over the portrait', () => {
    const side = measured('id-card-front', { fingers: [{ x: 0.9, y: 0.5, fromDegrees: 0 }] });
    expect(side.occlusionRatio).toBeGreaterThan(0.03);
    expect(side.isPortraitCovered).toBe(false);
    expect(measured('id-card-front', { fingers: [{ x: 0.2, y: 0.5, fromDegrees: 180 }] }).isPortraitCovered).toBe(true);
  });

  it('sees rows for machines at the lower edge, and turns what shows them at the upper one', () => {
    expect(measured('passport').features.mrz).toBe(true);
    expect(measured('id-card-back').features.mrz).toBe(true);
    expect(measured('id-card-front').features.mrz).toBe(false);
    const turned = measured('passport', { rotationDegrees: 180 });
    expect(turned.features.mrz).toBe(true);
    expect(Math.abs(turned.rotationDegrees)).toBeGreaterThan(170);
  });

  it('sees a barcode on the back of a licence alone', () => {
    expect(measured('driving-licence-back').features.barcode).toBe(true);
    expect(measured('id-card-front').features.barcode).toBe(false);
    expect(measured('passport').features.barcode).toBe(false);
  });

  it('suspects a grey copy that was cut out', () => {
    const quad = seenFrom('id-1', { distance: 1.5 }, { width: 800, height: 450 });
    const coloured = paintCard();
    const grey = (u: number, v: number): readonly [number, number, number] => {
      const [r, g, b] = coloured(u, v);
      const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      return [luma, luma, luma];
    };
    const suspicionOf = (card: typeof coloured): number => {
      const image = renderScene({ width: 800, height: 450, quad, card });
      return measureDocument(image, findDocument(image), { timestampMs: 0 }).document?.copySuspicion ?? -1;
    };
    expect(suspicionOf(grey)).toBeGreaterThan(0.75);
    expect(suspicionOf(coloured)).toBeLessThan(0.3);
  });

  it('measures the motion from the frame before, and the light of a frame without a document', () => {
    const { image, quad } = placeInScene(pictures.get('passport') ?? null, {
      width: 640,
      height: 360,
      surface: 'dark',
    });
    const moved = quad?.map(({ x, y }) => ({ x: x + 12, y })) as unknown as SeenDocument['quad'];
    const { motionRatio } = measureDocument(image, findDocument(image), { timestampMs: 0, previous: moved });
    expect(motionRatio).toBeCloseTo(12 / (0.66 * 640), 2);
    const nothing = measureDocument(image, null, { timestampMs: 5, previous: moved });
    expect(nothing).toMatchObject({ timestampMs: 5, document: null, motionRatio: null });
    expect(nothing.luminanceMean0to255).toBeGreaterThan(20);
  });
});
