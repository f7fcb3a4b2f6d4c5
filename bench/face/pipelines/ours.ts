import { openVision } from '../../../packages/browser-core/src/face/open-vision.ts';
import type { VisionDetector } from '../../../packages/browser-core/src/face/vision.ts';

/**
 * Landmarks and every measure of the quality gate; with `livenessEvery`, the liveness signals too on every so many frames: 2 is the
 * fastest pace of a capture; with `detector`, landmarks by the package that can be chosen.
 */
export async function open({
  livenessEvery = Infinity,
  detector = 'thin',
}: { livenessEvery?: number; detector?: VisionDetector } = {}) {
  const vision = await openVision({ assetsUrl: '/bonafide/', detector, signal: new AbortController().signal });
  let count = 0;
  return {
    about: vision.backend,
    detect: async (frame: ImageBitmap) => {
      count += 1;
      const { face } = await vision.analyse(frame, count * 33, { liveness: count % livenessEvery === 0 });
      return face === null ? 0 : 1;
    },
  };
}
