/** Which frame it is. */
export interface FrameMoment {
  /** Counts from 0. */
  readonly index: number;
  /** Since the stream began, by the clock: a busy machine leaves frames out and slows nothing down. */
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

/** Draws one frame. The canvas still holds the frame before; its transform is the identity. */
export type DrawFrame = (context: CanvasRenderingContext2D, moment: FrameMoment) => void;

export interface FrameStreamOptions {
  /** Frame size in pixels. Default 640×480, what most front cameras give first. */
  readonly width?: number;
  readonly height?: number;
  /** Default 30. */
  readonly framesPerSecond?: number;
  /** Ends the stream: its track is stopped and the drawing ends. */
  readonly signal: AbortSignal;
}

/** A stream whose frames are drawn, and the way to have one drawn at once. */
export interface DrawnStream {
  readonly stream: MediaStream;
  readonly redraw: () => void;
}

/**
 * A video stream whose frames a function draws: for whatever no picture or video shows. Throws the reason of a signal that
 * was aborted before.
 */
export function createFrameStream(draw: DrawFrame, options: FrameStreamOptions): MediaStream {
  return openDrawnStream(draw, options).stream;
}

/** What every stream of this kit is made of. */
export function openDrawnStream(draw: DrawFrame, options: FrameStreamOptions): DrawnStream {
  const { width = 640, height = 480, framesPerSecond = 30, signal } = options;
  signal.throwIfAborted();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser gives no 2-D canvas.');
  const startedMs = performance.now();
  let index = 0;
  const redraw = () => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    draw(context, { index, seconds: (performance.now() - startedMs) / 1000, width, height });
    index += 1;
  };
  redraw();
  // Timers and not animation frames: a page in the background must not freeze the picture.
  const timer = setInterval(redraw, 1000 / framesPerSecond);
  const stream = canvas.captureStream(framesPerSecond);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
    { once: true },
  );
  return { stream, redraw };
}
