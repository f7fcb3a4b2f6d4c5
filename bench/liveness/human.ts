import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RgbaImage } from '../../packages/browser-core/src/face/rgba-sampler.ts';

/** Both of its models, on the face that it finds itself; empty where it finds none. */
export interface HumanPeer {
  score(image: RgbaImage): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/**
 * The `antispoof` and `liveness` models of npm's `@vladmandic/human`, run by that library from end to end. Where their weights come
 * from is not said by anybody: they are measured here and used nowhere.
 */
export async function openHuman(): Promise<HumanPeer> {
  const thread = new Worker(new URL('human-thread.ts', import.meta.url));
  await once(thread, 'message');
  return {
    async score(image) {
      const answer = once(thread, 'message');
      thread.postMessage(image, []);
      const [scores] = (await answer) as [readonly (readonly [string, number])[]];
      return new Map(scores);
    },
    async close() {
      await thread.terminate();
    },
  };
}
