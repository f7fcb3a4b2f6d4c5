import { createRgbaSampler } from '@bonafide/browser-core/vision';
import { expect, it } from 'vitest';
import type { QuarterTurns } from './turned-frame.ts';
import { turnedFrame } from './turned-frame.ts';

/** Three columns, two rows; each pixel has a red of its own. */
const REDS = [10, 20, 30, 40, 50, 60];
const frame = createRgbaSampler({
  data: Uint8Array.from(REDS.flatMap((red) => [red, 0, 0, 255])),
  width: 3,
  height: 2,
});

it.each([
  [0, [10, 20, 30, 40, 50, 60]],
  [1, [40, 10, 50, 20, 60, 30]],
  [2, [60, 50, 40, 30, 20, 10]],
  [3, [30, 60, 20, 50, 10, 40]],
] as const)('%d quarter turns clockwise', (turns: QuarterTurns, expected) => {
  const turned = turnedFrame(frame, turns);
  const { width, height } = turned;
  const whole = { centreX: width / 2, centreY: height / 2, width, height, angleRadians: 0 };
  const reds = turned.sample(whole, width, height, 'nearest-four').filter((_, i) => i % 4 === 0);
  expect([...reds]).toEqual(expected);
});
