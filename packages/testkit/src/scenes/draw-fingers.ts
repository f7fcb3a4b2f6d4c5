import type { PlaneProjection } from './plane-projection.ts';
import type { SceneOptions, ScenePicture } from './scene-options.ts';

/** Half of the width of a thumb. */
const RADIUS_MM = 8.5;
/** Longer than any frame is wide. */
const LENGTH_MM = 400;
const SKIN = [203, 152, 124] as const;
const NAIL = [226, 184, 168] as const;

/** Draws thumbs that hold the document: rounded, shaded towards their edges, with a nail. */
export function drawFingers(
  { data, width, height }: ScenePicture,
  plane: PlaneProjection,
  widthMm: number,
  heightMm: number,
  { fingers = [], exposure = 1 }: SceneOptions,
): void {
  const point = { u: 0, v: 0 };
  for (const { x, y, fromDegrees } of fingers) {
    const angle = (fromDegrees * Math.PI) / 180;
    const [alongU, alongV] = [Math.cos(angle), Math.sin(angle)];
    for (let row = 0, at = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1, at += 4) {
        plane.toPlane(column + 0.5, row + 0.5, point);
        const du = point.u - x * widthMm;
        const dv = point.v - y * heightMm;
        // The tip's own axes: how far up the finger, how far beside it; the rounded tip reaches back by one radius.
        const up = du * alongU + dv * alongV - RADIUS_MM;
        const beside = dv * alongU - du * alongV;
        const far = Math.hypot(up < 0 ? up : 0, beside) / RADIUS_MM;
        if (far > 1 || up > LENGTH_MM) continue;
        const isNail = Math.hypot((up + 1) / 6.4, beside / 5) < 1;
        const light = exposure * (0.62 + 0.38 * Math.sqrt(1 - far * far));
        for (let channel = 0; channel < 3; channel += 1) {
          data[at + channel] = ((isNail ? NAIL : SKIN)[channel] ?? 0) * light;
        }
      }
    }
  }
}
