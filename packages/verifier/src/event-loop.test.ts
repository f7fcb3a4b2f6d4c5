import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createVerifier } from './verifier.ts';

const ASTRONAUT = readFileSync(new URL('../../testkit/assets/astronaut.png', import.meta.url));

it('leaves the event loop free while many requests are worked on', { timeout: 120_000 }, async () => {
  const picture = await sharp(ASTRONAUT).resize(320).jpeg().toBuffer();
  const verifier = createVerifier({ threads: 1, deadlineMs: 120_000 });
  const requests = [
    ...Array.from({ length: 10 }, () => verifier.inspectSelfie(picture)),
    verifier.matchFaces({ selfie: picture, reference: picture }),
    verifier.verifyDocument({ front: picture, at: new Date('2026-11-25T00:00:00Z') }),
  ];
  const state = { isDone: false };
  const all = Promise.all(requests).finally(() => {
    state.isDone = true;
  });
  // A loop that did the work itself would turn about once a request; a free one turns all the while.
  let turns = 0;
  while (!state.isDone) {
    await setTimeout(1);
    turns += 1;
  }
  expect(turns).toBeGreaterThan(5 * requests.length);
  await all;
  await verifier.close();
});
