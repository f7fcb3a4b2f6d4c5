import type { CropRegion, CropSampler } from '@bonafide/browser-core/vision';

/** Quarter turns, clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The frame as it would be, were the picture turned clockwise. */
export function turnedFrame(frame: CropSampler, turns: QuarterTurns): CropSampler {
  if (turns === 0) return frame;
  const isSideways = turns % 2 === 1;
  const [width, height] = isSideways ? [frame.height, frame.width] : [frame.width, frame.height];
  const angle = (turns * Math.PI) / 2;
  const [cosine, sine] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
  const before = (region: CropRegion): CropRegion => {
    const [dx, dy] = [region.centreX - width / 2, region.centreY - height / 2];
    return {
      ...region,
      centreX: frame.width / 2 + cosine * dx + sine * dy,
      centreY: frame.height / 2 - sine * dx + cosine * dy,
      angleRadians: region.angleRadians - angle,
    };
  };
  return {
    width,
    height,
    sample: (region, ...how) => frame.sample(before(region), ...how),
    sampleLuma: (region, ...how) => frame.sampleLuma(before(region), ...how),
  };
}
