import type { FaceMeasurement } from '../face/frame-measurement.ts';

const REFERENCE_LUMA = 100;
/** Under this, noise is enlarged more than detail. */
const DARKEST_LUMA = 20;

/**
 * Sharpness as if the face's mean luma were 100. The variance of an edge grows with the square of the light on it, so
 * that without this a face in dim light, or a dark one, would count as blurred: over one video frame darkened and
 * brightened to luma 29–168 the plain measure goes from 5 to 128, this one from 45 to 60.
 */
export function evenSharpness(face: Pick<FaceMeasurement, 'sharpness' | 'luminanceMean0to255'>): number {
  return face.sharpness * (REFERENCE_LUMA / Math.max(DARKEST_LUMA, face.luminanceMean0to255)) ** 2;
}
