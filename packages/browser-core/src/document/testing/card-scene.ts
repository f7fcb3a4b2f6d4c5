import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { aspectOf, type DocumentFormat } from '../document-format.ts';
import { homographyOf } from '../homography.ts';
import type { Point, Quad } from '../quad.ts';

export type Colour = readonly [number, number, number];

/** Paints a unit square: the colour at u across and v down, both 0–1. */
export type Painter = (u: number, v: number) => Colour;

export interface CardLook {
  readonly format?: DocumentFormat;
  readonly paper?: Colour;
  readonly ink?: Colour;
  readonly header?: Colour;
  readonly portrait?: boolean;
  /** Rows of machine-readable text at the bottom. */
  readonly mrzRows?: number;
  readonly barcode?: boolean;
}

/** A made-up card: header, portrait, rows of strokes that look like print from afar. */
export function paintCard(look: CardLook = {}): Painter {
  const { format = 'id-1', paper = [214, 222, 226], ink = [40, 44, 52], header = [60, 92, 150] } = look;
  const { portrait = true, mrzRows = 0, barcode = false } = look;
  const aspect = aspectOf(format);
  const mrzTop = mrzRows === 0 ? 1 : 0.97 - mrzRows * (mrzRows === 3 ? 0.098 : 0.09);
  return (u, v) => {
    if (v > mrzTop && v < 0.97) {
      const row = (v - mrzTop) * (mrzRows === 3 ? 1 / 0.098 : 1 / 0.09);
      return row % 1 < 0.42 && u > 0.03 && u < 0.97 && isStroke(u * (mrzRows === 3 ? 30 : 44) * 1.06, row, 0.62)
        ? ink
        : paper;
    }
    if (v < 0.14) return header;
    if (barcode && v > 0.55 && v < 0.86 && u > 0.06 && u < 0.94) {
      return hash(Math.floor(u * 190), Math.floor((v - 0.55) * 40)) > 0.5 ? [20, 20, 20] : [240, 240, 240];
    }
    if (portrait && u > 0.05 && u < 0.3 && v > 0.22 && v < 0.76)
      return portraitAt((u - 0.05) / 0.25, (v - 0.22) / 0.54);
    const line = (v - 0.2) / 0.105;
    if (u > 0.36 && u < 0.9 && line > 0 && v < Math.min(0.85, mrzTop - 0.04) && line % 1 < 0.4) {
      const isLong = u < 0.5 + 0.4 * hash(Math.floor(line), 7);
      if (isLong && isStroke(u * aspect * 36, line, 0.66)) return ink;
    }
    const wave = 5 * Math.sin(38 * u + 9 * Math.sin(11 * v));
    return [paper[0] + wave, paper[1] - wave, paper[2] + wave / 2];
  };
}

/** Letters as upright and lying strokes, a cell each. */
function isStroke(across: number, row: number, filled: number): boolean {
  const cell = Math.floor(across);
  const [x, y] = [across - cell, (row % 1) / 0.42];
  const kind = hash(cell, Math.floor(row) + 3);
  if (kind > 0.92) return false;
  const upright = (x > 0.12 && x < 0.3) || (kind > 0.4 && x > 0.52 && x < filled + 0.05);
  const lying =
    x > 0.12 && x < filled && (y < 0.16 || (kind > 0.25 && y > 0.42 && y < 0.58) || (kind > 0.6 && y > 0.84));
  return upright || lying;
}

function portraitAt(x: number, y: number): Colour {
  const face = ((x - 0.5) / 0.28) ** 2 + ((y - 0.42) / 0.28) ** 2;
  if (face < 1) {
    const isEye = Math.hypot((Math.abs(x - 0.5) - 0.11) / 0.05, (y - 0.38) / 0.03) < 1;
    if (isEye || (Math.abs(y - 0.57) < 0.015 && Math.abs(x - 0.5) < 0.1)) return [60, 40, 36];
    return [205 - 40 * Math.max(0, x - 0.5), 160 - 36 * Math.max(0, x - 0.5), 132];
  }
  if (face < 1.5 && y < 0.42) return [50, 38, 32];
  if (y > 0.74 && Math.abs(x - 0.5) < 0.42) return [56, 60, 92];
  return [188, 196, 204];
}

/** A pseudo-random share of two whole numbers. */
export function hash(a: number, b: number): number {
  const mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return (((mixed ^ (mixed >>> 13)) >>> 0) % 10_007) / 10_007;
}

export interface SceneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly quad: Quad;
  readonly card?: Painter;
  /** Colour of the desk at a pixel. */
  readonly desk?: (x: number, y: number) => Colour;
  /** Painted over everything: fingers, lamps. Null where it is not. */
  readonly over?: (x: number, y: number) => Colour | null;
  /** Radius of round corners over the card's width. */
  readonly roundness?: number;
  readonly gain?: number;
  readonly noise?: number;
  /** Passes of a 3×3 mean. */
  readonly blurPasses?: number;
}

