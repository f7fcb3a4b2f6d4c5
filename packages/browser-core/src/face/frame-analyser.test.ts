import { memory } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFaceDetector } from './face-detector.ts';
import { createFaceMesher } from './face-mesh.ts';
import { createFaceTracker } from './face-tracker.ts';
import { createFrameAnalyser } from './frame-analyser.ts';
import type { FrameAnalyser } from './frame-analyser.ts';
import type { FaceMeasurement, FrameMeasurement } from './frame-measurement.ts';
import type { FaceNetworks } from './networks.ts';
import { openNetworks } from './networks.ts';
import { createNodeAssets } from './testing/node-assets.ts';
import { ASTRONAUT, emptyRoom, painted, pair, toFrame } from './testing/pictures.ts';

let networks: FaceNetworks;

beforeAll(async () => {
  networks = await openNetworks(await createNodeAssets());
});

afterAll(() => networks.dispose());

const createAnalyser = (): FrameAnalyser =>
  createFrameAnalyser({
    tracker: createFaceTracker(createFaceDetector(networks.detector), createFaceMesher(networks.mesh)),
  });

async function measure(picture: Sharp): Promise<FrameMeasurement> {
  return createAnalyser().analyse(await toFrame(picture), 0, { liveness: true });
}

async function measureFace(picture: Sharp): Promise<FaceMeasurement> {
  const { face } = await measure(picture);
  if (face === null) throw new Error('no face was found');
  return face;
}

const point = ({ landmarks }: FaceMeasurement, index: number): number[] =>
  Array.from(landmarks.subarray(index * 3, index * 3 + 2));

describe('a picture with one face', () => {
  it('has one face with its landmarks where eyes, nose, mouth and chin are', async () => {
    const { faceCount, face } = await measure(sharp(ASTRONAUT));
    expect(faceCount).toBe(1);
    if (face === null) throw new Error('no face was found');
    expect(face.presence).toBeGreaterThan(0.9);
    // Read off the picture by eye, in pixels.
    const places = { 33: [194, 101], 263: [257, 104], 1: [222, 131], 61: [201, 140], 291: [246, 143], 152: [220, 177] };
    for (const [index, [x, y]] of Object.entries(places)) {
      const [actualX = 0, actualY = 0] = point(face, Number(index));
      expect(Math.hypot(actualX - (x ?? 0), actualY - (y ?? 0))).toBeLessThan(5);
    }
    expect(face.box.x + face.box.width / 2).toBeCloseTo(226, -1);
  });

  it('shows a head held nearly straight, open eyes, a smile, nothing covered', async () => {
    const face = await measureFace(sharp(ASTRONAUT));
    expect(Math.abs(face.pose.yawDegrees)).toBeLessThan(8);
    expect(Math.abs(face.pose.rollDegrees)).toBeLessThan(8);
    expect(Math.abs(face.pose.pitchDegrees)).toBeLessThan(15);
    expect(Math.min(face.leftEyeOpenness, face.rightEyeOpenness)).toBeGreaterThan(0.25);
    expect(face.mouthOpenness).toBeGreaterThan(0.05);
    expect(Math.max(face.eyesOcclusion, face.mouthOcclusion)).toBeLessThan(0.15);
    expect(face.luminanceMean0to255).toBeGreaterThan(130);
    expect(face.sideLightRatio).toBeGreaterThan(1);
    expect(face.sideLightRatio).toBeLessThan(1.5);
  });

  it('carries texture signals when they are asked for, and only then', async () => {
    const frame = await toFrame(sharp(ASTRONAUT));
    const asked = await createAnalyser().analyse(frame, 0, { liveness: true });
    expect(asked.liveness).toMatchObject({ modelScore: null, modelScores: [] });
    expect(asked.liveness?.chromaDeviation0to255).toBeGreaterThan(0);
    expect((await createAnalyser().analyse(frame, 0)).liveness).toBeNull();
  });
});

describe('head pose', () => {
  it.each([-25, -10, 10, 25])('follows a picture turned by %i° in its plane', async (degrees) => {
    const straight = await measureFace(sharp(ASTRONAUT));
    const turned = await measureFace(sharp(ASTRONAUT).rotate(degrees));
    // Clockwise in the picture is towards the subject's own left shoulder.
    expect(turned.pose.rollDegrees - straight.pose.rollDegrees).toBeGreaterThan(degrees - 4);
    expect(turned.pose.rollDegrees - straight.pose.rollDegrees).toBeLessThan(degrees + 4);
    expect(Math.abs(turned.pose.yawDegrees)).toBeLessThan(10);
  });

  it('changes the sign of roll and yaw when the picture is mirrored', async () => {
    const turned = sharp(await sharp(ASTRONAUT).rotate(15).png().toBuffer());
    const one = await measureFace(turned.clone());
    const mirrored = await measureFace(turned.clone().flop());
    expect(one.pose.rollDegrees).toBeGreaterThan(10);
    expect(mirrored.pose.rollDegrees).toBeLessThan(-10);
    expect(Math.abs(one.pose.yawDegrees + mirrored.pose.yawDegrees)).toBeLessThan(4);
  });
});

