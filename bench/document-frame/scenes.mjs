// Specimens before a camera, by condition, with the corners where they really are; and desks with nothing on them.
import sharp from 'sharp';
import { INDONESIAN, placeInScene, renderSpecimen, UTOPIAN } from '../../packages/testkit/dist/specimens/index.js';

const KINDS = ['passport', 'id-card-front', 'id-card-back', 'driving-licence-front', 'driving-licence-back', 'ktp'];

export const CONDITIONS = {
  'on wood': {},
  'on white': { surface: 'white' },
  'on dark': { surface: 'dark' },
  'on stone, tilted 15°': { surface: 'stone', pitchDegrees: 15, yawDegrees: -10 },
  'on cloth, turned 7°': { surface: 'cloth', rotationDegrees: 7 },
  'tilted 35°': { pitchDegrees: 35 },
  'turned 30°': { rotationDegrees: 30, spanRatio: 0.5 },
  'far away': { spanRatio: 0.35 },
  dim: { exposure: 0.3 },
  night: { exposure: 0.12 },
  'over-exposed': { exposure: 1.8 },
  reflection: { glare: { x: 0.6, y: 0.5, span: 0.3 } },
  'two fingers': {
    fingers: [
      { x: 0.05, y: 0.6, fromDegrees: 180 },
      { x: 0.96, y: 0.5, fromDegrees: 0 },
    ],
  },
  'out of focus': { blurPx: 3 },
  moved: { motionBlur: { lengthPx: 14, directionDegrees: 20 } },
  'noisy sensor': { noise0to255: 9 },
};

export const EMPTY = ['wood', 'white', 'dark', 'stone', 'cloth'];

/** One after the other, so that not all pictures are held at once. */
export async function* scenes(kinds = KINDS) {
  for (const kind of kinds) {
    const svg = renderSpecimen({ kind, holder: kind === 'ktp' ? INDONESIAN : UTOPIAN });
    const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
    for (const [condition, options] of Object.entries(CONDITIONS)) {
      yield { condition, ...placeInScene(picture, { ...options, seed: KINDS.indexOf(kind) + 1 }) };
    }
  }
  for (const surface of EMPTY) yield { condition: 'nothing there', ...placeInScene(null, { surface }) };
}