export const plainDesk =
  (colour: Colour): ((x: number, y: number) => Colour) =>
  (x, y) => {
    const shade = (x + y) / 160;
    return [colour[0] + shade, colour[1] + shade, colour[2] + shade];
  };

export const woodenDesk = (x: number, y: number): Colour => {
  const grain = 14 * Math.sin(y / 7 + 3 * Math.sin(x / 90)) + 10 * (hash(Math.floor(x / 3), Math.floor(y / 2)) - 0.5);
  return [142 + grain, 100 + grain * 0.8, 66 + grain * 0.6];
};

/** What a camera would see of a card that lies in a quadrilateral: four samples a pixel, light and noise. */
export function renderScene(options: SceneOptions): RgbaImage {
  const { width = 1280, height = 720, quad, card = paintCard(), desk = plainDesk([92, 96, 100]) } = options;
  const { over = () => null, roundness = 0.035, gain = 1, noise = 2, blurPasses = 0 } = options;
  const inverse = inverseOf(quad);
  const data = new Uint8ClampedArray(width * height * 4);
  const random = randomFrom(12_345);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [r, g, b] = [0, 0, 0];
      for (let tap = 0; tap < 4; tap += 1) {
        const [px, py] = [x + 0.25 + 0.5 * (tap & 1), y + 0.25 + 0.5 * (tap >> 1)];
        const [u, v] = inverse(px, py);
        const colour = over(px, py) ?? (isOnCard(u, v, roundness) ? card(u, v) : desk(px, py));
        r += colour[0] / 4;
        g += colour[1] / 4;
        b += colour[2] / 4;
      }
      const grain = noise * (random() + random() + random() - 1.5) * 2;
      const at = 4 * (y * width + x);
      data.set([r * gain + grain, g * gain + grain, b * gain + grain, 255], at);
    }
  }
  for (let pass = 0; pass < blurPasses; pass += 1) blur(data, width, height);
  return { data, width, height };
}

function isOnCard(u: number, v: number, roundness: number): boolean {
  if (u < 0 || v < 0 || u > 1 || v > 1) return false;
  const [across, down] = [roundness, roundness * 1.5];
  const [dx, dy] = [Math.max(0, across - Math.min(u, 1 - u)) / across, Math.max(0, down - Math.min(v, 1 - v)) / down];
  return roundness === 0 || dx * dx + dy * dy <= 1;
}

function inverseOf(quad: Quad): (x: number, y: number) => readonly [number, number] {
  const [a, b, c, d, e, f, g, h] = homographyOf(quad) ?? [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const inverse = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  return (x, y) => {
    const [i0 = 0, i1 = 0, i2 = 0, i3 = 0, i4 = 0, i5 = 0, i6 = 0, i7 = 0, i8 = 0] = inverse;
    const w = i6 * x + i7 * y + i8;
    return [(i0 * x + i1 * y + i2) / w, (i3 * x + i4 * y + i5) / w];
  };
}

function blur(data: Uint8ClampedArray, width: number, height: number): void {
  const copy = data.slice();
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      for (let c = 0; c < 3; c += 1) {
        let sum = 0;
        for (let k = 0; k < 9; k += 1)
          sum += copy[4 * ((y + Math.floor(k / 3) - 1) * width + x + (k % 3) - 1) + c] ?? 0;
        data[4 * (y * width + x) + c] = sum / 9;
      }
    }
  }
}

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Where a card lies that is seen through an ordinary lens: rotations in degrees about the lens's axes, distance in card widths. */
export function seenFrom(
  format: DocumentFormat,
  pose: {
    readonly roll?: number;
    readonly pitch?: number;
    readonly yaw?: number;
    readonly distance?: number;
    readonly x?: number;
    readonly y?: number;
  },
  frame = { width: 1280, height: 720 },
): Quad {
  const { roll = 0, pitch = 0, yaw = 0, distance = 1.3, x = 0, y = 0 } = pose;
  const focal = 0.85 * Math.max(frame.width, frame.height);
  const [sr, cr, sp, cp, sy, cy] = [roll, pitch, yaw].flatMap((degrees) => {
    const radians = (degrees * Math.PI) / 180;
    return [Math.sin(radians), Math.cos(radians)];
  }) as [number, number, number, number, number, number];
  const half = 0.5 / aspectOf(format);
  const corner = (u: number, v: number): Point => {
    const [x1, y1] = [u * cr - v * sr, u * sr + v * cr];
    const [y2, z2] = [y1 * cp, y1 * sp];
    const [x3, z3] = [x1 * cy + z2 * sy, z2 * cy - x1 * sy];
    const depth = distance + z3;
    return {
      x: frame.width / 2 + (focal * (x3 + x)) / depth,
      y: frame.height / 2 + (focal * (y2 + y)) / depth,
    };
  };
  return [corner(-0.5, -half), corner(0.5, -half), corner(0.5, half), corner(-0.5, half)];
}
