import { openVision } from '../../../packages/browser-core/src/face/open-vision.ts';

/** Landmarks and every measure of the quality gate; with `liveness`, texture signals and the presentation-attack model too. */
export async function open({ liveness = false } = {}) {
  const vision = await openVision({ assetsUrl: '/bonafide/', signal: new AbortController().signal });
  let count = 0;
  return {
    about: vision.backend,
    detect: async (frame: ImageBitmap) => {
      const { face } = await vision.analyse(frame, (count += 33), { liveness });
      return face === null ? 0 : 1;
    },
  };
}
