import type { CropRegion, CropSampler, DetectedFace, FaceDetector } from '@bonafide/browser-core/vision';

/** Sides of the squares that are looked at, over the picture's longer side; the next is tried only when nothing was found. */
const TILE_SHARES = [1, 1 / 2, 1 / 4] as const;
/** How far the next square lies, over its side: a face at the edge of one is whole in another. */
const STEP = 0.5;

/**
 * Finds a portrait printed on a document, which is often smaller than the eighth of the frame that the detector sees at
 * one look: square by square. The likeliest and largest comes first, before the ghost beside it; one face may be found in
 * several squares.
 */
export function createPortraitDetector(detect: FaceDetector): FaceDetector {
  return async (frame) => {
    for (const share of TILE_SHARES) {
      const found: DetectedFace[] = [];
      for (const tile of tilesOf(frame, share)) {
        const faces = await detect(partOf(frame, tile));
        found.push(...faces.map((face) => moved(face, tile.x, tile.y)));
      }
      if (found.length > 0) return found.toSorted((a, b) => b.score * b.width - a.score * a.width);
    }
    return [];
  };
}

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function tilesOf({ width, height }: CropSampler, share: number): Tile[] {
  const side = Math.round(Math.max(width, height) * share);
  const starts = (length: number): number[] => {
    if (length <= side) return [0];
    const count = Math.ceil((length - side) / (side * STEP)) + 1;
    return Array.from({ length: count }, (_, i) => Math.round(((length - side) * i) / (count - 1)));
  };
  return starts(height).flatMap((y) =>
    starts(width).map((x) => ({ x, y, width: Math.min(side, width), height: Math.min(side, height) })),
  );
}

function partOf(frame: CropSampler, { x, y, width, height }: Tile): CropSampler {
  const whole = (region: CropRegion): CropRegion => ({
    ...region,
    centreX: region.centreX + x,
    centreY: region.centreY + y,
  });
  return {
    width,
    height,
    sample: (region, ...how) => frame.sample(whole(region), ...how),
    sampleLuma: (region, ...how) => frame.sampleLuma(whole(region), ...how),
  };
}

function moved(face: DetectedFace, x: number, y: number): DetectedFace {
  return {
    ...face,
    centreX: face.centreX + x,
    centreY: face.centreY + y,
    rightEye: [face.rightEye[0] + x, face.rightEye[1] + y],
    leftEye: [face.leftEye[0] + x, face.leftEye[1] + y],
  };
}
