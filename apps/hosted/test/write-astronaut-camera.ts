import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeFilm } from '@bonafide/tooling/video-frames.ts';
import sharp from 'sharp';

/** The second of two real people: Eileen Collins (NASA, public domain). The first is in the video of the other cameras. */
const PICTURE = fileURLToPath(import.meta.resolve('@bonafide/testkit/assets/astronaut.png'));
/** The film depends on everything that is said here. */
const SOURCE = readFileSync(fileURLToPath(import.meta.url), 'utf8');
const FRAME = { width: 640, height: 480 } as const;
/** Where the face fills the page's oval, in shares of the picture's width; as the demo's sample camera has it. */
const FOCUS = { x: 0.43, y: 0.27, span: 0.62 } as const;
/** Four seconds at 30 a second, in which each movement comes round. */
const FRAMES = 120;
/** The picture is enlarged by this before it is moved by whole pixels. */
const FINENESS = 4;

/** A file that Chromium plays in place of a camera: her portrait, moved a little as a hand would. */
export function writeAstronautCamera(): Promise<string> {
  return writeFilm('astronaut', SOURCE, shoot);
}

async function shoot(): Promise<readonly Buffer[]> {
  const { data, info } = await sharp(PICTURE)
    .removeAlpha()
    .resize({ width: 512 * FINENESS })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const width = Math.round(FOCUS.span * info.width);
  const height = Math.round((width * FRAME.height) / FRAME.width);
  const reach = 0.012 * height;
  const frames: Buffer[] = [];
  for (let index = 0; index < FRAMES; index += 1) {
    const turn = (2 * Math.PI * index) / FRAMES;
    const left = Math.round(FOCUS.x * info.width - width / 2 + reach * Math.sin(turn));
    const top = Math.round(FOCUS.y * info.height - height / 2 + 0.7 * reach * Math.sin(2 * turn + 1));
    frames.push(
      await sharp(data, { raw })
        .extract({ left, top: Math.max(0, top), width, height })
        .resize(FRAME)
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
  }
  return frames;
}
