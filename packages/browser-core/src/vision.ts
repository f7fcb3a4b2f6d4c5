// What runs without a DOM: the same networks, measures and judgements that the page uses, for a server that looks at the
// submitted picture again. The page's own way in is `openVision` of the root entry.
export { parseAssetManifest, verifyAsset } from './asset-loading/asset-source.ts';
export type { AssetFile, AssetManifest, AssetSource } from './asset-loading/asset-source.ts';
export type { CropRegion, CropSampler, Smoothing } from './face/crop-sampler.ts';
export { createFaceDetector } from './face/face-detector.ts';
export type { DetectedFace, FaceDetector } from './face/face-detector.ts';
export { createFaceMesher } from './face/face-mesh.ts';
export type { FaceMesh, FaceMesher } from './face/face-mesh.ts';
export { createFaceTracker } from './face/face-tracker.ts';
export type { FaceTracker, FaceTrackerOptions, TrackedFaces } from './face/face-tracker.ts';
export { createFrameAnalyser } from './face/frame-analyser.ts';
export type { FrameAnalyser, FrameAnalyserOptions, PresentationAttackModel } from './face/frame-analyser.ts';
export type {
  Box,
  FaceFlow,
  FaceMeasurement,
  FrameLivenessSignals,
  FrameMeasurement,
  HeadPose,
  ImageMeasurement,
} from './face/frame-measurement.ts';
export { createNetwork } from './face/network/network.ts';
export type { Network } from './face/network/network.ts';
export type { GraphNode, NetworkGraph, WeightEntry } from '@bonafide/models';
export { openNetworks } from './face/networks.ts';
export type { FaceNetworks } from './face/networks.ts';
export { createRgbaSampler } from './face/rgba-sampler.ts';
export type { RgbaImage } from './face/rgba-sampler.ts';
export type { AnalyseOptions, VisionBackend } from './face/vision.ts';
export { fuseLiveness } from './liveness/fuse-liveness.ts';
export type { LivenessInput } from './liveness/fuse-liveness.ts';
export type { LivenessAssessment, LivenessReason, LivenessSignal } from './liveness/liveness-assessment.ts';
export { DEFAULT_LIVENESS_POLICY } from './liveness/liveness-policy.ts';
export type { LivenessPolicy } from './liveness/liveness-policy.ts';
export { judgeStill } from './quality/judge-still.ts';
export type { StillJudgement } from './quality/judge-still.ts';
export { createQualityPolicy, DEFAULT_QUALITY_POLICY } from './quality/quality-policy.ts';
export type { QualityPolicy } from './quality/quality-policy.ts';
export type { QualitySummary } from './quality/quality-summary.ts';
export { BrowserCoreError, isBrowserCoreError } from './browser-core-error.ts';
