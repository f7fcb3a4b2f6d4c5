import { describe, expect, it } from 'vitest';

import { splitPictures } from '../binding/multi-picture.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import { FakeWorld, PICTURE } from './testing/fake-world.ts';

/** The least that is a JPEG to who only looks at its segments. */
const jpeg = (content: string): Blob =>
  new Blob([Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), content, Uint8Array.from([0xff, 0xd9])], {
    type: 'image/jpeg',
  });
const CAPTURE = {
  image: jpeg('still'),
  timestampMs: 900,
  frames: [
    { image: jpeg('one'), timestampMs: 200 },
    { image: jpeg('two'), timestampMs: 550 },
  ],
};

/** Signing is not the fake clock's business: it takes a turn of the real loop. */
async function delivered(world: FakeWorld, changes: Partial<CaptureResult> = {}): Promise<void> {
  const session = world.session();
  session.start();
  await world.settle();
  await world.takePicture({ ...CAPTURE, ...changes });
  await world.clock.advance(700);
  for (let turn = 0; world.metadata.length === 0 && turn < 500; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    await world.settle();
  }
  session.close();
}

const claims = (world: FakeWorld) =>
  world.metadata[0]?.['bonafide'] as { readonly capture: { readonly digest: string }; readonly binding?: string };

const statementIn = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('a gateway that gives out a nonce', () => {
  it('gets the picture with its frames in one file, and a statement about them', async () => {
    const world = new FakeWorld();
    world.nonce = 'a-nonce';
    await delivered(world);
    const file = new Uint8Array((await world.uploads[0]?.arrayBuffer()) ?? new ArrayBuffer());
    expect(splitPictures(file)).toHaveLength(3);
    expect(world.uploads[0]?.type).toBe('image/jpeg');
    const { binding = '', ...evidence } = claims(world);
    expect(statementIn(binding)).toMatchObject({
      nonce: 'a-nonce',
      file: evidence.capture.digest,
      frames: [{ atMs: 700 }, { atMs: 0 }, { atMs: 350 }],
      evidence,
    });
    const digest = await crypto.subtle.digest('SHA-256', file);
    expect(Buffer.from(digest).toString('hex')).toBe(evidence.capture.digest);
  });

  it('gets the picture alone where it cannot be bound: the person gets on, and the gateway sees it', async () => {
    const world = new FakeWorld();
    world.nonce = 'a-nonce';
    const { image } = PICTURE;
    await delivered(world, { image });
    expect(world.uploads).toEqual([image]);
    expect(claims(world)).not.toHaveProperty('binding');
    expect(claims(world).capture.digest).toBe(PICTURE.digest);
  });
});

describe('a gateway that gives out none', () => {
  it('gets the picture alone: the frames never leave the page', async () => {
    const world = new FakeWorld();
    await delivered(world);
    expect(world.uploads).toEqual([CAPTURE.image]);
    expect(claims(world)).not.toHaveProperty('binding');
  });
});
