import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEFAULT_LIVENESS_POLICY } from '@bonafide/browser-core/vision';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verifier } from './verifier.ts';
import { createVerifier } from './verifier.ts';

const ASTRONAUT = readFileSync(fileURLToPath(new URL('../../testkit/assets/astronaut.png', import.meta.url)));
const emptyRoom = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();

let verifier: Verifier;

beforeAll(() => {
  verifier = createVerifier({ threads: 1, deadlineMs: 60_000 });
});

afterAll(() => verifier.close());

describe('inspectSelfie', () => {
  it('finds the face, measures it as the page does, and gives evidence of liveness', async () => {
    const selfie = await sharp(ASTRONAUT)
      .extract({ left: 116, top: 8, width: 220, height: 240 })
      .resize(640)
      .jpeg()
      .toBuffer();
    const inspection = await verifier.inspectSelfie(selfie);
    expect(inspection).toMatchObject({ format: 'jpeg', width: 640, faceCount: 1 });
    expect(inspection.quality.problems).not.toContain('no-face');
    expect(inspection.face?.presence).toBeGreaterThan(0.9);
    expect(inspection.face).not.toHaveProperty('landmarks');
    expect(inspection.liveness).toMatchObject({ frameCount: 1 });
    expect(inspection.liveness?.reasons.length).toBeGreaterThan(0);
  });

  it('says when there is no face', async () => {
    const inspection = await verifier.inspectSelfie(await emptyRoom());
    expect(inspection).toMatchObject({ faceCount: 0, liveness: null, face: null });
    expect(inspection.quality.problems).toContain('no-face');
  });

  it('counts two faces', async () => {
    const one = await sharp(ASTRONAUT).extract({ left: 100, top: 0, width: 256, height: 300 }).toBuffer();
    const two = await sharp({ create: { width: 512, height: 300, channels: 3, background: '#000' } })
      .composite([
        { input: one, left: 0, top: 0 },
        { input: one, left: 256, top: 0 },
      ])
      .webp()
      .toBuffer();
    const inspection = await verifier.inspectSelfie(two);
    expect(inspection).toMatchObject({ format: 'webp', faceCount: 2 });
    expect(inspection.quality.problems).toContain('multiple-faces');
  });

  it('turns a picture upright by its EXIF orientation', async () => {
    const lying = await sharp(ASTRONAUT)
      .extract({ left: 100, top: 0, width: 300, height: 400 })
      .rotate(-90)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { faceCount, width, height, face } = await verifier.inspectSelfie(lying);
    expect([faceCount, width, height]).toEqual([1, 300, 400]);
    expect(Math.abs(face?.pose.rollDegrees ?? 90)).toBeLessThan(15);
  });

  it('shrinks a large picture for the analysis and reports the size that was sent', async () => {
    const large = await sharp(ASTRONAUT).resize(2600).jpeg().toBuffer();
    expect(await verifier.inspectSelfie(large)).toMatchObject({ width: 2600, height: 2600, faceCount: 1 });
  });
});

describe('pictures that are refused', () => {
  it.each([
    ['text', Buffer.from('hello'), 'image-unsupported'],
    ['nothing', Buffer.alloc(0), 'image-unsupported'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image-unsupported'],
    ['GIF', Buffer.from('GIF89a'), 'image-unsupported'],
    ['a PNG that stops', ASTRONAUT.subarray(0, 20_000), 'image-undecodable'],
    [
      'a JPEG of noise',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 7)]),
      'image-undecodable',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(verifier.inspectSelfie(bytes)).rejects.toMatchObject({ code, retryable: false });
  });

  it('too many bytes, too many pixels, too few', async () => {
    const strict = createVerifier({ threads: 1, limits: { maxBytes: 400_000, maxPixels: 100_000 } });
    const tiny = await sharp(ASTRONAUT).resize(16).png().toBuffer();
    const many = await sharp(ASTRONAUT).resize(400).jpeg().toBuffer();
    await expect(strict.inspectSelfie(ASTRONAUT)).rejects.toMatchObject({ code: 'image-too-large' });
    await expect(strict.inspectSelfie(many)).rejects.toMatchObject({ code: 'image-too-large' });
    await expect(strict.inspectSelfie(tiny)).rejects.toMatchObject({ code: 'image-undecodable' });
    await strict.close();
  });
});

describe('compareWithReference', () => {
  it('knows the same photograph in another size, and gives method and version', async () => {
    const reference = await sharp(ASTRONAUT).resize(400).jpeg({ quality: 85 }).toBuffer();
    const comparison = await verifier.compareWithReference(ASTRONAUT, reference);
    expect(comparison).toMatchObject({ outcome: 'compared', method: 'local-binary-patterns', version: 'texture-1' });
    expect(comparison.outcome === 'compared' && comparison.score).toBeGreaterThan(0.9);
  });

  it('says which picture has no face', async () => {
    const empty = await emptyRoom();
    expect(await verifier.compareWithReference(ASTRONAUT, empty)).toEqual({
      outcome: 'no-face',
      result: null,
      picture: 'reference',
    });
    expect(await verifier.compareWithReference(empty, ASTRONAUT)).toMatchObject({ picture: 'selfie' });
  });

  it('says which picture cannot be read', async () => {
    await expect(verifier.compareWithReference(ASTRONAUT, Buffer.from('x'))).rejects.toMatchObject({
      code: 'image-unsupported',
      picture: 'reference',
    });
  });

  it('takes another matcher, which sees aligned faces', async () => {
    const sizes: number[] = [];
    const comparison = await verifier.compareWithReference(ASTRONAUT, ASTRONAUT, {
      matcher: {
        method: 'other',
        version: '7',
        compare(selfie, reference) {
          sizes.push(selfie.rgba.length, reference.rgba.length);
          return { score: 0.25, result: false };
        },
      },
    });
    expect(comparison).toEqual({ outcome: 'compared', result: false, score: 0.25, method: 'other', version: '7' });
    expect(sizes).toEqual([112 * 112 * 4, 112 * 112 * 4]);
  });
});

