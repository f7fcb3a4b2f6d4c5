import type { DocumentMeasurement } from '@bonafide/browser-core/identity';
import { createSceneStream } from '@bonafide/testkit';
import {
  photographSpecimen,
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  type SceneOptions,
  type UtopianSpecimen,
} from '@bonafide/testkit/specimens';

/** A document of nobody before a camera, and where in the frame it lies. */
export interface SpecimenScene {
  readonly stream: MediaStream;
  readonly outline: Pick<DocumentMeasurement, 'width' | 'height'> & {
    readonly document: Pick<NonNullable<DocumentMeasurement['document']>, 'quad'>;
  };
}

/** Width over height by kind, for the scene's corners. */
const SHAPES = { passport: [125, 88], card: [86, 54] } as const;

export async function openSpecimenScene(kind: UtopianSpecimen['kind'], options: SceneOptions): Promise<SpecimenScene> {
  const canvas = await photographSpecimen({ kind, holder: UTOPIAN }, options);
  const [width, height] = SHAPES[kind === 'passport' ? 'passport' : 'card'];
  const blank = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const { quad } = placeInScene(blank, options);
  if (quad === null) throw new Error('a scene with a document has corners');
  const { stream } = createSceneStream(canvas, {
    width: canvas.width,
    height: canvas.height,
    framesPerSecond: 10,
    motion: { sway: 0, turnDegrees: 0, breathe: 0 },
    signal: new AbortController().signal,
  });
  return { stream, outline: { width: canvas.width, height: canvas.height, document: { quad } } };
}

/** One side of a document, flat and upright, as a capture ends with it. */
export async function specimenPicture(kind: UtopianSpecimen['kind']): Promise<Blob> {
  const svg = new Blob([renderSpecimen({ kind, holder: UTOPIAN })], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(svg);
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', 0.92),
  );
}
