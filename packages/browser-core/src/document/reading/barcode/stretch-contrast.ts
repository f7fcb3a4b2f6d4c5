import type { RgbaImage } from '../../../face/rgba-sampler.ts';

/** Shares of the pixels that may become black and white: measured, noise of a dark frame lies within them. */
const CUT_SHARE = 0.03;

/**
 * The picture in grey, its noise smoothed over 3×3 pixels and its contrast stretched to the full range: what bars in
 * weak light need before a local threshold tells them apart.
 */
export function stretchContrast({ data, width, height }: RgbaImage): RgbaImage {
  const rows = new Float32Array(width * height);
  for (let at = 0; at < rows.length; at += 1) {
    const luma = (pixel: number) =>
      0.2126 * (data[pixel] ?? 0) + 0.7152 * (data[pixel + 1] ?? 0) + 0.0722 * (data[pixel + 2] ?? 0);
    const x = at % width;
    const middle = at * 4;
    const before = x === 0 ? middle : middle - 4;
    const after = x === width - 1 ? middle : middle + 4;
    rows[at] = (luma(before) + 2 * luma(middle) + luma(after)) / 4;
  }
  const smooth = new Uint8Array(width * height);
  for (let at = 0; at < smooth.length; at += 1) {
    const middle = rows[at] ?? 0;
    smooth[at] = ((rows[at - width] ?? middle) + 2 * middle + (rows[at + width] ?? middle)) / 4;
  }
  const { dark, bright } = rangeOf(smooth);
  const gain = 255 / Math.max(1, bright - dark);
  const out = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < smooth.length; at += 1) {
    out.fill(((smooth[at] ?? 0) - dark) * gain, at * 4, at * 4 + 3);
    out[at * 4 + 3] = 255;
  }
  return { data: out, width, height };
}

function rangeOf(luma: Uint8Array): { dark: number; bright: number } {
  const histogram = new Uint32Array(256);
  for (const value of luma) histogram[value] = (histogram[value] ?? 0) + 1;
  const limit = luma.length * CUT_SHARE;
  const first = (values: readonly number[]) => {
    let count = 0;
    return values.find((value) => (count += histogram[value] ?? 0) > limit) ?? 0;
  };
  const ascending = Array.from({ length: 256 }, (_, value) => value);
  return { dark: first(ascending), bright: first(ascending.toReversed()) };
}
