import sharp from 'sharp';
import type { DecodedPicture } from './data-url.ts';
import type { OutlinedText } from './outline-text.ts';

/** Most pixels on a side. Source: documented. */
const MAXIMUM_SIDE = 5_000;
/** Of white letters in a dark line: the text shows on light and dark, and what lies below can still be read. Source: guess. */
const OPACITY = 0.5;
const TILT_DEGREES = -25;
/** Share of the picture's width and height that the text may take, of which it is repeated in all directions. Source: guess. */
const WIDTH_SHARE = 0.4;
const HEIGHT_SHARE = 0.2;
/** Between two texts, over the height of one. Source: guess. */
const GAP = 0.4;
const JPEG_QUALITY = 90;

/** Not a picture that can be decoded, or one of too many pixels. */
export class UndrawablePictureError extends Error {
  override readonly name = 'UndrawablePictureError';
  readonly isTooLarge: boolean;

  constructor(isTooLarge: boolean, options: ErrorOptions = {}) {
    super(isTooLarge ? 'the picture has too many pixels' : 'the picture cannot be decoded', options);
    this.isTooLarge = isTooLarge;
  }
}

/** The picture, upright and in its own format, with the text over and over across it. Nothing else of its file is kept. */
export async function drawWatermark(picture: DecodedPicture, text: OutlinedText): Promise<DecodedPicture> {
  try {
    const size = (await sharp(picture.bytes).metadata()).autoOrient;
    if (Math.max(size.width, size.height) > MAXIMUM_SIDE) throw new UndrawablePictureError(true);
    const drawn = sharp(picture.bytes)
      .autoOrient()
      .composite([{ input: Buffer.from(toTile(text, size)), tile: true }]);
    const isPng = picture.contentType === 'image/png';
    const bytes = await (isPng ? drawn.png() : drawn.jpeg({ quality: JPEG_QUALITY })).toBuffer();
    return { contentType: picture.contentType, bytes };
  } catch (error) {
    throw error instanceof UndrawablePictureError ? error : new UndrawablePictureError(false, { cause: error });
  }
}

/** One text, tilted, with room around it. It is drawn once and laid over and over: outlines that are repeated take minutes. */
function toTile(text: OutlinedText, { width, height }: { readonly width: number; readonly height: number }): string {
  const scale = Math.min((width * WIDTH_SHARE) / text.width, (height * HEIGHT_SHARE) / text.height);
  const [across, down] = [text.width * scale, text.height * scale];
  const tilt = (Math.abs(TILT_DEGREES) * Math.PI) / 180;
  const room = down * GAP;
  const tileWidth = Math.ceil(across * Math.cos(tilt) + down * Math.sin(tilt) + room);
  const tileHeight = Math.ceil(across * Math.sin(tilt) + down * Math.cos(tilt) + room);
  // What is laid over a picture must not be larger than it is.
  const [shownWidth, shownHeight] = [Math.min(tileWidth, width), Math.min(tileHeight, height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${tileWidth} ${tileHeight}">
  <g opacity="${OPACITY}" transform="translate(${tileWidth / 2} ${tileHeight / 2}) rotate(${TILT_DEGREES}) scale(${scale}) translate(${-text.width / 2} ${-text.height / 2})">
    <path d="${text.path}" fill="#fff" stroke="#000" stroke-width="6" paint-order="stroke"/>
  </g>
</svg>`;
}
