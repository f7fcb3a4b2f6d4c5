import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { aamvaText, placeInScene, renderSpecimen, UTOPIAN, type SceneOptions } from '@bonafide/testkit/specimens';
import { createNodeAssets } from '../../../face/testing/node-assets.ts';
import { createBarcodeDecoder, type BarcodeDecoder } from './barcode-decoder.ts';
import { readBarcodes } from './read-barcodes.ts';

async function pixelsOf(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

describe('readBarcodes', () => {
  let decoder: BarcodeDecoder;
  let back: Awaited<ReturnType<typeof pixelsOf>>;

  beforeAll(async () => {
    decoder = await createBarcodeDecoder(await createNodeAssets());
    back = await pixelsOf(renderSpecimen({ kind: 'driving-licence-back', holder: UTOPIAN }));
  });

  it.each<[string, SceneOptions]>([
    ['flat on a desk', { spanRatio: 0.8 }],
    ['upside down', { spanRatio: 0.8, rotationDegrees: 180 }],
    ['in weak light', { spanRatio: 0.8, exposure: 0.35, noise0to255: 4 }],
    ['a little out of focus', { spanRatio: 0.9, blurPx: 1 }],
  ])('reads the licence %s', async (_, scene) => {
    const readings = await readBarcodes(placeInScene(back, scene).image, decoder);
    expect(readings.map(({ symbology, text }) => ({ symbology, text }))).toEqual([
      { symbology: 'pdf417', text: aamvaText(UTOPIAN) },
    ]);
    expect(readings[0]?.aamva?.fields).toMatchObject({ documentNumber: 'U4L07K512', dateOfBirth: '1989-03-14' });
  });

  it('reads nothing where a finger hides too much of the code, and nothing where there is none', async () => {
    const fingers = [0.25, 0.5, 0.75].map((x) => ({ x, y: 0.5, fromDegrees: 90 }));
    expect(await readBarcodes(placeInScene(back, { fingers }).image, decoder)).toEqual([]);
    expect(await readBarcodes(placeInScene(null).image, decoder)).toEqual([]);
  });
});

describe('createBarcodeDecoder', () => {
  it('refuses a wasm file that is not the one in the manifest', async () => {
    const assets = await createNodeAssets((name, bytes) => (name.startsWith('zxing') ? bytes.subarray(1) : bytes));
    await expect(createBarcodeDecoder(assets)).rejects.toMatchObject({ code: 'asset-integrity-failed' });
  });
});
