import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { RgbaImage } from '../../packages/browser-core/src/face/rgba-sampler.ts';
import type { Presentation } from './presentation-list.ts';

const run = promisify(execFile);

/** One frame of a presentation, and when it was. */
export interface TimedFrame {
  readonly image: RgbaImage;
  readonly timestampMs: number;
}

export interface VideoSampling {
  /** Frames a second that are looked at. */
  readonly rate: number;
  /** From the video's first second on. */
  readonly seconds: number;
}

/** A phone held upright gives this much; more is no more to look at. */
const LONGER_SIDE = 1280;
/** One uncompressed second at that size and any rate in use stays under it. */
const MAXIMUM_BYTES = 1 << 30;

/** The frames that a check would see: the picture itself, or a video's at a steady rate. Needs `ffmpeg` for videos. */
export async function readFrames(
  { path, kind }: Pick<Presentation, 'path' | 'kind'>,
  { rate, seconds }: VideoSampling,
): Promise<readonly TimedFrame[]> {
  if (kind === 'picture') {
    const { data, info } = await sharp(path).rotate().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return [{ image: { data, width: info.width, height: info.height }, timestampMs: 0 }];
  }
  const { width, height } = await sizeOf(path);
  const { stdout } = await run(
    'ffmpeg',
    [
      '-v',
      'error',
      '-t',
      `${seconds}`,
      '-i',
      path,
      '-vf',
      `fps=${rate},scale=${width}:${height}`,
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgba',
      '-',
    ],
    { encoding: 'buffer', maxBuffer: MAXIMUM_BYTES },
  ).catch(explain);
  const bytes = width * height * 4;
  return Array.from({ length: Math.floor(stdout.length / bytes) }, (_, index) => ({
    image: { data: stdout.subarray(index * bytes, (index + 1) * bytes), width, height },
    timestampMs: (index * 1000) / rate,
  }));
}

/** As it is shown, turned phones included, and no larger than is looked at. */
async function sizeOf(path: string): Promise<{ readonly width: number; readonly height: number }> {
  const fields = 'stream=width,height:stream_side_data=rotation:stream_tags=rotate';
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-show_entries',
    fields,
    '-of',
    'json',
    path,
  ]).catch(explain);
  const { streams } = JSON.parse(stdout) as {
    readonly streams: readonly {
      readonly width: number;
      readonly height: number;
      readonly side_data_list?: readonly { readonly rotation?: number }[];
      readonly tags?: { readonly rotate?: string };
    }[];
  };
  const [stream] = streams;
  if (stream === undefined) throw new Error(`${path} has no video`);
  const turn =
    stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? Number(stream.tags?.rotate ?? 0);
  const [width, height] = Math.abs(turn) % 180 === 90 ? [stream.height, stream.width] : [stream.width, stream.height];
  const scale = Math.min(1, LONGER_SIDE / Math.max(width, height));
  const even = (side: number): number => Math.max(2, Math.round((side * scale) / 2) * 2);
  return { width: even(width), height: even(height) };
}

function explain(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT'
    ? new Error('videos need ffmpeg and ffprobe on the PATH (Debian: apt-get install ffmpeg)')
    : error;
}
