import {
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  type SceneOptions,
  type ScenePicture,
  type SpecimenKind,
} from '@bonafide/testkit/specimens';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { createDocumentAnalyser } from '../document-analyser.ts';
import { initialDocumentGateState, nextDocumentGateState } from '../gate/document-gate.ts';
import { DEFAULT_DOCUMENT_POLICY } from '../gate/document-policy.ts';
import { furthestCorner, mapQuad, type Quad } from '../quad.ts';
import { findDocument } from './find-document.ts';

const PASSPORT = { side: 'front', expected: { documentType: 'passport', country: null } } as const;
const FRAME = { width: 1280, height: 720 };

async function toPicture(kind: Exclude<SpecimenKind, 'ktp'>): Promise<ScenePicture> {
  const svg = renderSpecimen({ kind, holder: UTOPIAN });
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

/** What a camera that sways by a few pixels sees of one scene: a frame of 1280×720 out of a larger one. */
function cutOut({ data, width }: RgbaImage, left: number, top: number): RgbaImage {
  const out = new Uint8ClampedArray(FRAME.width * FRAME.height * 4);
  for (let y = 0; y < FRAME.height; y += 1) {
    const from = 4 * ((y + top) * width + left);
    out.set(data.subarray(from, from + 4 * FRAME.width), 4 * y * FRAME.width);
  }
  return { data: out, ...FRAME };
}

const SHADOWED: SceneOptions = { width: 1328, height: 768, surface: 'wood', spanRatio: 0.66, yawDegrees: 4 };

describe('a document in the shadow that it throws', () => {
  it('is found at its own edge in every frame, so that the gate becomes ready and stays it', async () => {
    const scene = placeInScene(await toPicture('passport'), { ...SHADOWED, rotationDegrees: 1.5 });
    const analyser = createDocumentAnalyser({ now: () => 0 });
    let gate = initialDocumentGateState;
    const ready: boolean[] = [];
    for (let i = 0; i < 16; i += 1) {
      const left = 24 + Math.round(3 * Math.sin(i * 0.9));
      const top = 24 + Math.round(3 * Math.cos(i * 1.3));
      const measurement = await analyser.analyse(cutOut(scene.image, left, top), i * 100, PASSPORT);
      const truth = mapQuad(scene.quad as Quad, ({ x, y }) => ({ x: x - left, y: y - top }));
      expect(furthestCorner(measurement.document?.quad ?? truth, truth), `frame ${i}`).toBeLessThan(4);
      gate = nextDocumentGateState(gate, measurement, DEFAULT_DOCUMENT_POLICY, PASSPORT);
      ready.push(gate.ready);
    }
    expect(ready.slice(8)).toEqual(Array(8).fill(true));
  });
});

describe('a copy whose sheet is larger than the frame', () => {
  it.each([
    ['photocopy', 'passport', { spanRatio: 0.66 }, 'id-3', 0.04],
    ['photocopy', 'passport', { spanRatio: 0.5, rotationDegrees: 5 }, 'id-3', 0.03],
    ['photocopy', 'driving-licence-front', { spanRatio: 0.6, rotationDegrees: -8 }, 'id-1', 0.04],
    ['photocopy', 'id-card-front', { spanRatio: 0.5 }, 'id-1', 0.04],
    ['screen', 'passport', { spanRatio: 0.6 }, 'id-3', 0.05],
    ['screen', 'passport', { spanRatio: 0.7 }, 'id-3', 0.05],
    ['screen', 'driving-licence-front', { spanRatio: 0.7 }, 'id-1', 0.06],
  ] as const)('is found by its print: %s of a %s, %o', async (medium, kind, options, format, within) => {
    const { image, quad } = placeInScene(await toPicture(kind), { medium, ...options });
    const context = kind === 'passport' ? PASSPORT : ({ side: 'front' } as const);
    const suspicion = medium === 'screen' ? 'screenSuspicion' : 'copySuspicion';
    const { document } = await createDocumentAnalyser({ now: () => 0 }).analyse(image, 0, context);
    if (document === null) throw new Error('nothing was found');
    expect(document.confidence).toBeGreaterThan(DEFAULT_DOCUMENT_POLICY.confidenceLeave);
    expect(document.format).toBe(format);
    expect(document[suspicion]).toBeGreaterThan(DEFAULT_DOCUMENT_POLICY.notOriginalEnterSuspicion);
    expect(furthestCorner(document.quad, quad as Quad)).toBeLessThan(within * FRAME.width);
  });

  it.each(['wood', 'white', 'dark', 'stone', 'cloth'] as const)('is not seen on a bare desk: %s', (surface) => {
    const found = findDocument(placeInScene(null, { surface }).image);
    expect(found?.confidence ?? 0).toBeLessThan(DEFAULT_DOCUMENT_POLICY.confidenceEnter);
  });
});
