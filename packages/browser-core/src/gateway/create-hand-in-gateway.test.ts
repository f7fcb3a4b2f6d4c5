import { describe, expect, it } from 'vitest';

import { FakeWorld, PICTURE } from '../session/testing/fake-world.ts';
import { createHandInGateway, createHandInOptions } from './create-hand-in-gateway.ts';
import type { HandedInSelfie } from './create-hand-in-gateway.ts';

describe('a liveness session with it', () => {
  it('hands its selfie in with the evidence, once, and passes without any request', async () => {
    const handedIn: HandedInSelfie[] = [];
    const world = new FakeWorld();
    const options = createHandInOptions((selfie) => handedIn.push(selfie));
    const session = world.session({ ...options, sessionProvider: undefined as never });
    session.start();
    await world.settle();
    await world.takePicture();
    await world.clock.advance(5000);
    expect(session.snapshot.phase).toBe('passed');
    expect(handedIn).toEqual([
      {
        image: PICTURE.image,
        digest: PICTURE.digest,
        evidence: expect.objectContaining({ bonafide: expect.anything() as object }) as object,
      },
    ]);
    expect(world.calls).not.toContain('request-upload');
    expect(world.storage.size).toBe(0);
  });
});

it('a confirmation that is repeated hands nothing in twice', async () => {
  const handedIn: HandedInSelfie[] = [];
  const gateway = createHandInGateway((selfie) => handedIn.push(selfie));
  const { signal } = new AbortController();
  const target = await gateway.requestUpload(signal);
  await gateway.upload(target, new Blob(['x']), () => {}, signal);
  const evidence = { bonafide: { capture: { digest: 'd' } } };
  await gateway.confirm('handed-in', evidence, signal);
  await gateway.confirm('handed-in', evidence, signal);
  expect(handedIn).toHaveLength(1);
});

it('evidence without a digest is refused', async () => {
  const gateway = createHandInGateway(() => {});
  const { signal } = new AbortController();
  await gateway.upload(await gateway.requestUpload(signal), new Blob(['x']), () => {}, signal);
  await expect(gateway.confirm('handed-in', {}, signal)).rejects.toMatchObject({ code: 'internal' });
});
