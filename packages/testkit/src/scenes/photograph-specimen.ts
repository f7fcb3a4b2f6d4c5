import { renderSpecimen } from '../specimens/render-specimen.ts';
import type { Specimen } from '../specimens/specimen.ts';
import { placeInScene } from './place-in-scene.ts';
import type { SceneOptions, ScenePicture } from './scene-options.ts';

/** A specimen as a camera would see it, on a canvas. For pages; Node has `placeInScene` and any reader of SVG. */
export async function photographSpecimen(
  specimen: Specimen | null,
  options: SceneOptions = {},
): Promise<HTMLCanvasElement> {
  const { image } = placeInScene(specimen === null ? null : await toPicture(renderSpecimen(specimen)), options);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  contextOf(canvas).putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  return canvas;
}

async function toPicture(svg: string): Promise<ScenePicture> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = contextOf(canvas);
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { data: new Uint8ClampedArray(data), width, height };
  } finally {
    URL.revokeObjectURL(address);
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no 2-D canvas.');
  return context;
}
