import type { CropRegion, CropSampler, Smoothing } from '../crop-sampler.ts';
import { toLuma } from '../measure/luma.ts';
import type { AnalysableFrame } from '../vision.ts';

/** Turns frames into samplers. The canvases are made once and used for every frame. */
export type CanvasSamplerFactory = (frame: AnalysableFrame) => CropSampler;

type Context = OffscreenCanvasRenderingContext2D;

/** Canvas sides above this grow in such steps, so that a face that comes closer does not make a canvas for every frame. */
const SIZE_STEP = 64;
const SMALL = 192;

export function createCanvasSamplers(): CanvasSamplerFactory {
  const contexts = new Map<number, Context>();
  let whole: Context | undefined;

  function contextFor(columns: number, rows: number): Context {
    const width = columns <= SMALL ? columns : roundUp(columns);
    const known = contexts.get(width);
    if (known !== undefined && known.canvas.height >= rows) return known;
    const context = createContext(width, rows <= SMALL ? rows : roundUp(rows));
    contexts.set(width, context);
    return context;
  }

  /** Drawing a video frame converts all of it from YUV each time: it is drawn once, and cropped from there. */
  function drawWhole(frame: VideoFrame): OffscreenCanvas {
    const { displayWidth, displayHeight } = frame;
    if (whole?.canvas.width !== displayWidth || whole.canvas.height !== displayHeight) {
      whole = createContext(displayWidth, displayHeight);
    }
    whole.drawImage(frame, 0, 0, displayWidth, displayHeight);
    return whole.canvas;
  }

  return (frame) => {
    const source = 'displayWidth' in frame ? drawWhole(frame) : frame;
    const sample: CropSampler['sample'] = (region, columns, rows, smoothing) => {
      const context = contextFor(columns, rows);
      draw(context, source, region, columns, rows, smoothing);
      return context.getImageData(0, 0, columns, rows).data;
    };
    return { width: source.width, height: source.height, sample, sampleLuma: (...what) => toLuma(sample(...what)) };
  };
}

function draw(
  context: Context,
  source: ImageBitmap | OffscreenCanvas,
  { centreX, centreY, width, height, angleRadians }: CropRegion,
  columns: number,
  rows: number,
  smoothing: Smoothing,
): void {
  context.resetTransform();
  context.fillRect(0, 0, columns, rows);
  context.imageSmoothingQuality = smoothing === 'area' ? 'medium' : 'low';
  context.translate(columns / 2, rows / 2);
  context.scale(columns / width, rows / height);
  context.rotate(-angleRadians);
  context.translate(-centreX, -centreY);
  context.drawImage(source, 0, 0);
}

function createContext(width: number, height: number): Context {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no 2-D canvas in this worker');
  context.imageSmoothingEnabled = true;
  return context;
}

const roundUp = (size: number): number => Math.ceil(size / SIZE_STEP) * SIZE_STEP;
