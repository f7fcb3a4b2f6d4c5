import { describe, expect, it } from 'vitest';
import { placeInScene } from './place-in-scene.ts';
import type { SceneOptions, ScenePicture } from './scene-options.ts';

/** A plain card whose corners carry four colours. */
function card(): ScenePicture {
  const [width, height] = [158, 100];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const colours = [
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [0, 0, 255],
  ] as const;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)] ?? [0, 0, 0];
      data.set(colour, (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

const CLEAN: SceneOptions = { width: 320, height: 200, noise0to255: 0, lightFall: 0, surface: 'dark' };

function pixel({ data, width }: ScenePicture, x: number, y: number): number[] {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return Array.from(data.subarray(at, at + 3));
}

function luma(image: ScenePicture): number {
  let sum = 0;
  for (let at = 0; at < image.data.length; at += 4) sum += image.data[at + 1] ?? 0;
  return sum / (image.data.length / 4);
}

/** Mean difference between neighbours along a row: what blur takes away. */
function detail(image: ScenePicture): number {
  let sum = 0;
  for (let at = 0; at + 4 < image.data.length; at += 4)
    sum += Math.abs((image.data[at] ?? 0) - (image.data[at + 4] ?? 0));
  return sum / (image.data.length / 4);
}

describe('placeInScene', () => {
  it('gives the same pixels for the same seed, and others for another', () => {
    const options = { ...CLEAN, noise0to255: 4, surface: 'wood' } as const;
    const first = placeInScene(card(), { ...options, seed: 5 });
    expect(placeInScene(card(), { ...options, seed: 5 })).toEqual(first);
    expect(placeInScene(card(), { ...options, seed: 6 }).image.data).not.toEqual(first.image.data);
  });

  it.each([
    { title: 'straight on', rotationDegrees: 0 },
    { title: 'turned', rotationDegrees: 25 },
    { title: 'upside down', rotationDegrees: 180 },
    { title: 'tilted both ways', yawDegrees: 25, pitchDegrees: -20 },
    { title: 'turned, tilted and off the centre', rotationDegrees: -15, yawDegrees: 20, centreX: 0.42 },
  ])('says where the corners are: $title', (placement) => {
    const { image, quad } = placeInScene(card(), { ...CLEAN, spanRatio: 0.5, ...placement });
    const corners = quad ?? [];
    const middle = { x: 0, y: 0 };
    for (const { x, y } of corners) {
      middle.x += x / 4;
      middle.y += y / 4;
    }
    const seen = corners.map(({ x, y }) => pixel(image, x + (middle.x - x) * 0.2, y + (middle.y - y) * 0.2));
    expect(seen).toEqual([
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 0],
    ]);
    for (const { x, y } of corners) {
      const [red = 0, green = 0] = pixel(image, x + (x - middle.x) * 0.12, y + (y - middle.y) * 0.12);
      expect(Math.max(red, green)).toBeLessThan(80);
    }
  });

  it('gives the width that was asked for', () => {
    const { quad } = placeInScene(card(), { ...CLEAN, spanRatio: 0.5 });
    expect((quad?.[1].x ?? 0) - (quad?.[0].x ?? 0)).toBeCloseTo(160, 6);
  });

  it('shows the bare surface without a document', () => {
    const { image, quad } = placeInScene(null, CLEAN);
    expect(quad).toBeNull();
    expect(luma(image)).toBeLessThan(60);
  });

  it('darkens, blurs, smears and covers', () => {
    const plain = placeInScene(card(), CLEAN).image;
    expect(luma(placeInScene(card(), { ...CLEAN, exposure: 0.3 }).image)).toBeLessThan(luma(plain) * 0.4);
    expect(detail(placeInScene(card(), { ...CLEAN, blurPx: 3 }).image)).toBeLessThan(detail(plain) * 0.9);
    const smeared = placeInScene(card(), { ...CLEAN, motionBlur: { lengthPx: 12, directionDegrees: 0 } });
    expect(detail(smeared.image)).toBeLessThan(detail(plain) * 0.9);
    const held = placeInScene(card(), { ...CLEAN, fingers: [{ x: 0.5, y: 0.5, fromDegrees: 90 }] });
    expect(pixel(held.image, 160, 118)).not.toEqual(pixel(plain, 160, 118));
    const shining = placeInScene(card(), { ...CLEAN, glare: { x: 0.25, y: 0.25, span: 0.3 } });
    expect(pixel(shining.image, 107, 66)).toEqual([255, 255, 255]);
  });

  it('takes the colour out of a photocopy, and lays a grid of dots over a screen', () => {
    const copy = placeInScene(card(), { ...CLEAN, medium: 'photocopy' }).image;
    const [red = 0, green = 0, blue = 0] = pixel(copy, 100, 80);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(12);
    expect(pixel(copy, 20, 100)[0]).toBeGreaterThan(200);
    const screen = placeInScene(card(), { ...CLEAN, medium: 'screen' }).image;
    expect(detail(screen)).toBeGreaterThan(detail(placeInScene(card(), CLEAN).image) * 1.5);
  });
});
