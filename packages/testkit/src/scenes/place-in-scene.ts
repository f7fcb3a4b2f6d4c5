import { addNoise, defocus, smear } from './camera-effects.ts';
import { drawFingers } from './draw-fingers.ts';
import { mediumLook } from './medium-look.ts';
import { projectPlane, type PlaneProjection } from './plane-projection.ts';
import type { Scene, SceneOptions, ScenePicture } from './scene-options.ts';
import { surfaceTexture } from './surface-texture.ts';

/** Width of the document in the plane's millimetres; its height follows from the picture's shape. */
const WIDTH_MM = 85.6;

/** Samples along each side of a pixel: enough for a document that is shown at half its size. */
const TAPS = 2;

/**
 * What a camera would see of a document: on a surface, at an angle, in bad light, behind a finger, copied or on a screen.
 * Pure: the same picture, options and seed give the same pixels on a page as in Node. Without a picture, the bare surface.
 */
export function placeInScene(picture: ScenePicture | null, options: SceneOptions = {}): Scene {
  const { width = 1280, height = 720, seed = 1, noise0to255 = 2, motionBlur, blurPx = 0 } = options;
  const heightMm = picture === null ? 54 : (WIDTH_MM * picture.height) / picture.width;
  const plane = projectPlane(WIDTH_MM, heightMm, { width, height }, options);
  const image = { data: new Uint8ClampedArray(width * height * 4), width, height };
  paint(image, picture, plane, heightMm, options);
  if (picture !== null) drawFingers(image, plane, WIDTH_MM, heightMm, options);
  defocus(image, blurPx);
  if (motionBlur !== undefined) smear(image, motionBlur.lengthPx, motionBlur.directionDegrees);
  addNoise(image, noise0to255, seed);
  const corner = (u: number, v: number) => plane.toFrame(u, v);
  const quad =
    picture === null
      ? null
      : ([corner(0, 0), corner(WIDTH_MM, 0), corner(WIDTH_MM, heightMm), corner(0, heightMm)] as const);
  return { image, quad };
}

function paint(
  { data, width, height }: ScenePicture,
  picture: ScenePicture | null,
  plane: PlaneProjection,
  heightMm: number,
  options: SceneOptions,
): void {
  const { seed = 1, surface = 'wood', medium = 'original', exposure = 1, lightFall = 0.15, glare } = options;
  const texture = surfaceTexture(surface, seed);
  // The table stays flat however the document is held over it.
  const tableMm = WIDTH_MM / ((options.spanRatio ?? 0.66) * width);
  const look = mediumLook(medium, seed);
  const point = { u: 0, v: 0 };
  const colour = new Float32Array(4);
  const sum = new Float32Array(3);
  const paper = new Float32Array(3);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 4) {
      plane.toPlane(x + 0.5, y + 0.5, point);
      const outside = picture === null ? Infinity : distanceOutside(point.u, point.v, WIDTH_MM, heightMm);
      if (outside > look.margin + look.bezel) {
        texture(x * tableMm, y * tableMm, sum);
        const thrown = picture === null ? 0 : shadowAt(point.u, point.v, heightMm, look.margin + look.bezel);
        for (let channel = 0; channel < 3; channel += 1) sum[channel] = (sum[channel] ?? 0) * (1 - thrown);
      } else if (outside > look.margin) {
        sum.fill(24);
      } else if (picture !== null) {
        sum.fill(0);
        for (let tap = 0; tap < TAPS * TAPS; tap += 1) {
          const dx = ((tap % TAPS) + 0.5) / TAPS;
          const dy = (Math.floor(tap / TAPS) + 0.5) / TAPS;
          plane.toPlane(x + dx, y + dy, point);
          samplePicture(picture, (point.u / WIDTH_MM) * picture.width, (point.v / heightMm) * picture.height, colour);
          const cover = (colour[3] ?? 0) / 255;
          if (cover < 1) {
            if (medium === 'original') texture(x * tableMm, y * tableMm, paper);
            else paper.set(look.ground);
          }
          for (let channel = 0; channel < 3; channel += 1) {
            const under = (paper[channel] ?? 0) * (medium === 'original' ? 0.7 : 1);
            sum[channel] = (sum[channel] ?? 0) + ((colour[channel] ?? 0) * cover + under * (1 - cover)) / (TAPS * TAPS);
          }
        }
        plane.toPlane(x + 0.5, y + 0.5, point);
        look.tint(sum, point.u, point.v);
      }
      const light = exposure * (1 - lightFall * ((x / width) * 0.6 + (y / height) * 0.4));
      const shine = glare === undefined || outside > 0 ? 0 : shineAt(point.u, point.v, heightMm, glare);
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = (sum[channel] ?? 0) * light;
        data[to + channel] = lit + (290 - lit) * shine;
      }
      data[to + 3] = 255;
    }
  }
}

/** How far a point lies outside the document, in millimetres; 0 inside. */
function distanceOutside(u: number, v: number, width: number, height: number): number {
  return Math.max(-u, u - width, -v, v - height, 0);
}

/** The soft shadow that a sheet or card throws on the table, to the right and below: how much darker. */
function shadowAt(u: number, v: number, heightMm: number, reach: number): number {
  const outside = distanceOutside(u - 0.7, v - 1.1, WIDTH_MM, heightMm) - reach;
  return outside > 6 ? 0 : 0.5 * Math.exp(-((Math.max(0, outside) / 1.7) ** 2));
}

/** A reflection: washed out in the middle, gone at its edge. */
function shineAt(u: number, v: number, heightMm: number, glare: NonNullable<SceneOptions['glare']>): number {
  const { x, y, span, strength = 1 } = glare;
  const radius = (span * WIDTH_MM) / 2;
  const far = Math.hypot(u - x * WIDTH_MM, (v - y * heightMm) * 1.4) / radius;
  return far >= 1 ? 0 : strength * Math.min(1, 1.7 * (1 - far * far) ** 2);
}

/** Bilinear between four pixels; outside the picture nothing covers the surface. Written out: it runs for every tap. */
function samplePicture({ data, width, height }: ScenePicture, x: number, y: number, into: Float32Array): void {
  into[3] = 0;
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const left = Math.max(0, Math.min(width - 2, Math.floor(x - 0.5)));
  const top = Math.max(0, Math.min(height - 2, Math.floor(y - 0.5)));
  const fx = Math.min(1, Math.max(0, x - 0.5 - left));
  const fy = Math.min(1, Math.max(0, y - 0.5 - top));
  const a = (top * width + left) * 4;
  const b = a + width * 4;
  const [forA, forA1, forB, forB1] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  for (let channel = 0; channel < 4; channel += 1) {
    into[channel] =
      forA * (data[a + channel] as number) +
      forA1 * (data[a + 4 + channel] as number) +
      forB * (data[b + channel] as number) +
      forB1 * (data[b + 4 + channel] as number);
  }
}
