import type { FaceMesh } from '../face-mesh.ts';
import { MESH_SIDE } from '../face-mesh.ts';
import { LEFT_EYE, RIGHT_EYE } from '../landmark-indices.ts';
import { lumaAt } from './luma.ts';

/**
 * First version: compares the colour and light of skin around eyes and mouth with skin elsewhere on the same face, and
 * looks for what must be there (white against iris, red of lips). It finds dark glasses and masks. It does not find clear
 * glasses, and finds a hand only in part, since a hand is skin too.
 */
export interface Occlusion {
  readonly eyesOcclusion: number;
  readonly mouthOcclusion: number;
}

/** Skin that is seldom covered together with the eyes, or together with the mouth. */
const SKIN_AWAY_FROM_EYES = [151, 108, 337, 50, 280, 205, 425, 4, 5] as const;
const SKIN_AWAY_FROM_MOUTH = [151, 108, 337, 9, 6, 168, 117, 346] as const;
/** Skin that dark glasses cover: under the eyes, and between lid and brow. */
const SKIN_OF_EYES = [23, 230, 110, 253, 450, 339, 27, 28, 257, 258] as const;
/** Skin that a mask covers: upper lip, chin, lower cheeks. */
const SKIN_OF_MOUTH = [164, 167, 393, 18, 200, 199, 207, 427, 212, 432] as const;
const LIPS = [0, 17, 267, 37, 314, 84] as const;

// All limits below: guess, tried on painted glasses and masks and on the frames of a talking head.
/**
 * Distance from the skin's colour in the plane of r/(r+g+b), g/(r+g+b), over the skin's own distance from grey: what is
 * white, black or grey lies near 1, a blue mask beyond, and skin of one face within 0.4.
 */
const CHROMA_LIMITS = [0.5, 0.9] as const;
/** Skin in cold or dim light is nearly grey; differences smaller than this share of it are noise. */
const MIN_SATURATION = 0.05;
/** Luma as a share of the skin's: a shaded eye socket has 0.6, a dark glass under 0.4. */
const DARK_LIMITS = [0.3, 0.5] as const;
const BRIGHT_LIMITS = [1.7, 2.4] as const;
/** Standard deviation of luma along the eye, over the skin's luma. */
const EYE_CONTRAST_LIMITS = [0.08, 0.2] as const;
/** How much redder lips are than the skin around them, in r/(r+g+b). */
const LIP_REDNESS_LIMITS = [0.008, 0.03] as const;
/** Lips in a beard are brighter than what is around them; under a mask they are not. */
const LIP_LUMA_LIMITS = [1.15, 1.4] as const;

export function measureOcclusion({ crop: { rgba, points } }: FaceMesh): Occlusion {
  const patches = (indices: readonly number[]): Patch[] =>
    indices.map((index) => patchAt(rgba, points[index * 2] ?? 0, points[index * 2 + 1] ?? 0));

  const skinBelow = medianPatch(patches(SKIN_AWAY_FROM_EYES));
  const eyesDifference = meanOf(patches(SKIN_OF_EYES).map((patch) => differenceOf(patch, skinBelow)));
  const contrast = Math.max(...[RIGHT_EYE, LEFT_EYE].map((eye) => eyeContrast(rgba, points, eye.outer, eye.inner)));
  const eyesSeen = ramp(contrast / Math.max(1, skinBelow.luma), EYE_CONTRAST_LIMITS);

  const skinAbove = medianPatch(patches(SKIN_AWAY_FROM_MOUTH));
  const around = patches(SKIN_OF_MOUTH);
  const mouthDifference = meanOf(around.map((patch) => differenceOf(patch, skinAbove)));
  const [lips, skin] = [medianPatch(patches(LIPS)), medianPatch(around)];
  const lipsSeen = Math.max(
    ramp(lips.red - skin.red, LIP_REDNESS_LIMITS),
    ramp(lips.luma / Math.max(1, skin.luma), LIP_LUMA_LIMITS),
  );

  return {
    eyesOcclusion: eyesDifference * (1 - 0.5 * eyesSeen),
    // A beard is unlike skin too, but it leaves the lips to be seen.
    mouthOcclusion: mouthDifference * (1 - 0.7 * lipsSeen),
  };
}

interface Patch {
  readonly luma: number;
  /** Shares of the whole. */
  readonly red: number;
  readonly green: number;
}

/** Mean over 5×5 pixels; a place outside the crop counts as black. */
function patchAt(rgba: Uint8ClampedArray, x: number, y: number): Patch {
  let [red, green, blue] = [0, 0, 0];
  for (let row = Math.round(y) - 2; row <= Math.round(y) + 2; row += 1) {
    for (let column = Math.round(x) - 2; column <= Math.round(x) + 2; column += 1) {
      if (row < 0 || column < 0 || row >= MESH_SIDE || column >= MESH_SIDE) continue;
      const at = (row * MESH_SIDE + column) * 4;
      red += rgba[at] ?? 0;
      green += rgba[at + 1] ?? 0;
      blue += rgba[at + 2] ?? 0;
    }
  }
  const total = Math.max(1, red + green + blue);
  return {
    luma: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 25,
    red: red / total,
    green: green / total,
  };
}

function medianPatch(patches: readonly Patch[]): Patch {
  const median = (of: (patch: Patch) => number): number => {
    const sorted = patches.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { luma: median(({ luma }) => luma), red: median(({ red }) => red), green: median(({ green }) => green) };
}

function differenceOf(patch: Patch, skin: Patch): number {
  const share = patch.luma / Math.max(1, skin.luma);
  const saturation = Math.max(MIN_SATURATION, Math.hypot(skin.red - 1 / 3, skin.green - 1 / 3));
  const chroma = Math.hypot(patch.red - skin.red, patch.green - skin.green) / saturation;
  return Math.max(ramp(chroma, CHROMA_LIMITS), 1 - ramp(share, DARK_LIMITS), ramp(share, BRIGHT_LIMITS));
}

/** Deviation of luma from corner to corner of one eye. */
function eyeContrast(rgba: Uint8ClampedArray, points: Float32Array, outer: number, inner: number): number {
  const SAMPLES = 16;
  let sum = 0;
  let squares = 0;
  for (let i = 1; i < SAMPLES; i += 1) {
    const along = (axis: number): number =>
      Math.round(
        (points[outer * 2 + axis] ?? 0) +
          (((points[inner * 2 + axis] ?? 0) - (points[outer * 2 + axis] ?? 0)) * i) / SAMPLES,
      );
    const luma = lumaAt(rgba, (along(1) * MESH_SIDE + along(0)) * 4);
    sum += luma;
    squares += luma * luma;
  }
  const count = SAMPLES - 1;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** 0 up to the first limit, 1 from the second on, straight between. */
function ramp(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
