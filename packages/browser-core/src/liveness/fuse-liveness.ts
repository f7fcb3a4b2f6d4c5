import type { FaceMeasurement, FrameMeasurement } from '../face/frame-measurement.ts';
import { measureInjection, type CameraEvidence, type PageEvidence } from './injection-signals.ts';
import type { LightChange } from './light/light-run.ts';
import { measureScreenLight } from './light/screen-light.ts';
import type { LivenessAssessment, LivenessReason } from './liveness-assessment.ts';
import {
  DEFAULT_LIVENESS_POLICY,
  FUSION_VERSION,
  type FusionCalibration,
  type InjectionSignal,
  type LivenessPolicy,
  type PresentationSignal,
  type SignalWeight,
} from './liveness-policy.ts';
import { measureSequence, type SequenceSignals } from './sequence-signals.ts';

/** All that one attempt knows. */
export interface LivenessInput {
  /** Frames of the attempt, oldest first; those without a face may be among them. */
  readonly frames: readonly FrameMeasurement[];
  /** Null when the frames come from no camera that could be asked. */
  readonly camera?: CameraEvidence | null;
  /** How the screen glowed meanwhile; null or left out where it did not. */
  readonly light?: readonly LightChange[] | null;
  /** Null where there is no page, as on a server. */
  readonly page?: PageEvidence | null;
  readonly modelVersion?: string | null;
}

/**
 * Fuses the evidence of an attempt: a logistic sum of weighted signals, each cut off so that none alone decides. The
 * suspicion of injection is kept beside the score, never inside it: it is weak, and whoever receives it should see both.
 */
export function fuseLiveness(
  { frames, camera = null, page = null, light = null, modelVersion = null }: LivenessInput,
  policy: LivenessPolicy = DEFAULT_LIVENESS_POLICY,
): LivenessAssessment {
  const sequence = measureSequence(frames);
  const values = presentationValues(sequence, light === null ? null : measureScreenLight(frames, light));
  const heaviest = Math.max(
    ...Object.values(policy.signals).map(({ attackLogit, bonaFideLogit }) => Math.max(attackLogit, bonaFideLogit)),
  );
  const reasons: LivenessReason[] = [];
  let sum = 0;
  for (const [signal, value] of Object.entries(values) as [PresentationSignal, number | null][]) {
    if (value === null || !Number.isFinite(value)) continue;
    const contribution = toLogit(value, policy.signals[signal]);
    sum += contribution;
    reasons.push({ signal, value, weight: heaviest > 0 ? contribution / heaviest : 0 });
  }

  const score = reasons.length === 0 ? 0.5 : toProbability(sum, policy.calibration);

  let unsuspicious = 1;
  const injection = measureInjection(frames, sequence, camera, page);
  for (const [signal, value] of Object.entries(injection) as [InjectionSignal, number | null][]) {
    if (value === null) continue;
    const suspicion = value * policy.injection[signal];
    unsuspicious *= 1 - suspicion;
    reasons.push({ signal, value, weight: suspicion === 0 ? 0 : -suspicion });
  }

  return {
    score,
    decision: decide(score, sequence.modelScore !== null, frames, policy),
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    injectionSuspicion: 1 - unsuspicious,
    frameCount: frames.length,
    durationMs: Math.max(0, (frames.at(-1)?.timestampMs ?? 0) - (frames[0]?.timestampMs ?? 0)),
    modelVersion: sequence.modelScore === null ? null : modelVersion,
    fusionVersion: FUSION_VERSION,
  };
}

function presentationValues(
  sequence: SequenceSignals,
  screenLight: number | null,
): Record<PresentationSignal, number | null> {
  const { texture } = sequence;
  return {
    model: sequence.modelScore,
    'model-agreement': sequence.modelDeviation,
    moire: texture?.moireEnergy ?? null,
    raster: texture?.rasterPeakDb ?? null,
    specular: texture?.specularShare ?? null,
    'high-frequency': texture?.highFrequencyRatio ?? null,
    border: texture?.borderStrength ?? null,
    chroma: texture?.chromaDeviation0to255 ?? null,
    parallax: sequence.parallaxRatio,
    'relative-motion': sequence.relativeMotion,
    'motion-ratio': sequence.motionRatio,
    'micro-motion': sequence.microMotion,
    blink: sequence.blinks,
    exposure: sequence.exposureAgreement,
    'screen-light': screenLight,
  };
}

function toLogit(value: number, { attackAt, bonaFideAt, attackLogit, bonaFideLogit }: SignalWeight): number {
  const evidence = Math.min(1, Math.max(-1, (2 * (value - attackAt)) / (bonaFideAt - attackAt) - 1));
  return evidence < 0 ? evidence * attackLogit : evidence * bonaFideLogit;
}

function toProbability(sum: number, { slope, biasLogit }: FusionCalibration): number {
  return 1 / (1 + Math.exp(-(slope * sum + biasLogit)));
}

function decide(
  score: number,
  modelSpoke: boolean,
  frames: readonly FrameMeasurement[],
  policy: LivenessPolicy,
): LivenessAssessment['decision'] {
  const faces = frames.flatMap(({ face }) => face ?? []);
  if (faces.length < policy.minimumFrames) return 'unsure';
  if (score >= policy.liveFromScore) {
    return (modelSpoke || !policy.liveNeedsModel) && isReadable(faces, policy) ? 'live' : 'unsure';
  }
  return score <= policy.notLiveToScore ? 'not_live' : 'unsure';
}

function isReadable(faces: readonly FaceMeasurement[], { readableLuminance: { from, to } }: LivenessPolicy): boolean {
  const luma = faces.reduce((sum, { luminanceMean0to255 }) => sum + luminanceMean0to255, 0) / faces.length;
  return luma >= from && luma <= to;
}
