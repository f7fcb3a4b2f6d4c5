/**
 * `print`: one frame on halftoned, slightly glossy paper with a white margin, held by a hand. `replay`: the moving frames
 * on a screen with a bezel, a pixel raster and refresh bands, held by a hand. `genuine`: the frames themselves seen by
 * the same simulated sensor, as the control.
 */
export type PresentationKind = 'genuine' | 'print' | 'replay';

/** How a sheet or a screen is held: `held` sways as an arm does, `moved` is turned to and fro on purpose, `bent` is curved like a cylinder. */
export type Hold = 'held' | 'moved' | 'bent';

export interface SimulationOptions {
  readonly kind: PresentationKind;
  /** Default `held`. */
  readonly hold?: Hold;
  /** Part of the frame that the sheet or screen covers; from about 1.15 on its edges lie outside. Default 0.86. */
  readonly share?: number;
  /** Width of the margin or bezel, of the medium; default 0.04 for paper, 0.05 for a screen. */
  readonly margin?: number;
  /** Of a screen, radians a source pixel: a phone's is finer than a laptop's. Default 2.9. */
  readonly rasterPitch?: number;
  readonly width: number;
  readonly height: number;
  /** Same seed, same frames. Default 1. */
  readonly seed?: number;
  /** Frames a second of the simulated camera; default 15. */
  readonly framesPerSecond?: number;
}

/** Makes frame `index` of the presentation from frame `index` of the source, RGBA of the same size. */
export type PresentationSimulator = (source: Uint8ClampedArray, index: number) => Uint8ClampedArray;

/** Standard deviation of the simulated sensor's noise, levels. */
const SENSOR_NOISE = 2;
const MARGIN: Readonly<Record<'print' | 'replay', number>> = { print: 0.04, replay: 0.05 };
const PAPER = [236, 233, 226] as const;
const BEZEL = [14, 14, 17] as const;

/**
 * Simulates printed photographs and screen replays well enough to show whether evidence moves at all: perspective, hand
 * shake, margins, halftone, raster aliasing, gamut, gloss, refresh bands, sensor noise. It is no substitute for real
 * attacks, and figures over it are not error rates. Deterministic; frames are made in order.
 */
export function createPresentationSimulator(options: SimulationOptions): PresentationSimulator {
  const { kind, width, height, seed = 1, framesPerSecond = 15 } = options;
  const medium: Medium = {
    kind: kind === 'print' ? 'print' : 'replay',
    share: options.share ?? 0.86,
    margin: options.margin ?? MARGIN[kind === 'print' ? 'print' : 'replay'],
    bend: options.hold === 'bent' ? 0.35 : 0,
    rasterPitch: options.rasterPitch ?? 2.9,
  };
  const movement = (kind === 'print' ? 1 : 0.5) * (options.hold === 'moved' ? 2 : 1);
  const random = createRandom(seed);
  const phases = Array.from({ length: 8 }, () => random() * 2 * Math.PI);
  let still: Uint8ClampedArray | null = null;
  return (source, index) => {
    const seconds = index / framesPerSecond;
    const out = new Uint8ClampedArray(width * height * 4);
    const shown = kind === 'print' ? (still ??= source.slice()) : source;
    const pose = handPose(seconds, phases, movement);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const colour: Colour =
          kind === 'genuine'
            ? pixelAt(shown, width, height, x, y)
            : seen(medium, shown, width, height, x, y, pose, seconds);
        const at = (y * width + x) * 4;
        const noise = (random() + random() + random() - 1.5) * 2 * SENSOR_NOISE;
        out[at] = colour[0] + noise;
        out[at + 1] = colour[1] + noise;
        out[at + 2] = colour[2] + noise;
        out[at + 3] = 255;
      }
    }
    return out;
  };
}

type Colour = readonly [number, number, number];

interface HandPose {
  readonly shiftX: number;
  readonly shiftY: number;
  readonly roll: number;
  /** Perspective: how much nearer one side is. */
  readonly leanX: number;
  readonly leanY: number;
  readonly scale: number;
}

/** Slow sways of an arm and a faster tremor, in shares of the frame and radians. */
function handPose(seconds: number, phases: readonly number[], amount: number): HandPose {
  const sway = (hertz: number, phase: number): number => Math.sin(2 * Math.PI * hertz * seconds + (phases[phase] ?? 0));
  return {
    shiftX: amount * (0.015 * sway(0.4, 0) + 0.002 * sway(7, 1)),
    shiftY: amount * (0.012 * sway(0.55, 2) + 0.002 * sway(8, 3)),
    roll: amount * 0.03 * sway(0.3, 4),
    leanX: amount * 0.22 * sway(0.35, 5),
    leanY: amount * 0.14 * sway(0.27, 6),
    scale: 1 + amount * 0.02 * sway(0.2, 7),
  };
}

