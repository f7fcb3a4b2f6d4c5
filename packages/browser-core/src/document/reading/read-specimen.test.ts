import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aamvaText,
  idCardMrz,
  passportMrz,
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  UTOPIAN_EXPIRED,
  UTOPIAN_MINOR,
  type SceneOptions,
  type Specimen,
} from '@bonafide/testkit/specimens';
import { createNodeAssets } from '../../face/testing/node-assets.ts';
import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { findDocument } from '../find/find-document.ts';
import { rectifyDocument } from '../rectify.ts';
import { createBarcodeDecoder } from './barcode/barcode-decoder.ts';
import { openLineRecogniser } from './line/open-line-recogniser.ts';
import { formatMrz } from './mrz/format-mrz.ts';
import { parseMrz } from './mrz/parse-mrz.ts';
import { readDocument, type ReadingTools } from './read-document.ts';

const AT = new Date('2026-11-25T00:00:00Z');
const HELD: SceneOptions = { spanRatio: 0.7, rotationDegrees: -7, yawDegrees: 9, pitchDegrees: 8, surface: 'stone' };

/** What a camera sees of the specimen, found in the frame and cut out. */
async function photographed(specimen: Specimen, scene: SceneOptions): Promise<RgbaImage> {
  const { data, info } = await sharp(Buffer.from(renderSpecimen(specimen)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const { image } = placeInScene(picture, scene);
  const found = findDocument(image);
  if (found === null) throw new Error('the document was not found');
  return rectifyDocument(image, found.quad, found.format, { longSide: 1280 });
}

// Networks on pictures of camera size: seconds each where others use the processor too.
describe('readDocument on specimens before a camera', { timeout: 180_000 }, () => {
  let tools: ReadingTools & { lines: { dispose(): void } };

  beforeAll(async () => {
    const assets = await createNodeAssets();
    const lines = await openLineRecogniser(assets, 'wasm');
    // Print is read elsewhere: here it would only cost time.
    tools = { lines: { ...lines, readsText: false }, barcodes: await createBarcodeDecoder(assets) };
  });

  afterAll(() => tools?.lines.dispose());

  it('reads the zone of a passport', async () => {
    const image = await photographed({ kind: 'passport', holder: UTOPIAN }, HELD);
    const { mrz, barcodes } = await readDocument(image, tools, { side: 'front', at: AT, budgetMs: Infinity });
    expect(mrz).toMatchObject({ lines: passportMrz(UTOPIAN), valid: true });
    expect(barcodes).toEqual([]);
  });

  it('reads the zone of a card', async () => {
    const image = await photographed({ kind: 'id-card-back', holder: UTOPIAN_EXPIRED }, HELD);
    const { mrz } = await readDocument(image, tools, { side: 'back', at: AT, budgetMs: Infinity });
    expect(mrz).toMatchObject({ lines: idCardMrz(UTOPIAN_EXPIRED), valid: true });
  });

  it('does not call the zone of an altered card valid', async () => {
    const altered: Specimen = { kind: 'id-card-back', holder: UTOPIAN, wrongCheckDigit: 'dateOfBirth' };
    const { mrz } = await readDocument(await photographed(altered, HELD), tools, {
      side: 'back',
      at: AT,
      budgetMs: Infinity,
    });
    expect(mrz).toMatchObject({ valid: false });
  });

  it('reads the barcode of a licence', async () => {
    const image = await photographed(
      { kind: 'driving-licence-back', holder: UTOPIAN },
      { spanRatio: 0.8, rotationDegrees: 6 },
    );
    const { barcodes } = await readDocument(image, tools, {
      side: 'back',
      expected: { documentType: 'driversLicense', country: null },
      at: AT,
    });
    expect(barcodes.map(({ text }) => text)).toEqual([aamvaText(UTOPIAN)]);
  });
});

describe('the zones on the specimens', () => {
  it.each([UTOPIAN, UTOPIAN_EXPIRED, UTOPIAN_MINOR])('are what formatMrz writes and parseMrz takes apart', (holder) => {
    for (const [format, lines] of [
      ['TD3', passportMrz(holder)],
      ['TD1', idCardMrz(holder)],
    ] as const) {
      const { valid, fields } = parseMrz(lines, AT);
      expect(valid).toBe(true);
      expect(formatMrz(format, fields)).toEqual(lines);
      expect(fields).toMatchObject({
        issuingCountry: 'UTO',
        documentNumber: holder.documentNumber,
        dateOfBirth: holder.dateOfBirth,
        dateOfExpiry: holder.dateOfExpiry,
        sex: holder.sex,
      });
    }
  });
});
