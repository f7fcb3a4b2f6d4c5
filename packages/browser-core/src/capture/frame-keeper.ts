import type { AnalysableFrame } from '../face/vision.ts';
import type { EncodedPicture } from './encode-picture.ts';

/** A frame beside the submitted picture, as a small JPEG. */
export interface CapturedFrame {
  readonly image: Blob;
  /** On the page's monotonic clock. */
  readonly timestampMs: number;
}

/** Longest side of a kept frame, pixels: a face of 100 px and more, and about 20 kB. */
export const KEPT_SIDE = 480;
/** Time between two kept frames: a capture takes a second or two from the first good frame, and six of them are to lie in it. Guess. */
const INTERVAL_MS = 200;
/** With a still of 150 kB the upload stays under 300 kB. */
const MOST_KEPT = 6;

/** What the keeper needs of the world. */
export interface FrameKeeperPorts {
  readonly shrinkFrame: (frame: AnalysableFrame, longestSide: number) => Promise<ImageBitmap>;
  readonly encodePicture: (bitmap: ImageBitmap) => Promise<EncodedPicture>;
}

interface KeptFrame {
  readonly bitmap: ImageBitmap;
  readonly timestampMs: number;
}

/**
 * Keeps a few of the last frames, so that a gateway that asks for them can look at movement itself. In memory only; whoever takes
 * them or clears the keeper frees them.
 */
export class FrameKeeper {
  readonly #ports: FrameKeeperPorts;
  #kept: KeptFrame[] = [];

  constructor(ports: FrameKeeperPorts) {
    this.#ports = ports;
  }

  /** A small copy of the frame, when it is time for one. The frame stays the caller's. */
  async copy(frame: AnalysableFrame, timestampMs: number): Promise<KeptFrame | null> {
    const last = this.#kept.at(-1);
    if (last !== undefined && timestampMs - last.timestampMs < INTERVAL_MS) return null;
    return { bitmap: await this.#ports.shrinkFrame(frame, KEPT_SIDE), timestampMs };
  }

  add(frame: KeptFrame): void {
    this.#kept.push(frame);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift()?.bitmap.close();
  }

  /** Encodes what is kept, oldest first, and lets go of it. */
  async take(): Promise<CapturedFrame[]> {
    const frames = this.#kept;
    this.#kept = [];
    try {
      const taken: CapturedFrame[] = [];
      for (const { bitmap, timestampMs } of frames) {
        // One canvas at a time: phones have little memory for them.
        const { image } = await this.#ports.encodePicture(bitmap);
        taken.push({ image, timestampMs });
      }
      return taken;
    } finally {
      for (const { bitmap } of frames) bitmap.close();
    }
  }

  clear(): void {
    for (const { bitmap } of this.#kept) bitmap.close();
    this.#kept = [];
  }
}

/** A copy no longer than `longestSide` pixels. */
export function shrinkFrame(frame: AnalysableFrame, longestSide: number): Promise<ImageBitmap> {
  const [width, height] =
    'displayWidth' in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return createImageBitmap(frame, {
    resizeWidth: Math.round(width * scale),
    resizeHeight: Math.round(height * scale),
    resizeQuality: 'medium',
  });
}