interface Medium {
  readonly kind: 'print' | 'replay';
  readonly share: number;
  readonly margin: number;
  /** How far its sides lie behind its middle, of its width. */
  readonly bend: number;
  readonly rasterPitch: number;
}

function seen(
  { kind, share, margin, bend, rasterPitch }: Medium,
  shown: Uint8ClampedArray,
  width: number,
  height: number,
  x: number,
  y: number,
  pose: HandPose,
  seconds: number,
): Colour {
  // From the camera's pixel back onto the medium: −1…1 over its shorter way, then perspective.
  const px = (x / width - 0.5 - pose.shiftX) * 2;
  const py = (y / height - 0.5 - pose.shiftY) * 2;
  const [cos, sin] = [Math.cos(pose.roll), Math.sin(pose.roll)];
  const [rx, ry] = [cos * px + sin * py, cos * py - sin * px];
  // The sides of a bent sheet are farther away, so they look smaller.
  const curve = 1 + bend * rx * rx;
  const depth = (curve * (1 + pose.leanX * rx * 0.5 + pose.leanY * ry * 0.5)) / (share * pose.scale);
  const u = (rx * depth * (1 + Math.abs(pose.leanX) * 0.15) + 1) / 2;
  const v = (ry * depth * (1 + Math.abs(pose.leanY) * 0.15) + 1) / 2;
  if (u < 0 || u > 1 || v < 0 || v > 1) return room(x / width, y / height);
  const inside = u > margin && u < 1 - margin && v > margin && v < 1 - margin;
  if (!inside) return kind === 'print' ? PAPER : BEZEL;
  const sx = ((u - margin) / (1 - 2 * margin)) * (width - 1);
  const sy = ((v - margin) / (1 - 2 * margin)) * (height - 1);
  const colour = pixelAt(shown, width, height, sx, sy);
  return kind === 'print'
    ? onPaper(colour, sx, sy, x / width, y / height)
    : onScreen(colour, sx, sy, y / height, seconds, rasterPitch);
}

/** Ink: narrower gamut, lifted black, a clustered-dot screen of 45° and a soft shine of the room's lamp. */
function onPaper([r, g, b]: Colour, sx: number, sy: number, x: number, y: number): Colour {
  const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const dots = 9 * Math.sin((sx + sy) * 1.75) * Math.sin((sx - sy) * 1.75);
  const shine = 70 * Math.exp(-((x - 0.56) ** 2 + (y - 0.36) ** 2) / 0.004);
  const ink = (value: number): number => 26 + 0.78 * (grey + 0.72 * (value - grey)) + dots + shine;
  return [ink(r) + 3, ink(g), ink(b) - 5];
}

/** Light: steeper contrast, colder white, columns of sub-pixels that alias with the sensor's, a band that drifts. */
function onScreen([r, g, b]: Colour, sx: number, sy: number, y: number, seconds: number, pitch: number): Colour {
  const raster = (shift: number): number => 1 + 0.09 * Math.cos(sx * pitch + shift) * Math.cos(sy * pitch * 0.9);
  const band = 1 + 0.05 * Math.sin(2 * Math.PI * (y * 1.5 - seconds * 0.9));
  const glass = 10 * Math.max(0, 1 - Math.abs(y - 0.2) * 4);
  const light = (value: number): number => 255 * Math.pow(value / 255, 1.15);
  return [
    light(r) * 0.94 * raster(0) * band + glass,
    light(g) * raster(2.1) * band + glass,
    light(b) * 1.08 * raster(4.2) * band + glass,
  ];
}

/** A wall with a door frame and a shelf, so that borders are not the only lines around. */
function room(x: number, y: number): Colour {
  const wall = 120 + 40 * y - 25 * x;
  const line = Math.abs(x - 0.93) < 0.006 || Math.abs(y - 0.05) < 0.008 ? -60 : 0;
  return [wall + line, wall + line - 4, wall + line - 14];
}

function pixelAt(data: Uint8ClampedArray, width: number, height: number, x: number, y: number): Colour {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const [fx, fy] = [x - x0, y - y0];
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const mix = (channel: number): number => {
    const at = (px: number, py: number): number => data[(py * width + px) * 4 + channel] ?? 0;
    return (at(x0, y0) * (1 - fx) + at(x1, y0) * fx) * (1 - fy) + (at(x0, y1) * (1 - fx) + at(x1, y1) * fx) * fy;
  };
  return [mix(0), mix(1), mix(2)];
}

/** Uniform 0–1, a 32-bit xorshift: the same on every machine. */
function createRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}
