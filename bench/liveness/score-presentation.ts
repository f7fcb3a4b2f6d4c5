import { createRgbaSampler } from '../../packages/browser-core/src/face/rgba-sampler.ts';
import type { FrameAnalyser } from '../../packages/browser-core/src/face/frame-analyser.ts';
import type { FrameMeasurement } from '../../packages/browser-core/src/face/frame-measurement.ts';
import { fuseLiveness } from '../../packages/browser-core/src/liveness/fuse-liveness.ts';
import { measureSequence, type SequenceSignals } from '../../packages/browser-core/src/liveness/sequence-signals.ts';
import type { HumanPeer } from './human.ts';
import type { Peer } from './minifasnet.ts';
import type { Presentation } from './presentation-list.ts';
import type { TimedFrame } from './read-frames.ts';
import { estimateTypologyAngle } from './skin-tone.ts';

export const OURS = 'ours';
/** The two teachers together, as their repository fuses them. */
const FUSED_PEERS = 'both MiniFASNets, mean';

/** The cheap signals, each alone: high for a bona fide presentation, and no probabilities. */
const SIGNALS = [
  'moiré',
  'raster',
  'specular',
  'high frequency',
  'border',
  'chroma',
  'parallax',
  'relative motion',
  'motion ratio',
  'micro-motion',
  'blinks',
  'exposure',
  'model agreement',
] as const;
type Signal = (typeof SIGNALS)[number];

/** Whether a system's score is meant as the probability of a bona fide presentation. */
export const isProbability = (system: string): boolean => !(SIGNALS as readonly string[]).includes(system);

/** What every system made of one presentation. Scores are high for a bona fide one. */
export interface ScoredPresentation extends Presentation {
  /** Of the face, pixels and mean luma, in the middle frame that has one. */
  readonly faceHeight: number;
  readonly luminance: number;
  /** See `estimateTypologyAngle`; null where it cannot be told. */
  readonly typologyAngle: number | null;
  readonly scores: ReadonlyMap<string, number>;
}

export interface Systems {
  readonly analyser: FrameAnalyser;
  /** Of our model, for their names; empty without one. */
  readonly crops: readonly { readonly scale: number }[];
  readonly peers: ReadonlyMap<string, Peer>;
  /** Null where it is not asked for. */
  readonly human: HumanPeer | null;
}

/**
 * Null where no frame has a face. A picture is scored once by each system; a video by its middle frame, by the mean of its frames, and
 * by our session, which sees what happens between them.
 */
export async function scorePresentation(
  item: Presentation,
  frames: readonly TimedFrame[],
  { analyser, crops, peers, human }: Systems,
): Promise<ScoredPresentation | null> {
  analyser.reset();
  const measurements: FrameMeasurement[] = [];
  const seen: {
    readonly image: TimedFrame['image'];
    readonly face: NonNullable<FrameMeasurement['face']>;
    readonly scores: ReadonlyMap<string, number>;
  }[] = [];
  for (const { image, timestampMs } of frames) {
    const frame = createRgbaSampler(image);
    const measurement = await analyser.analyse(frame, timestampMs, { liveness: true });
    measurements.push(measurement);
    const { face, liveness } = measurement;
    if (face === null || liveness === null) continue;
    const scores = new Map<string, number>();
    if (liveness.modelScore !== null) scores.set(OURS, liveness.modelScore);
    if (item.kind === 'picture') {
      for (const [i, score] of liveness.modelScores.entries()) scores.set(`${OURS}, crop ${crops[i]?.scale}`, score);
      // The cheap signals have no threshold of their own; which way each leans is the fusion's reading.
      for (const [name, value] of textureOf(liveness)) scores.set(name, value);
    }
    for (const [name, score] of peers) scores.set(name, await score(frame, face.box));
    const peerScores = [...peers.keys()].map((name) => scores.get(name) ?? NaN);
    if (peerScores.length > 1) scores.set(FUSED_PEERS, meanOf(peerScores));
    for (const [name, score] of (await human?.score(image)) ?? []) scores.set(name, score);
    seen.push({ image, face, scores });
  }
  const middle = seen[Math.floor(seen.length / 2)];
  if (middle === undefined) return null;
  const { box, luminanceMean0to255 } = middle.face;
  const typologyAngle = estimateTypologyAngle(middle.image, middle.face);
  const facts = { ...item, faceHeight: box.height, luminance: luminanceMean0to255, typologyAngle };
  if (item.kind === 'picture') return { ...facts, scores: middle.scores };
  const scores = new Map<string, number>();
  for (const [name, score] of middle.scores) {
    scores.set(`${name}, one frame`, score);
    // A peer that finds its own face may have missed it in some.
    scores.set(`${name}, mean of frames`, meanOf(seen.flatMap((one) => one.scores.get(name) ?? [])));
  }
  scores.set(`${OURS}, session`, fuseLiveness({ frames: measurements }).score);
  for (const [name, value] of signalsOf(measureSequence(measurements))) scores.set(name, value);
  return { ...facts, scores };
}

type TextureSignals = NonNullable<SequenceSignals['texture']>;

const textureOf = (liveness: TextureSignals): readonly (readonly [Signal, number])[] => [
  ['moiré', -liveness.moireEnergy],
  ['raster', -liveness.rasterPeakDb],
  ['specular', -liveness.specularShare],
  ['high frequency', liveness.highFrequencyRatio],
  ['border', -liveness.borderStrength],
  ['chroma', liveness.chromaDeviation0to255],
];

/** What the session sees in its frames (each cheap signal's median) and between them, each alone and high for a bona fide one; absent where it does not tell. */
function signalsOf(sequence: SequenceSignals): readonly (readonly [Signal, number])[] {
  const { texture, parallaxRatio, relativeMotion, motionRatio, microMotion, blinks, exposureAgreement } = sequence;
  const { modelDeviation } = sequence;
  const signals = [
    ...(texture === null ? [] : textureOf(texture)),
    ['parallax', parallaxRatio],
    ['relative motion', relativeMotion],
    ['motion ratio', motionRatio],
    ['micro-motion', microMotion],
    ['blinks', blinks],
    ['exposure', exposureAgreement],
    ['model agreement', modelDeviation === null ? null : -modelDeviation],
  ] as const;
  return signals.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
