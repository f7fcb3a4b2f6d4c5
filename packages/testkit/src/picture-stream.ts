/** How the picture moves; each amplitude is a share of the shorter side of the frame, or degrees. */
export interface PictureMotion {
  /** Default 0.012. */
  readonly sway: number;
  /** Default 1.2 degrees. */
  readonly turnDegrees: number;
  /** Default 0.015: how far it comes nearer and goes away. */
  readonly breathe: number;
}

/** How the picture is framed and moved, and when it ends. */
export interface PictureStreamOptions {
  /** Frame size in pixels. Default 640×480, what most front cameras give first. */
  readonly width?: number;
  readonly height?: number;
  /** Default 30. */
  readonly framesPerSecond?: number;
  /**
   * Where in the picture the frame looks: the centre (shares of the picture's width and height) and the share of the
   * picture's width that fills the frame's width. Default: the whole picture, covered.
   */
  readonly focus?: { readonly x: number; readonly y: number; readonly span: number };
  readonly motion?: Partial<PictureMotion>;
  /** Ends the stream: its track is stopped and the drawing ends. */
  readonly signal: AbortSignal;
}

const MOTION: PictureMotion = { sway: 0.012, turnDegrees: 1.2, breathe: 0.015 };

/**
 * A video stream of a picture that is moved a little, as a hand would: something to put in place of a camera where there
 * is none. It is a picture and not a person, and liveness evidence is expected to say so.
 */
export function createPictureStream(
  picture: CanvasImageSource & { width: number; height: number },
  options: PictureStreamOptions,
): MediaStream {
  const { width = 640, height = 480, framesPerSecond = 30, signal } = options;
  const motion = { ...MOTION, ...options.motion };
  signal.throwIfAborted();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser gives no 2-D canvas.');
  const cover = Math.max(width / picture.width, height / picture.height);
  const focus = options.focus ?? { x: 0.5, y: 0.5, span: width / (cover * picture.width) };
  const scale = width / (focus.span * picture.width);
  const started = performance.now();

  const draw = () => {
    const t = (performance.now() - started) / 1000;
    const reach = motion.sway * Math.min(width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#777';
    context.fillRect(0, 0, width, height);
    context.translate(width / 2 + reach * Math.sin(t * 0.9), height / 2 + reach * 0.7 * Math.sin(t * 1.3 + 1));
    context.rotate(((motion.turnDegrees * Math.PI) / 180) * Math.sin(t * 0.7 + 2));
    const near = scale * (1 + motion.breathe * Math.sin(t * 0.5));
    context.scale(near, near);
    context.drawImage(picture, -focus.x * picture.width, -focus.y * picture.height);
  };
  draw();
  // Timers and not animation frames: a page in the background must not freeze the picture.
  const timer = setInterval(draw, 1000 / framesPerSecond);
  const stream = canvas.captureStream(framesPerSecond);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
    { once: true },
  );
  return stream;
}
