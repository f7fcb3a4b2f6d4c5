import { readVideoFrames, TALKING_HEAD } from '@bonafide/tooling/video-frames.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFaceDetector } from '../src/face/face-detector.ts';
import { createFaceMesher } from '../src/face/face-mesh.ts';
import { createFaceTracker } from '../src/face/face-tracker.ts';
import { createFrameAnalyser } from '../src/face/frame-analyser.ts';
import type { FrameMeasurement } from '../src/face/frame-measurement.ts';
import type { FaceNetworks } from '../src/face/networks.ts';
import { openNetworks } from '../src/face/networks.ts';
import { createRgbaSampler } from '../src/face/rgba-sampler.ts';
import { createNodeAssets } from '../src/face/testing/node-assets.ts';
import { fuseLiveness } from '../src/liveness/fuse-liveness.ts';
import { measureSequence } from '../src/liveness/sequence-signals.ts';
import { judgeStill } from '../src/quality/judge-still.ts';
import { createPresentationSimulator, type PresentationKind } from './simulate-attack.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 24;
const KINDS = ['genuine', 'print', 'replay'] as const;

let networks: FaceNetworks;
const measured = new Map<PresentationKind, readonly FrameMeasurement[]>();

beforeAll(async () => {
  networks = await openNetworks(await createNodeAssets());
  const jpegs = await readVideoFrames({ video: TALKING_HEAD, fromSeconds: 4, count: FRAMES, framesPerSecond: 15 });
  const sources: Uint8ClampedArray[] = [];
  for (const jpeg of jpegs) {
    const { data } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    sources.push(new Uint8ClampedArray(data));
  }
  for (const kind of KINDS) {
    const simulate = createPresentationSimulator({ kind, width: WIDTH, height: HEIGHT });
    const analyser = createFrameAnalyser({
      tracker: createFaceTracker(createFaceDetector(networks.detector), createFaceMesher(networks.mesh)),
    });
    const frames: FrameMeasurement[] = [];
    for (const [index, source] of sources.entries()) {
      const sampler = createRgbaSampler({ data: simulate(source, index), width: WIDTH, height: HEIGHT });
      frames.push(await analyser.analyse(sampler, (index * 1000) / 15, { liveness: true }));
    }
    measured.set(kind, frames);
  }
});

afterAll(() => networks.dispose());

const framesOf = (kind: PresentationKind): readonly FrameMeasurement[] => measured.get(kind) ?? [];

describe('evidence over a talking head and simulated presentations of it', () => {
  it.each(KINDS)('sees the face in every frame: %s', (kind) => {
    expect(framesOf(kind).filter(({ face }) => face !== null)).toHaveLength(FRAMES);
  });

  it('stops no frame of the person', () => {
    const stopped = framesOf('genuine').filter((frame) => judgeStill(frame).problems.length > 0);
    expect(stopped).toEqual([]);
  });

  it('treats a printed photograph differently: halftone, narrow gamut, a score well below the person’s', () => {
    const [person, print] = [measureSequence(framesOf('genuine')), measureSequence(framesOf('print'))];
    expect(print.texture?.moireEnergy).toBeGreaterThan(5 * (person.texture?.moireEnergy ?? 1));
    expect(print.texture?.chromaDeviation0to255).toBeLessThan(0.7 * (person.texture?.chromaDeviation0to255 ?? 0));
    const scores = [fuseLiveness({ frames: framesOf('genuine') }), fuseLiveness({ frames: framesOf('print') })];
    expect((scores[0]?.score ?? 0) - (scores[1]?.score ?? 1)).toBeGreaterThan(0.25);
    expect(scores[1]?.decision).toBe('not_live');
  });

  it('treats a held screen differently, if less: the background moves with the face, and the score falls', () => {
    const [person, replay] = [measureSequence(framesOf('genuine')), measureSequence(framesOf('replay'))];
    expect(replay.motionRatio).toBeLessThan(0.85 * (person.motionRatio ?? 0));
    const score = (kind: PresentationKind): number => fuseLiveness({ frames: framesOf(kind) }).score;
    expect(score('replay')).toBeLessThan(score('genuine'));
  });

  it('calls none of them live without a model', () => {
    for (const kind of KINDS) expect(fuseLiveness({ frames: framesOf(kind) }).decision).not.toBe('live');
  });
});
