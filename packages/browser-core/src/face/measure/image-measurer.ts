import type { CropSampler } from '../crop-sampler.ts';
import type { FaceMesh } from '../face-mesh.ts';
import type { ImageMeasurement, MeanColour } from '../frame-measurement.ts';
import { FACE_OVAL } from '../landmark-indices.ts';
import { toLuma } from './luma.ts';
import { visitInside } from './polygon.ts';

/** Measures the whole picture on a thumbnail, and remembers it for the motion of the next one. */
export interface ImageMeasurer {
  measure(frame: CropSampler, mesh: FaceMesh | null): ImageMeasurement;
  /** The next frame is a first one. */
  reset(): void;
}

/** 4:3; other pictures are squeezed into it, which changes none of the measures. */
const COLUMNS = 64;
const ROWS = 48;

export function createImageMeasurer(): ImageMeasurer {
  let before: Float32Array | null = null;
  return {
    measure(frame, mesh) {
      const whole = {
        centreX: frame.width / 2,
        centreY: frame.height / 2,
        width: frame.width,
        height: frame.height,
        angleRadians: 0,
      };
      const rgba = frame.sample(whole, COLUMNS, ROWS, 'area');
      const luma = toLuma(rgba);
      const isFace = mesh === null ? null : faceMask(mesh.landmarks, frame);
      const [faceMotion, backgroundMotion] = before === null ? [null, null] : motion(luma, before, isFace);
      before = luma;
      return {
        luminanceMean0to255: mean(luma, null, 0),
        backgroundLuminanceMean0to255: mean(luma, isFace, 0),
        faceColour: isFace === null ? null : meanColour(rgba, isFace, 1),
        surroundingsColour: isFace === null ? null : meanColour(rgba, isFace, 0),
        fingerprint: fingerprint(rgba),
        faceMotion0to255: faceMotion,
        backgroundMotion0to255: backgroundMotion,
      };
    },
    reset() {
      before = null;
    },
  };
}

function faceMask(landmarks: Float32Array, { width, height }: CropSampler): Uint8Array {
  const mask = new Uint8Array(COLUMNS * ROWS);
  const oval = Float32Array.from(
    FACE_OVAL.flatMap((index) => [
      ((landmarks[index * 3] ?? 0) * COLUMNS) / width,
      ((landmarks[index * 3 + 1] ?? 0) * ROWS) / height,
    ]),
  );
  visitInside(oval, COLUMNS, ROWS, 1, (x, y) => (mask[y * COLUMNS + x] = 1));
  return mask;
}

/** Mean absolute difference inside and outside the face; no face, no face motion. */
function motion(now: Float32Array, before: Float32Array, isFace: Uint8Array | null): [number | null, number] {
  const difference = now.map((value, i) => Math.abs(value - (before[i] ?? 0)));
  return [isFace === null ? null : mean(difference, isFace, 1), mean(difference, isFace, 0)];
}

/** Mean of the samples on one side of the mask; of all when there is no mask. Indexed loops: this runs on every frame. */
function mean(values: Float32Array, mask: Uint8Array | null, side: 0 | 1): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (mask !== null && mask[i] !== side) continue;
    sum += values[i] ?? 0;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** On one side of the mask, from the top down to the mask's last row: under a chin there are neck and chest, as near to a screen as the face. */
function meanColour(rgba: Uint8ClampedArray, mask: Uint8Array, side: 0 | 1): MeanColour | null {
  const end = (Math.floor(mask.lastIndexOf(1) / COLUMNS) + 1) * COLUMNS;
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let i = 0; i < end; i += 1) {
    if (mask[i] !== side) continue;
    red += rgba[i * 4] ?? 0;
    green += rgba[i * 4 + 1] ?? 0;
    blue += rgba[i * 4 + 2] ?? 0;
    count += 1;
  }
  return count === 0 ? null : [red / count, green / count, blue / count];
}

/** 32-bit FNV-1a over the thumbnail's colours, and their sum. Noise of a sensor changes both from frame to frame. */
function fingerprint(rgba: Uint8ClampedArray): string {
  let hash = 0x811c9dc5;
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 1) {
    if (i % 4 === 3) continue;
    const value = rgba[i] ?? 0;
    hash = Math.imul(hash ^ value, 0x01000193);
    sum += value;
  }
  return `${(hash >>> 0).toString(16).padStart(8, '0')}-${sum.toString(16)}`;
}