describe('measures that must tell one picture from another', () => {
  it('find dark glasses', async () => {
    const glasses = await measureFace(
      painted(
        '<g fill="#111"><rect x="180" y="90" width="38" height="28"/><rect x="235" y="92" width="38" height="28"/></g>',
      ),
    );
    expect(glasses.eyesOcclusion).toBeGreaterThan(0.6);
    expect(glasses.mouthOcclusion).toBeLessThan(0.3);
  });

  it.each(['#9cc4dd', '#f4f4f4', '#181818'])('find a mask coloured %s', async (fill) => {
    const mask = await measureFace(
      painted(`<path fill="${fill}" d="M180 130 L225 122 L262 132 L258 165 L222 190 L190 165 Z"/>`),
    );
    expect(mask.mouthOcclusion).toBeGreaterThan(0.6);
    expect(mask.eyesOcclusion).toBeLessThan(0.3);
  });

  it('fall in sharpness with blur, and keep it with size', async () => {
    const sharpFace = await measureFace(sharp(ASTRONAUT));
    const blurred = await measureFace(sharp(ASTRONAUT).blur(3));
    const enlarged = await measureFace(sharp(ASTRONAUT).resize(1024));
    expect(blurred.sharpness).toBeLessThan(sharpFace.sharpness / 10);
    expect(enlarged.sharpness).toBeGreaterThan(sharpFace.sharpness * 0.6);
    expect(enlarged.sharpness).toBeLessThan(sharpFace.sharpness * 1.6);
  });

  it('see light and its side', async () => {
    const dim = await measureFace(sharp(ASTRONAUT).linear(0.3));
    const plain = await measureFace(sharp(ASTRONAUT));
    expect(dim.luminanceMean0to255).toBeLessThan(plain.luminanceMean0to255 * 0.4);
    const side = await measureFace(
      painted('<rect x="224" y="0" width="288" height="512" fill="#000" fill-opacity="0.6"/>'),
    );
    expect(side.sideLightRatio).toBeGreaterThan(1.8);
  });
});

describe('how many faces', () => {
  it('are two, the larger one measured', async () => {
    const { faceCount, face } = await measure(await pair(0.8));
    expect(faceCount).toBe(2);
    expect(face?.box.x).toBeLessThan(256);
  });

  it('is none', async () => {
    const { faceCount, face, liveness, image } = await measure(emptyRoom());
    expect([faceCount, face, liveness]).toEqual([0, null, null]);
    expect(image.backgroundLuminanceMean0to255).toBe(image.luminanceMean0to255);
    expect([image.faceColour, image.surroundingsColour]).toEqual([null, null]);
  });

  it('grows when somebody steps in while a face is tracked', async () => {
    const analyser = createAnalyser();
    const alone = await toFrame(
      sharp(ASTRONAUT).extract({ left: 100, top: 0, width: 256, height: 300 }).extend({ right: 256 }),
    );
    const together = await toFrame(await pair());
    expect((await analyser.analyse(alone, 0)).faceCount).toBe(1);
    const counts: number[] = [];
    for (let i = 1; i <= 12; i += 1) counts.push((await analyser.analyse(together, i)).faceCount);
    expect(counts.at(-1)).toBe(2);
  });
});

it('tells the colour of skin from that of what is around it', async () => {
  const { faceColour, surroundingsColour } = (await measure(sharp(ASTRONAUT))).image;
  const [red = 0, green = 0, blue = 0] = faceColour ?? [];
  expect(red).toBeGreaterThan(green * 1.2);
  expect(green).toBeGreaterThan(blue);
  const [redAround = 0, greenAround = 0] = surroundingsColour ?? [];
  expect(redAround / greenAround).toBeLessThan(red / green);
  const tinted = await measure(sharp(ASTRONAUT).linear([1, 1, 0.5], [0, 0, 0]));
  expect(tinted.image.faceColour?.[2]).toBeCloseTo(blue / 2, -1);
});

describe('a sequence of frames', () => {
  it('counts them, follows the face, loses it and finds it again', async () => {
    const analyser = createAnalyser();
    const [face, empty] = [await toFrame(sharp(ASTRONAUT)), await toFrame(emptyRoom())];
    const results = [];
    for (const frame of [face, face, empty, empty, face]) results.push(await analyser.analyse(frame, results.length));
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(results.map(({ faceCount }) => faceCount)).toEqual([1, 1, 0, 0, 1]);
    analyser.reset();
    expect((await analyser.analyse(face, 5)).index).toBe(0);
  });

  it('shows motion of face and background, and repeats by their fingerprint', async () => {
    const analyser = createAnalyser();
    const frame = await toFrame(sharp(ASTRONAUT));
    const moved = await toFrame(
      sharp(ASTRONAUT).affine([1, 0, 0, 1], { odx: 6, ody: 0 }).resize(512, 512, { fit: 'fill' }),
    );
    const first = await analyser.analyse(frame, 0);
    const repeat = await analyser.analyse(frame, 1);
    const other = await analyser.analyse(moved, 2);
    expect(first.image.faceMotion0to255).toBeNull();
    expect(repeat.image).toMatchObject({
      faceMotion0to255: 0,
      backgroundMotion0to255: 0,
      fingerprint: first.image.fingerprint,
    });
    expect(other.image.backgroundMotion0to255).toBeGreaterThan(1);
    expect(other.image.fingerprint).not.toBe(first.image.fingerprint);
  });

  it('leaves no tensor behind, with and without a face', async () => {
    const analyser = createAnalyser();
    const frames = [await toFrame(sharp(ASTRONAUT)), await toFrame(emptyRoom())];
    for (const frame of frames) await analyser.analyse(frame, 0);
    const { numTensors } = memory();
    for (let i = 0; i < 6; i += 1) for (const frame of frames) await analyser.analyse(frame, i, { liveness: true });
    expect(memory().numTensors).toBe(numTensors);
  });
});
