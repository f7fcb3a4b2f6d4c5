import { describe, expect, it } from 'vitest';
import type { DetectedFace, FaceDetector } from '../face/face-detector.ts';
import { createDocumentAnalyser } from './document-analyser.ts';
import { renderScene, seenFrom } from './testing/card-scene.ts';

const FRAME = { width: 640, height: 360 };
const quad = seenFrom('id-1', { distance: 1.5 }, FRAME);
const upright = renderScene({ ...FRAME, quad });
const empty = renderScene({ ...FRAME, quad: seenFrom('id-1', { x: 9 }, FRAME) });
/** Cut at the card's edges. */
const scan = renderScene({
  width: 800,
  height: 504,
  quad: [
    { x: 0, y: 0 },
    { x: 800, y: 0 },
    { x: 800, y: 504 },
    { x: 0, y: 504 },
  ],
  roundness: 0,
});

const face = (height: number): DetectedFace => ({
  score: 0.9,
  centreX: 80,
  centreY: 120,
  width: height,
  height,
  rightEye: [70, 110],
  leftEye: [92, 110],
});

function counting(answer: (call: number) => readonly DetectedFace[]): { detect: FaceDetector; calls: () => number } {
  let count = 0;
  return { detect: () => Promise.resolve(answer(count++)), calls: () => count };
}

describe('document analyser', () => {
  it('looks at the layout now and then only, and remembers it between', async () => {
    const { detect, calls } = counting(() => [face(90)]);
    const analyser = createDocumentAnalyser({ detectFace: detect, now: () => 0 });
    const portraits: (boolean | null | undefined)[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { document } = await analyser.analyse(upright, i * 66, { side: 'front' });
      portraits.push(document?.features.portrait);
    }
    expect(portraits).toEqual(Array(6).fill(true));
    expect(calls()).toBe(2);
  });

  it('says that there is no portrait only after it looked at it both ways up', async () => {
    const { detect, calls } = counting(() => []);
    const { document } = await createDocumentAnalyser({ detectFace: detect }).analyse(upright, 0, { side: 'front' });
    expect(document?.features.portrait).toBe(false);
    expect(calls()).toBe(4);
  });

  it('judges no portrait without a detector, and takes a small face for a ghost image', async () => {
    const without = await createDocumentAnalyser().analyse(upright, 0, { side: 'front' });
    expect(without.document?.features.portrait).toBeNull();
    const { detect } = counting(() => [face(20)]);
    const ghost = await createDocumentAnalyser({ detectFace: detect }).analyse(upright, 0, { side: 'front' });
    expect(ghost.document?.features.portrait).toBe(false);
  });

  it('turns a document whose face is upside down, and keeps it turned', async () => {
    // Both halves as it lies, then the first half the other way up.
    const { detect } = counting((call) => (call >= 2 ? [face(90)] : []));
    const analyser = createDocumentAnalyser({ detectFace: detect });
    for (let i = 0; i < 3; i += 1) {
      const { document } = await analyser.analyse(upright, i * 66, { side: 'front' });
      expect(Math.abs(document?.rotationDegrees ?? 0)).toBeGreaterThan(170);
    }
  });

  it('measures motion only while the same document is followed', async () => {
    const analyser = createDocumentAnalyser();
    const motions: (number | null)[] = [];
    for (const image of [upright, upright, empty, upright]) {
      motions.push((await analyser.analyse(image, 0, { side: 'front' })).motionRatio);
    }
    expect(motions.map((motion) => motion !== null)).toEqual([false, true, false, false]);
    analyser.reset();
    expect((await analyser.analyse(upright, 0, { side: 'front' })).motionRatio).toBeNull();
  });

  it('takes a picture that was cut at the document’s edges for the document, a frame of a stream never', async () => {
    const analyser = createDocumentAnalyser();
    const still = await analyser.analyse(scan, 0, { side: 'front', isStill: true });
    expect(still.document).toMatchObject({ format: 'id-1', spanRatio: 1 });
    const frame = await analyser.analyse(scan, 0, { side: 'front' });
    expect(frame.document?.spanRatio ?? 0).toBeLessThan(1);
  });
});
