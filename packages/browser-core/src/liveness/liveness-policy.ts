import type { Provenance } from '../quality/threshold.ts';
import type { LivenessSignal } from './liveness-assessment.ts';

/** Changes whenever a weight, a line or a signal's meaning does. */
export const FUSION_VERSION = 'fusion-5';

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

/** How the sum of evidence becomes a probability: score = 1 / (1 + e^−(slope × sum + biasLogit)). */
export interface FusionCalibration {
  readonly slope: number;
  readonly biasLogit: number;
  readonly provenance: Provenance;
  readonly source: string;
}

export type PresentationSignal = Exclude<LivenessSignal, InjectionSignal>;
export type InjectionSignal =
  | 'repeat'
  | 'frame-timing'
  | 'sensor-noise'
  | 'camera-label'
  | 'camera-settings'
  | 'resolution-change'
  | 'untrusted-input'
  | 'page-hidden';

/** How much each signal weighs and where the lines of the decision lie. */
export interface LivenessPolicy {
  readonly calibration: FusionCalibration;
  readonly signals: Readonly<Record<PresentationSignal, SignalWeight>>;
  /** The most that each signal alone adds to the suspicion of injection, 0–1. */
  readonly injection: Readonly<Record<InjectionSignal, number>>;
  readonly liveFromScore: number;
  readonly notLiveToScore: number;
  /** Fewer frames with a face than this are never more than `unsure`. */
  readonly minimumFrames: number;
  /**
   * Mean luma of the face, 0–255, inside which `live` may be said: in the dark and in glare a face and its picture look alike. Guess; wider
   * than the quality gate's own lines, so that it speaks only where that gate did not.
   */
  readonly readableLuminance: { readonly from: number; readonly to: number };
  /** Texture and movement alone never say `live`: a good replay passes them. */
  readonly liveNeedsModel: boolean;
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
 * Cautious weights, set by hand. The model counts most; texture speaks against a presentation more than for one, because the
 * absence of a defect proves little.
 */
export const DEFAULT_LIVENESS_POLICY: LivenessPolicy = {
  calibration: {
    slope: 0.6,
    biasLogit: -0.28,
    provenance: 'measured',
    source:
      'maximum likelihood over 94 simulated sessions, as many attacks as people and as many of each of twelve kinds, three of them masks, of which hardly any signal tells (training/pad/calibrate.py); 95 % bootstrap intervals 0.41 to 0.91, −0.70 to 0.01',
  },
  signals: {
    model: weight(
      0.2,
      0.8,
      2.2,
      1.8,
      'guess',
      'the middle is the line of the networks that it was taught by; it may nearly decide for itself, and more against than for',
    ),
    'model-agreement': weight(0.4, 0.1, 0.5, 0.2, 'guess', 'deviation of scores over frames and scales'),
    moire: weight(
      0.5,
      0.06,
      1,
      0.1,
      'measured',
      'simulated print 0.61 (0.50–0.67), the person in the same frames 0.00 (0.00–0.03)',
    ),
    raster: weight(
      14,
      9,
      2,
      0,
      'measured',
      'the tallest bins of plain noise reach 9 dB; one talking head and 45 rendered people 0 to 2.3, four simulated displays whose pixels the camera resolves 5, 11, 14 and 16 at the median of ten frames, of which the tallest is what counts; a lens or a codec that blurs the pixels away leaves nothing. Real pictures, which did not set it: over 11.5 in 1 of 389 bona fide, 5 of 454 attacks',
    ),
    specular: weight(0.06, 0.005, 0.2, 0, 'guess', 'oily skin and glasses shine too, so it says little'),
    'high-frequency': weight(
      0.3,
      0.12,
      0.4,
      0,
      'measured',
      'simulated print 0.26 (0.21–0.61), the person 0.03 (0.01–0.06); a fine print has no such halftone',
    ),
    border: weight(
      0.8,
      0.3,
      0.5,
      0.1,
      'guess',
      'half the oval in long straight edges; door frames and shelves raise it',
    ),
    chroma: weight(3.4, 6.1, 0.4, 0.1, 'measured', 'simulated print 3.8 (3.4–3.9), the person 6.9 (6.1–7.4)'),
    parallax: weight(
      0.35,
      0.75,
      0.2,
      0.2,
      'measured',
      'by pixels: 0.28 on a simulated print, 0.9 on the person and on a replay of them; says little of displays and cut-outs',
    ),
    'relative-motion': weight(
      0.22,
      0.76,
      0.8,
      0.6,
      'measured',
      'regression over 43 simulated videos, both lines its own, half of its weight: what a hand holds moves with its surroundings. Cut-outs and monitors on a stand do not',
    ),
    'motion-ratio': weight(
      0.6,
      2,
      0.4,
      0.4,
      'measured',
      'one talking head before a fixed camera 1.2–1.8, its simulated print 0.7–0.95, replay 0.87–0.94; a hand-held camera lowers it too',
    ),
    'micro-motion': weight(
      0.004,
      0.03,
      0,
      0,
      'measured',
      'reported and not weighed: over simulated videos it tells nothing (AUC .44), since turning prints make the mesh tremble as lips and lids do',
    ),
    blink: weight(
      -1,
      1,
      0,
      0.2,
      'measured',
      'no simulated print blinks, a third of the people do, and so do replays: it speaks against paper alone',
    ),
    exposure: weight(
      0.3,
      0.8,
      0,
      0,
      'guess',
      'reported and not weighed: not measured on any film of a display that adapts',
    ),
    'screen-light': weight(
      0.1,
      0.5,
      0.2,
      0.3,
      'guess',
      'never seen on people. What follows the screen with its whole surroundings is a sheet, or somebody close to a wall',
    ),
  },
  injection: {
    repeat: 0.7,
    'frame-timing': 0.15,
    'sensor-noise': 0.5,
    'camera-label': 0.6,
    'camera-settings': 0.4,
    // Guesses, all three. Drivers may change size when a phone grows hot, and voice control presses buttons by script.
    'resolution-change': 0.3,
    'untrusted-input': 0.15,
    'page-hidden': 0.5,
  },
  // Guesses: near where the lines 0.7 and 0.3 of the sum as it was lie now (0.557 and 0.313), rounded.
  liveFromScore: 0.55,
  notLiveToScore: 0.3,
  minimumFrames: 3,
  readableLuminance: { from: 25, to: 235 },
  liveNeedsModel: true,
};
