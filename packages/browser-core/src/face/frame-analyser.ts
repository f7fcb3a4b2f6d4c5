import { createFaceFlowMeasurer } from '../liveness/face-flow.ts';
import { viewOf } from '../liveness/picture-view.ts';
import { measureTextureSignals } from '../liveness/texture-signals.ts';
import type { CropSampler } from './crop-sampler.ts';
import type { FaceMesh } from './face-mesh.ts';
import { boxOfLandmarks } from './face-mesh.ts';
import type { FaceTracker } from './face-tracker.ts';
import type { Box, FaceMeasurement, FrameLivenessSignals, FrameMeasurement } from './frame-measurement.ts';
import { LEFT_EYE, RIGHT_EYE } from './landmark-indices.ts';
import { measureFaceLight } from './measure/face-light.ts';
import { measureHeadPose } from './measure/head-pose.ts';
import { createImageMeasurer } from './measure/image-measurer.ts';
import { measureOcclusion } from './measure/occlusion.ts';
import { measureEyeOpenness, measureMouthOpenness } from './measure/openness.ts';
import { measureSharpness } from './measure/sharpness.ts';
import type { AnalyseOptions } from './vision.ts';

/** Scores a face at each of the model's crop scales, 0 attack to 1 bona fide. */
export type PresentationAttackModel = (frame: CropSampler, box: Box) => Promise<readonly number[]>;

export interface FrameAnalyserOptions {
  /** Finds the faces; the analyser resets it and has it to itself. */
  readonly tracker: FaceTracker;
  readonly scoreLiveness?: PresentationAttackModel | undefined;
  /** Milliseconds on any monotonic clock; default `performance.now`. */
  readonly now?: () => number;
}

/** Measures frame after frame of one source. One call at a time. */
export interface FrameAnalyser {
  analyse(frame: CropSampler, timestampMs: number, options?: AnalyseOptions): Promise<FrameMeasurement>;
  /** Forgets the tracked face and the frame before: call it when the source changes. Frames count from 0 again. */
  reset(): void;
}

export function createFrameAnalyser(options: FrameAnalyserOptions): FrameAnalyser {
  const { tracker, scoreLiveness, now = () => performance.now() } = options;
  const imageMeasurer = createImageMeasurer();
  const flowMeasurer = createFaceFlowMeasurer();
  let index = 0;
  return {
    async analyse(frame, timestampMs, { liveness = false } = {}) {
      const startMs = now();
      const { faceCount, mesh } = await tracker.track(frame);
      const face = mesh === null ? null : measureFace(frame, mesh);
      const measurement = {
        index,
        timestampMs,
        width: frame.width,
        height: frame.height,
        faceCount,
        face,
        image: imageMeasurer.measure(frame, mesh),
        liveness:
          mesh !== null && face !== null && liveness
            ? {
                ...(await measureLiveness(frame, face.box, scoreLiveness)),
                flow: flowMeasurer.measure(frame, mesh, timestampMs),
              }
            : null,
      };
      index += 1;
      return { ...measurement, costMs: now() - startMs };
    },
    reset() {
      tracker.reset();
      imageMeasurer.reset();
      flowMeasurer.reset();
      index = 0;
    },
  };
}

function measureFace(frame: CropSampler, mesh: FaceMesh): FaceMeasurement {
  const { landmarks, presence } = mesh;
  return {
    landmarks,
    presence,
    box: boxOfLandmarks(landmarks),
    pose: measureHeadPose(landmarks),
    leftEyeOpenness: measureEyeOpenness(landmarks, LEFT_EYE),
    rightEyeOpenness: measureEyeOpenness(landmarks, RIGHT_EYE),
    mouthOpenness: measureMouthOpenness(landmarks),
    ...measureOcclusion(mesh),
    ...measureFaceLight(mesh),
    sharpness: measureSharpness(frame, mesh),
  };
}

/** Surroundings that the texture measures see around the face, over its size: enough for the edge of a sheet. */
const SURROUNDINGS = 1.8;
/** Pixels of the crop that the texture measures see, at most: larger faces are shrunk. */
const MAX_TEXTURE_SIDE = 512;

async function measureLiveness(
  frame: CropSampler,
  box: Box,
  scoreLiveness: PresentationAttackModel | undefined,
): Promise<Omit<FrameLivenessSignals, 'flow'>> {
  const [width, height] = [box.width * SURROUNDINGS, box.height * SURROUNDINGS];
  const scale = Math.min(1, MAX_TEXTURE_SIDE / Math.max(width, height));
  const [columns, rows] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  const inCrop = {
    x: (columns * (1 - 1 / SURROUNDINGS)) / 2,
    y: (rows * (1 - 1 / SURROUNDINGS)) / 2,
    width: columns / SURROUNDINGS,
    height: rows / SURROUNDINGS,
  };
  const seen = {
    x: -x * scale,
    y: -y * scale,
    width: frame.width * scale,
    height: frame.height * scale,
  };
  const view = viewOf(frame, { x, y, width, height }, columns, rows, scale < 1 ? 'area' : 'nearest-four');
  const texture = measureTextureSignals(view, { box: inCrop, seen });
  const modelScores = (await scoreLiveness?.(frame, box)) ?? [];
  const modelScore =
    modelScores.length === 0 ? null : modelScores.reduce((sum, score) => sum + score, 0) / modelScores.length;
  return { modelScore, modelScores, ...texture };
}
