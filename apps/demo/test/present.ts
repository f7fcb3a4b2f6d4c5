import sharp from 'sharp';
import { createPresentationSimulator } from '../../../packages/browser-core/test/simulate-attack.ts';

const WIDTH = 640;
const HEIGHT = 480;
const simulators = {
  print: createPresentationSimulator({ kind: 'print', width: WIDTH, height: HEIGHT, framesPerSecond: 30 }),
  replay: createPresentationSimulator({ kind: 'replay', width: WIDTH, height: HEIGHT, framesPerSecond: 30 }),
};

/** The frame as a camera sees it on paper or on a screen; frames come in order. */
export async function present(kind: keyof typeof simulators, frame: Buffer, index: number): Promise<Buffer> {
  const { data } = await sharp(frame).resize(WIDTH, HEIGHT).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const seen = simulators[kind](new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), index);
  return sharp(seen, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 92 })
    .toBuffer();
}
