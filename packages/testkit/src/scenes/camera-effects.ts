import { seededRandom } from '../seeded-random.ts';
import type { ScenePicture } from './scene-options.ts';

/** Out of focus: a Gaussian of the given standard deviation, as three box blurs. */
export function defocus(image: ScenePicture, deviationPx: number): void {
  if (deviationPx <= 0) return;
  const radius = (Math.sqrt(4 * deviationPx * deviationPx + 1) - 1) / 2;
  for (let pass = 0; pass < 3; pass += 1) {
    blurRows(image, radius);
    blurColumns(image, radius);
  }
}

/** Smears every pixel along one direction. */
export function smear(image: ScenePicture, lengthPx: number, directionDegrees: number): void {
  if (lengthPx < 1) return;
  const { data, width, height } = image;
  const from = data.slice();
  const taps = Math.max(2, Math.ceil(lengthPx));
  const angle = (directionDegrees * Math.PI) / 180;
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 4) {
      let [red, green, blue] = [0, 0, 0];
      for (let tap = 0; tap < taps; tap += 1) {
        const along = (tap / (taps - 1) - 0.5) * lengthPx;
        const px = clamp(Math.round(x + Math.cos(angle) * along), width - 1);
        const py = clamp(Math.round(y + Math.sin(angle) * along), height - 1);
        const at = (py * width + px) * 4;
        red += from[at] as number;
        green += from[at + 1] as number;
        blue += from[at + 2] as number;
      }
      data[to] = red / taps;
      data[to + 1] = green / taps;
      data[to + 2] = blue / taps;
    }
  }
}

/** The sensor's noise: mostly the same in all three colours. */
export function addNoise(image: ScenePicture, deviation0to255: number, seed: number): void {
  if (deviation0to255 <= 0) return;
  const { data } = image;
  const random = seededRandom(seed);
  for (let at = 0; at < data.length; at += 4) {
    // The sum of three even numbers is close enough to a normal one; its own deviation is 0.5.
    const [red, green, blue] = [random(), random(), random()];
    const common = (red + green + blue - 1.5) * 2 * deviation0to255;
    data[at] = (data[at] as number) + common + (red - 0.5) * deviation0to255;
    data[at + 1] = (data[at + 1] as number) + common + (green - 0.5) * deviation0to255;
    data[at + 2] = (data[at + 2] as number) + common + (blue - 0.5) * deviation0to255;
  }
}

function blurRows({ data, width, height }: ScenePicture, radius: number): void {
  for (let y = 0; y < height; y += 1) {
    for (let channel = 0; channel < 3; channel += 1) blurLine(data, y * width * 4 + channel, 4, width, radius);
  }
}

function blurColumns({ data, width, height }: ScenePicture, radius: number): void {
  for (let x = 0; x < width; x += 1) {
    for (let channel = 0; channel < 3; channel += 1) blurLine(data, x * 4 + channel, width * 4, height, radius);
  }
}

/** A box of `2 radius + 1` pixels along one line; a part of a pixel at each end, so that the radius need not be whole. */
function blurLine(data: Uint8ClampedArray, start: number, step: number, count: number, radius: number): void {
  const whole = Math.floor(radius);
  const part = radius - whole;
  const line = new Float32Array(count);
  for (let index = 0; index < count; index += 1) line[index] = data[start + index * step] ?? 0;
  const at = (index: number) => line[clamp(index, count - 1)] ?? 0;
  let sum = 0;
  for (let index = -whole; index <= whole; index += 1) sum += at(index);
  for (let index = 0; index < count; index += 1) {
    const ends = part * (at(index - whole - 1) + at(index + whole + 1));
    data[start + index * step] = (sum + ends) / (2 * radius + 1);
    sum += at(index + whole + 1) - at(index - whole);
  }
}

function clamp(value: number, largest: number): number {
  return value < 0 ? 0 : value > largest ? largest : value;
}
