import type { RgbaImage } from '../../../face/rgba-sampler.ts';
import { luma } from '../../../liveness/luma-plane.ts';
import type { LumaPlane } from '../../../liveness/luma-plane.ts';

/** Luma of every pixel; a plane stays what it is. */
export function toLumaPlane(image: RgbaImage | LumaPlane): LumaPlane {
  const { data, width, height } = image;
  if (data instanceof Float32Array) return { data, width, height };
  const plane = new Float32Array(width * height);
  for (let i = 0, at = 0; i < plane.length; i += 1, at += 4)
    plane[i] = luma(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return { data: plane, width, height };
}
