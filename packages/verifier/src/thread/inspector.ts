import type { FaceNetworks, FrameAnalyser, FrameMeasurement, QualityPolicy } from '@bonafide/browser-core/vision';
import {
  createFaceDetector,
  createFaceMesher,
  createFaceTracker,
  createFrameAnalyser,
  createRgbaSampler,
  fuseLiveness,
  judgeStill,
  openNetworks,
} from '@bonafide/browser-core/vision';
import type { AlignedFace } from '../aligned-face.ts';
import { alignFace } from '../aligned-face.ts';
import { decodePicture } from '../decode-picture.ts';
import { readFileAssets } from '../file-assets.ts';
import type { PictureLimits } from '../picture-limits.ts';
import type { SelfieInspection } from '../selfie-inspection.ts';

/** Looks at pictures, one at a time, on networks that stay loaded. */
export interface Inspector {
  inspect(bytes: Uint8Array): Promise<SelfieInspection>;
  /** The largest face, or null. */
  align(bytes: Uint8Array): Promise<AlignedFace | null>;
  dispose(): void;
}

export async function openInspector(limits: PictureLimits, policy: QualityPolicy): Promise<Inspector> {
  const networks = await openNetworks(await readFileAssets(), 'wasm');
  const modelVersion = networks.presentationAttack?.version ?? null;
  return {
    async inspect(bytes) {
      const { format, width, height, pixels } = await decodePicture(bytes, limits);
      const measurement = await createAnalyser(networks).analyse(createRgbaSampler(pixels), 0, { liveness: true });
      return {
        format,
        width,
        height,
        faceCount: measurement.faceCount,
        quality: judgeStill(measurement, policy),
        liveness: measurement.face === null ? null : fuseLiveness({ frames: [measurement], modelVersion }),
        face: withoutLandmarks(measurement.face),
      };
    },
    async align(bytes) {
      const { pixels } = await decodePicture(bytes, limits);
      const frame = createRgbaSampler(pixels);
      const { face } = await createAnalyser(networks).analyse(frame, 0);
      return face === null ? null : alignFace(frame, face.landmarks);
    },
    dispose: () => networks.dispose(),
  };
}

/** A new one for each picture: pictures of different people share no track. */
function createAnalyser({ detector, mesh, presentationAttack }: FaceNetworks): FrameAnalyser {
  return createFrameAnalyser({
    tracker: createFaceTracker(createFaceDetector(detector), createFaceMesher(mesh)),
    scoreLiveness: presentationAttack?.score,
  });
}

function withoutLandmarks(face: FrameMeasurement['face']): SelfieInspection['face'] {
  if (face === null) return null;
  const { landmarks: _, ...rest } = face;
  return rest;
}
