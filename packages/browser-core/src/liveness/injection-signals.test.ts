import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import { fuseLiveness } from './fuse-liveness.ts';
import { measureInjection, type CameraEvidence, type PageEvidence } from './injection-signals.ts';
import { measureSequence } from './sequence-signals.ts';

const CAMERA: CameraEvidence = {
  kind: 'ordinary',
  labelled: true,
  settings: { width: 640, height: 480, frameRate: 30, deviceId: 'd' },
  capabilities: null,
};

type Size = readonly [width: number, height: number];

const framesOf = (...sizes: readonly Size[]): readonly FrameMeasurement[] =>
  sizes.map(([width, height], index) =>
    syntheticMeasurement({
      frame: { index, timestampMs: 70 * index + Math.sin(index), width, height },
      image: { fingerprint: `f${index}` },
    }),
  );

const measure = (frames: readonly FrameMeasurement[], page: PageEvidence | null = null, camera = CAMERA) =>
  measureInjection(frames, measureSequence(frames), camera, page);

describe('resolution-change', () => {
  it.each([
    [
      'one size',
      [
        [640, 480],
        [640, 480],
        [640, 480],
      ],
      0,
    ],
    [
      'a phone that is turned, and turned back',
      [
        [640, 480],
        [480, 640],
        [640, 480],
      ],
      0,
    ],
    [
      'another size of the same shape',
      [
        [640, 480],
        [1280, 960],
      ],
      1,
    ],
    [
      'another shape, for one frame',
      [
        [640, 480],
        [640, 360],
        [640, 480],
      ],
      1,
    ],
    [
      'a turn together with another size',
      [
        [640, 480],
        [720, 1280],
      ],
      1,
    ],
    ['a single frame, which cannot change', [[640, 480]], null],
  ] as const)('%s', (_, sizes, expected) => {
    expect(measure(framesOf(...sizes))['resolution-change']).toBe(expected);
  });

  it('is not asked of pictures that come from no camera: small frames beside a large still', () => {
    const frames = framesOf([480, 360], [480, 360], [1280, 960]);
    expect(measureInjection(frames, measureSequence(frames), null)['resolution-change']).toBe(null);
    expect(fuseLiveness({ frames }).reasons.some(({ signal }) => signal === 'resolution-change')).toBe(false);
  });
});

describe('untrusted-input and page-hidden', () => {
  const frames = framesOf([640, 480], [640, 480]);

  it.each([
    ['a script that pressed', false, 1],
    ['a person who did', true, 0],
    ['a page that started by itself', null, null],
  ] as const)('%s', (_, isInputTrusted, expected) => {
    expect(measure(frames, { isInputTrusted, hidden: [] })['untrusted-input']).toBe(expected);
  });

  it('is the share of frames on which the page was hidden', () => {
    expect(measure(frames, { isInputTrusted: null, hidden: [true, false] })['page-hidden']).toBe(0.5);
    expect(measure(frames, { isInputTrusted: null, hidden: [false, false] })['page-hidden']).toBe(0);
    expect(measure(frames, { isInputTrusted: null, hidden: [] })['page-hidden']).toBe(null);
  });

  it('says nothing where there is no page', () => {
    const { 'untrusted-input': input, 'page-hidden': hidden } = measure(frames);
    expect([input, hidden]).toEqual([null, null]);
  });
});

describe('the page’s evidence in the fusion', () => {
  const honest: PageEvidence = { isInputTrusted: true, hidden: [false, false] };
  const assess = (sizes: readonly Size[], page: PageEvidence) =>
    fuseLiveness({ frames: framesOf(...sizes), camera: CAMERA, page });
  const same: readonly Size[] = [
    [640, 480],
    [640, 480],
  ];

  it.each([
    [
      'resolution-change',
      [
        [640, 480],
        [1280, 720],
      ],
      honest,
    ],
    ['untrusted-input', same, { ...honest, isInputTrusted: false }],
    ['page-hidden', same, { ...honest, hidden: [true, true] }],
  ] as const)('%s raises the suspicion and leaves the score alone', (signal, sizes, page) => {
    const plain = assess(same, honest);
    const found = assess(sizes, page);
    expect(found.injectionSuspicion).toBeGreaterThan(plain.injectionSuspicion);
    expect(found.reasons.find((reason) => reason.signal === signal)?.weight).toBeLessThan(0);
    expect(found.score).toBe(plain.score);
    expect(found.decision).toBe(plain.decision);
  });

  it('convicts nobody by itself: voice control presses buttons by script', () => {
    const { injectionSuspicion } = assess(same, { ...honest, isInputTrusted: false });
    expect(injectionSuspicion).toBeLessThan(0.5);
  });
});
