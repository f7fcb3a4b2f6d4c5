import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verifier } from '../verifier.ts';
import { createVerifier } from '../verifier.ts';
import { createDescriptorMatcher, matchAtDistance } from './descriptor-matcher.ts';

const ASTRONAUT = readFileSync(new URL('../../../testkit/assets/astronaut.png', import.meta.url));

describe('matchAtDistance', () => {
  it("is even at the author's threshold, and says nothing within the margin that the training left", () => {
    expect(matchAtDistance(0.6)).toEqual({ score: 0.5, result: null, probability: 0.5 });
    expect(matchAtDistance(0.561).result).toBeNull();
    expect(matchAtDistance(0.559)).toMatchObject({ result: true });
    expect(matchAtDistance(0.639).result).toBeNull();
    expect(matchAtDistance(0.641)).toMatchObject({ result: false });
  });

  it('falls with the distance, and claims no certainty', () => {
    const at = [0, 0.3, 0.5, 0.58, 0.62, 0.7, 0.9, 2].map(matchAtDistance);
    const scores = at.map(({ score }) => score);
    const beliefs = at.map(({ probability }) => probability ?? NaN);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(beliefs).toEqual(beliefs.toSorted((a, b) => b - a));
    expect([beliefs[0], beliefs.at(-1)]).toEqual([0.999, expect.closeTo(0.001, 10)]);
    expect([scores[0], scores.at(-1)]).toEqual([1, 0]);
  });
});

describe('the descriptor matcher, on threads', () => {
  let verifier: Verifier;
  beforeAll(() => {
    verifier = createVerifier({ threads: 1, deadlineMs: 60_000, matcher: createDescriptorMatcher() });
  });
  afterAll(() => verifier.close());

  it('knows a face again that is turned, smaller, darker and compressed', async () => {
    const other = await sharp(ASTRONAUT)
      .rotate(12, { background: '#456' })
      .resize(300)
      .modulate({ brightness: 0.7 })
      .jpeg({ quality: 60 })
      .toBuffer();
    const comparison = await verifier.compareWithReference(ASTRONAUT, other);
    expect(comparison).toMatchObject({ outcome: 'compared', result: true, method: 'dlib-resnet-descriptor' });
  });

  it('gives a calibrated belief with the match', async () => {
    const { facialSimilarity, probability, score } = await verifier.matchFaces({
      selfie: ASTRONAUT,
      reference: ASTRONAUT,
    });
    expect(facialSimilarity).toMatchObject({ faceComparison: 'clear', similarityScore: 'high' });
    expect([score, probability]).toEqual([1, 0.999]);
  });

  it('compares with a template as it would have with the picture', async () => {
    const enrolment = await verifier.enrolFace(ASTRONAUT);
    if (enrolment.outcome !== 'enrolled') throw new Error(enrolment.outcome);
    const { template } = enrolment;
    expect(template).toMatchObject({ method: 'dlib-resnet-descriptor', version: 'descriptor-1' });
    expect(template.values).toHaveLength(128);
    const other = await sharp(ASTRONAUT).rotate(12, { background: '#456' }).resize(300).jpeg().toBuffer();
    expect(await verifier.compareWithTemplate(other, template)).toEqual(
      await verifier.compareWithReference(other, ASTRONAUT),
    );
    const stranger = { ...template, values: template.values.map((value) => -value) };
    expect(await verifier.compareWithTemplate(other, stranger)).toMatchObject({ outcome: 'compared', result: false });
  });

  it('gives a missing module of a matcher as its error, and goes on', async () => {
    const broken = { ...createDescriptorMatcher(), describer: { module: 'file:///no/such/module.js' } };
    await expect(verifier.compareWithReference(ASTRONAUT, ASTRONAUT, { matcher: broken })).rejects.toMatchObject({
      code: 'matcher-unavailable',
    });
    expect((await verifier.compareWithReference(ASTRONAUT, ASTRONAUT)).result).toBe(true);
  });
});
