import type { RgbaImage } from '../face/rgba-sampler.ts';
import { aspectOf, type DocumentFormat } from './document-format.ts';
import { homographyOf, type Homography } from './homography.ts';
import { poseOf } from './pose.ts';
import { longSidePixelsOf, type Quad } from './quad.ts';

export interface RectifyOptions {
  /** Pixels of the long side of what is cut out. Default: as many as the document has in the picture, at most 1600. */
  readonly longSide?: number;
  /** Part of the document, in shares of its width and height; default all of it. */
  readonly part?: DocumentPart;
}

/** A rectangle on the document, in shares of its width and height. */
export interface DocumentPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is to be cut out, and how. */
export interface RectifyPlan {
  readonly width: number;
  readonly height: number;
  readonly part: DocumentPart;
  /** Null for corners that are no quadrilateral: nothing is to be seen. */
  readonly homography: Homography | null;
  /** Pixels of the picture, each way, whose mean is one of the result's; 1 where it is not shrunk by much. */
  readonly taps: number;
}

/** 300 dpi on ID-3 and 475 on ID-1: print of 1 mm keeps 12 px. */
const MOST_PIXELS = 1600;
const WHOLE: DocumentPart = { left: 0, top: 0, width: 1, height: 1 };

/** The size of a document that is laid flat, in the proportions of its format, or in those that it seems to have. */
export function rectifyPlan(
  image: RgbaImage,
  quad: Quad,
  format: DocumentFormat | null,
  { longSide, part = WHOLE }: RectifyOptions,
): RectifyPlan {
  const aspect = format === null ? seenAspect(quad, image) : aspectOf(format);
  const long = longSide ?? Math.max(1, Math.min(MOST_PIXELS, Math.round(longSidePixelsOf(quad))));
  const [fullWidth, fullHeight] = aspect >= 1 ? [long, long / aspect] : [long * aspect, long];
  return {
    width: Math.max(1, Math.round(fullWidth * part.width)),
    height: Math.max(1, Math.round(fullHeight * part.height)),
    part,
    homography: homographyOf(quad),
    taps: Math.max(1, Math.min(4, Math.round(longSidePixelsOf(quad) / long))),
  };
}

function seenAspect(quad: Quad, image: RgbaImage): number {
  const { aspect = 1 } = poseOf(quad, image) ?? {};
  return Number.isFinite(aspect) ? Math.min(3, Math.max(1 / 3, aspect)) : 1;
}
