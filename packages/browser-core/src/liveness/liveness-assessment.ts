/** Which observation speaks, and how strongly: −1 attack, 0 says nothing, +1 bona fide. */
export interface LivenessReason {
  readonly signal: LivenessSignal;
  readonly weight: number;
  /** The measured value behind the weight, in the signal's own unit. */
  readonly value: number;
}

export type LivenessSignal =
  | 'model'
  | 'model-agreement'
  | 'moire'
  | 'raster'
  | 'specular'
  | 'high-frequency'
  | 'border'
  | 'chroma'
  | 'parallax'
  | 'relative-motion'
  | 'motion-ratio'
  | 'micro-motion'
  | 'blink'
  | 'exposure'
  | 'screen-light'
  | 'repeat'
  | 'frame-timing'
  | 'sensor-noise'
  | 'camera-label'
  | 'camera-settings'
  | 'resolution-change'
  | 'untrusted-input'
  | 'page-hidden';

/**
 * What the frames of one attempt say together. It is evidence: the gateway decides. Never a bare boolean, and never
 * without the number of frames behind it.
 */
export interface LivenessAssessment {
  /**
   * Probability of a bona fide presentation, 0–1, where an attack is as likely: a logistic sum of weights, whose slope and bias were
   * fitted to simulated sessions (`calibration` of the policy). How far it holds on others: docs/liveness.
   */
  readonly score: number;
  readonly decision: 'live' | 'not_live' | 'unsure';
  /** Strongest first. */
  readonly reasons: readonly LivenessReason[];
  /** Belief that the frames did not come from a sensor in front of a scene, 0–1. Reported, never trusted alone. */
  readonly injectionSuspicion: number;
  readonly frameCount: number;
  readonly durationMs: number;
  /** The model and the fusion that spoke, for the record. */
  readonly modelVersion: string | null;
  readonly fusionVersion: string;
}
