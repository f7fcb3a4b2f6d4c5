import type { RgbaImage } from '../../packages/browser-core/src/face/rgba-sampler.ts';
import { toLinear } from '../../packages/browser-core/src/liveness/light/light-colours.ts';

/** Of the face mesh: middle of the forehead, both cheeks below the eyes and beside the nose. Beards and glasses rarely reach there. */
const PLACES = [151, 50, 280, 205, 425];
/** Half side of the patch around each, over the width of the face. */
const HALF_PATCH = 0.03;

/**
 * Individual typology angle, degrees: over 55 very light, 41 light, 28 intermediate, 10 tan, −30 brown, below dark (Chardon et al. 1991). From
 * the median colour of five places of the face. An estimate: no colour card stands beside the face, so lamp, exposure and camera move it.
 */
export function estimateTypologyAngle(
  image: RgbaImage,
  face: { readonly landmarks: Float32Array; readonly box: { readonly width: number } },
): number | null {
  const half = Math.max(1, Math.round(face.box.width * HALF_PATCH));
  const channels: [number[], number[], number[]] = [[], [], []];
  for (const place of PLACES) {
    const [cx, cy] = [Math.round(face.landmarks[place * 3] ?? NaN), Math.round(face.landmarks[place * 3 + 1] ?? NaN)];
    for (let y = cy - half; y <= cy + half; y += 1) {
      for (let x = cx - half; x <= cx + half; x += 1) {
        if (!(x >= 0 && y >= 0 && x < image.width && y < image.height)) continue;
        const at = (y * image.width + x) * 4;
        for (const [i, values] of channels.entries()) values.push(image.data[at + i] ?? 0);
      }
    }
  }
  if (channels[0].length === 0) return null;
  const [red, green, blue] = channels.map((values) =>
    toLinear(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0),
  ) as [number, number, number];
  // IEC 61966-2-1 to XYZ, then CIELAB for D65; only Y and Z enter.
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return (Math.atan2(116 * y - 16 - 50, 200 * (y - z)) * 180) / Math.PI;
}

function curve(t: number): number {
  return t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
}
