import { openVision } from '../../../packages/browser-core/src/face/open-vision.ts';
import type { VisionDetector } from '../../../packages/browser-core/src/face/vision.ts';

/**
 * Landmarks and every measure of the quality gate; with `liveness`, texture signals and the presentation-attack model too;
 * with `detector`, landmarks by the package that can be chosen.
 */
export async function open({
  liveness = false,
  detector = 'thin',
}: { liveness?: boolean; detector?: VisionDetector } = {}) {
  const vision = await openVision({ assetsUrl: '/bonafide/', detector, signal: new AbortController().signal });
  let count = 0;
  return {
    about: vision.backend,
    detect: async (frame: ImageBitmap) => {
      const { face } = await vision.analyse(frame, (count += 33), { liveness });
      return face === null ? 0 : 1;
    },
  };
}