describe('close', () => {
  it('ends every thread, and whoever waits is told', async () => {
    const openPorts = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length;
    const before = openPorts();
    const own = createVerifier({ threads: 2, deadlineMs: 60_000 });
    await Promise.all([own.inspectSelfie(ASTRONAUT), own.inspectSelfie(ASTRONAUT)]);
    const waiting = own.inspectSelfie(ASTRONAUT);
    waiting.catch(() => undefined);
    await own.close();
    await expect(waiting).rejects.toMatchObject({ code: 'verifier-closed' });
    await expect.poll(openPorts, { timeout: 10_000 }).toBe(before);
  });

  it('gives the same answer for the same picture, however often', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const { liveness, face, quality } = await verifier.inspectSelfie(ASTRONAUT);
      answers.push(JSON.stringify([liveness?.score, face, quality]));
    }
    expect(new Set(answers).size).toBe(1);
  });
});

describe('an enrolled face', () => {
  it('is known again by the same matcher, and by no other', async () => {
    const enrolment = await verifier.enrolFace(ASTRONAUT);
    if (enrolment.outcome !== 'enrolled') throw new Error(enrolment.outcome);
    const { template } = enrolment;
    const smaller = await sharp(ASTRONAUT).resize(400).jpeg({ quality: 85 }).toBuffer();
    const compared = await verifier.compareWithTemplate(smaller, template);
    expect(compared).toEqual(await verifier.compareWithReference(smaller, ASTRONAUT));
    expect(compared).toMatchObject({ outcome: 'compared', result: true, method: 'local-binary-patterns' });
    for (const other of [{ method: 'another' }, { version: 'texture-0' }])
      await expect(verifier.compareWithTemplate(ASTRONAUT, { ...template, ...other })).rejects.toMatchObject({
        code: 'template-unusable',
      });
  });

  it('is none where there is no face, or more than one', async () => {
    expect(await verifier.enrolFace(await emptyRoom())).toEqual({ outcome: 'no-face' });
    const one = await sharp(ASTRONAUT).extract({ left: 100, top: 0, width: 256, height: 300 }).toBuffer();
    const composite = [0, 256].map((left) => ({ input: one, left, top: 0 }));
    const two = sharp({ create: { width: 512, height: 300, channels: 3, background: '#000' } }).composite(composite);
    expect(await verifier.enrolFace(await two.png().toBuffer())).toEqual({ outcome: 'several-faces' });
  });

  it('is refused by a matcher that keeps none', async () => {
    const forgetful = { method: 'own', version: '1', compare: () => ({ score: 1, result: true }) };
    await expect(verifier.enrolFace(ASTRONAUT, { matcher: forgetful })).rejects.toMatchObject({
      code: 'matcher-unavailable',
    });
  });
});

describe('a model of one’s own', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bonafide-assets-'));
    const own = new URL('./', import.meta.resolve('@bonafide/browser-core/assets/manifest.json'));
    cpSync(own, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { models: { presentationAttack: { version: string } } };
    manifest.models.presentationAttack.version = 'mine';
    writeFileSync(path, JSON.stringify(manifest));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken from the folder that is named, and judged by the lines that go with it', async () => {
    const trusting = { ...DEFAULT_LIVENESS_POLICY, minimumFrames: 1, liveFromScore: 0.01, notLiveToScore: 0 };
    const own = createVerifier({ threads: 1, assets: pathToFileURL(`${folder}/`), livenessPolicy: trusting });
    const selfie = await sharp(ASTRONAUT).jpeg().toBuffer();
    const { liveness } = await own.inspectSelfie(selfie);
    await own.close();
    expect(liveness).toMatchObject({ modelVersion: 'mine', decision: 'live' });
  });

  it('is not run when its bytes are not those of the manifest', async () => {
    writeFileSync(join(folder, 'presentation-attack.bin'), 'changed');
    const own = createVerifier({ threads: 1, assets: pathToFileURL(`${folder}/`) });
    await expect(own.inspectSelfie(await sharp(ASTRONAUT).jpeg().toBuffer())).rejects.toMatchObject({
      code: 'vision-failed',
    });
    await own.close();
  });

  it('is refused at once from anywhere but a folder of this machine', () => {
    for (const assets of [new URL('https://cdn.example.com/assets/'), pathToFileURL(join(folder, 'manifest.json'))]) {
      expect(() => createVerifier({ assets })).toThrow(TypeError);
    }
  });
});
