import type { Provenance } from '../quality/quality-policy.ts';
import type { LivenessSignal } from './liveness-assessment.ts';

/** Changes whenever a weight, a line or a signal's meaning does. */
export const FUSION_VERSION = 'fusion-1';

/**
 * How one signal's value becomes evidence: a straight line from −1 at `attackAt` to +1 at `bonaFideAt`, cut off at both;
 * a negative result counts `attackLogit`, a positive one `bonaFideLogit`.
 */
export interface SignalWeight {
  readonly attackAt: number;
  readonly bonaFideAt: number;
  readonly attackLogit: number;
  readonly bonaFideLogit: number;
  readonly provenance: Provenance;
  readonly source: string;
}

export type PresentationSignal = Exclude<LivenessSignal, InjectionSignal>;
export type InjectionSignal = 'repeat' | 'frame-timing' | 'sensor-noise' | 'camera-label' | 'camera-settings';

export interface LivenessPolicy {
  /** Logit before any evidence: 0 leans nowhere. */
  readonly biasLogit: number;
  readonly signals: Readonly<Record<PresentationSignal, SignalWeight>>;
  /** The most that each signal alone adds to the suspicion of injection, 0–1. */
  readonly injection: Readonly<Record<InjectionSignal, number>>;
  readonly liveFromScore: number;
  readonly notLiveToScore: number;
  /** Fewer frames with a face than this are never more than `unsure`. */
  readonly minimumFrames: number;
}

const weight = (
  attackAt: number,
  bonaFideAt: number,
  attackLogit: number,
  bonaFideLogit: number,
  provenance: Provenance,
  source: string,
): SignalWeight => ({ attackAt, bonaFideAt, attackLogit, bonaFideLogit, provenance, source });

/**
 * The first fusion: cautious weights, set by hand. Texture speaks against a presentation more than for one, because the
 * absence of a defect proves little.
 */
export const DEFAULT_LIVENESS_POLICY: LivenessPolicy = {
  biasLogit: 0,
  signals: {
    model: weight(0.1, 0.9, 2.5, 2.5, 'guess', 'the model outweighs every single other signal'),
    'model-agreement': weight(0.4, 0.1, 0.5, 0.2, 'guess', 'deviation of scores over frames and scales'),
    moire: weight(0.25, 0.03, 1, 0.1, 'guess', 'share of mid and high frequency energy in narrow peaks'),
    specular: weight(0.06, 0.005, 0.6, 0, 'guess', 'oily skin and glasses shine too'),
    'high-frequency': weight(0.005, 0.03, 0.3, 0, 'guess', 'a soft lens lowers it as a soft print does'),
    border: weight(0.8, 0.3, 0.8, 0.1, 'guess', 'door frames and shelves raise it'),
    chroma: weight(3, 8, 0.4, 0.1, 'guess', 'a grey picture; warm light narrows it too'),
    parallax: weight(0.15, 0.45, 0.8, 0.6, 'guess', 'a replayed video of a head has parallax as well'),
    'motion-ratio': weight(0.8, 2.5, 0.3, 0.3, 'guess', 'AUC .80 alone over replay-attack, less for hand-held cameras'),
    'micro-motion': weight(0.004, 0.02, 0.8, 0.4, 'guess', 'lids and lips of a photograph do not move'),
    blink: weight(-1, 1, 0, 0.8, 'guess', 'a blink speaks for a person or a video of one; its absence says nothing'),
  },
  injection: {
    repeat: 0.7,
    'frame-timing': 0.15,
    'sensor-noise': 0.5,
    'camera-label': 0.6,
    'camera-settings': 0.4,
  },
  liveFromScore: 0.7,
  notLiveToScore: 0.3,
  minimumFrames: 3,
};
