import { openDrawnStream, type FrameMoment, type FrameStreamOptions } from '../streams/frame-stream.ts';

/** A picture that can be drawn: an image, a bitmap, a canvas. */
export type DrawablePicture = CanvasImageSource & { width: number; height: number };

/** How the picture moves; each amplitude is a share of the shorter side of the frame, or degrees. */
export interface PictureMotion {
  /** Default 0.012. */
  readonly sway: number;
  /** Default 1.2 degrees. */
  readonly turnDegrees: number;
  /** Default 0.015: how far it comes nearer and goes away. */
  readonly breathe: number;
}

/** How one picture is framed and moved. */
export interface SceneView {
  /**
   * Where in the picture the frame looks: the centre (shares of the picture's width and height) and the share of the
   * picture's width that fills the frame's width. Default: the whole picture, covered.
   */
  readonly focus?: { readonly x: number; readonly y: number; readonly span: number };
  readonly motion?: Partial<PictureMotion>;
}

export interface SceneStreamOptions extends SceneView, FrameStreamOptions {}

/** A camera's stream whose scene can be changed while it runs. */
export interface SceneStream {
  readonly stream: MediaStream;
  /** From the next frame on, this picture is before the camera. A view that is left out is the default one. */
  show(picture: DrawablePicture, view?: SceneView): void;
}

const MOTION: PictureMotion = { sway: 0.012, turnDegrees: 1.2, breathe: 0.015 };

/**
 * A video stream of pictures that are moved a little, as a hand would: something to put in place of a camera where there
 * is none, and to hold one thing after another before it: a document, its back, a face.
 */
export function createSceneStream(first: DrawablePicture, options: SceneStreamOptions): SceneStream {
  let picture = first;
  let view: SceneView = options;
  const { stream, redraw } = openDrawnStream((context, moment) => drawScene(context, moment, picture, view), options);
  return {
    stream,
    show(next, nextView = {}) {
      picture = next;
      view = nextView;
      redraw();
    },
  };
}

/** One frame of a picture, moved as a hand would have moved it by then. */
export function drawScene(
  context: CanvasRenderingContext2D,
  { seconds, width, height }: FrameMoment,
  picture: DrawablePicture,
  view: SceneView,
): void {
  const motion = { ...MOTION, ...view.motion };
  const cover = Math.max(width / picture.width, height / picture.height);
  const focus = view.focus ?? { x: 0.5, y: 0.5, span: width / (cover * picture.width) };
  const scale = width / (focus.span * picture.width);
  const reach = motion.sway * Math.min(width, height);
  context.fillStyle = '#777';
  context.fillRect(0, 0, width, height);
  context.translate(
    width / 2 + reach * Math.sin(seconds * 0.9),
    height / 2 + reach * 0.7 * Math.sin(seconds * 1.3 + 1),
  );
  context.rotate(((motion.turnDegrees * Math.PI) / 180) * Math.sin(seconds * 0.7 + 2));
  const near = scale * (1 + motion.breathe * Math.sin(seconds * 0.5));
  context.scale(near, near);
  context.drawImage(picture, -focus.x * picture.width, -focus.y * picture.height);
}
