import sharp from 'sharp';
import {
  createPresentationSimulator,
  type PresentationSimulator,
  type SimulationOptions,
} from '../../../packages/browser-core/test/simulate-attack.ts';

const WIDTH = 640;
const HEIGHT = 480;
const SIZE = { width: WIDTH, height: HEIGHT, framesPerSecond: 30 };

/** What a face is presented on instead of being there. */
export const MEDIA = {
  'printed-photo': { kind: 'print' },
  'moved-print': { kind: 'print', hold: 'moved' },
  'bent-print': { kind: 'print', hold: 'bent' },
  'screen-replay': { kind: 'replay' },
  'phone-replay': { kind: 'replay', share: 0.9, margin: 0.03, rasterPitch: 3.7, hold: 'moved' },
  'laptop-replay-without-bezel': { kind: 'replay', share: 0.95, margin: 0 },
  'laptop-replay-past-the-bezel': { kind: 'replay', share: 1.3 },
} as const satisfies Record<string, Omit<SimulationOptions, 'width' | 'height'>>;

export type Medium = keyof typeof MEDIA;

const simulators = new Map<Medium, PresentationSimulator>();

/** The frame as a camera sees it on paper or on a screen; frames come in order. */
export async function present(medium: Medium, frame: Buffer, index: number): Promise<Buffer> {
  const simulate = simulators.get(medium) ?? createPresentationSimulator({ ...SIZE, ...MEDIA[medium] });
  simulators.set(medium, simulate);
  const { data } = await sharp(frame).resize(WIDTH, HEIGHT).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const seen = simulate(new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), index);
  return sharp(seen, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 92 })
    .toBuffer();
}
