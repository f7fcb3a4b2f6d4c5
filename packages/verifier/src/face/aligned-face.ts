import type { CropSampler } from '@bonafide/browser-core/vision';
import type { FaceAlignment } from './face-alignment.ts';
import { regionOfFace } from './face-alignment.ts';

/** A face brought to one size and place: the same points in the same spots on every picture. */
export interface AlignedFace {
  /** RGBA, `side` squared. */
  readonly rgba: Uint8ClampedArray;
  readonly side: number;
  /** What the matcher's describer made of it; null without one. */
  readonly descriptor: Float32Array | null;
}

/** Cuts the face out of a picture by its mesh. */
export function alignFace(
  frame: CropSampler,
  landmarks: Float32Array,
  alignment: FaceAlignment,
): Omit<AlignedFace, 'descriptor'> {
  const { side } = alignment;
  return { rgba: frame.sample(regionOfFace(landmarks, alignment), side, side, 'area'), side };
}
