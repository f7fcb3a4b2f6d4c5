import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { AnalysableFrame } from '../../face/vision.ts';

/** A frame's pixels, and how many of the frame's one of them is. */
export interface FramePixels {
  readonly image: RgbaImage;
  readonly scale: number;
}

/** Takes frames to pixels, shrunk where they are longer than asked. One canvas is used for all of one size. */
export function createFramePixels(): (frame: AnalysableFrame, longestSide: number) => FramePixels {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return (frame, longestSide) => {
    const [frameWidth, frameHeight] =
      'displayWidth' in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
    const scale = Math.max(1, Math.max(frameWidth, frameHeight) / longestSide);
    const [width, height] = [Math.round(frameWidth / scale), Math.round(frameHeight / scale)];
    if (context === null || context.canvas.width !== width || context.canvas.height !== height) {
      context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
      if (context === null) throw new Error('no 2-D canvas in this worker');
      context.imageSmoothingQuality = 'medium';
    }
    context.drawImage(frame, 0, 0, width, height);
    return { image: context.getImageData(0, 0, width, height), scale };
  };
}
