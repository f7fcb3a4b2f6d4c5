import { describe, expect, it } from 'vitest';
import type { AssetSource } from './asset-source.ts';
import { rememberReads } from './remember-reads.ts';

describe('rememberReads', () => {
  it('reads a file once for all who ask, and again after a failure', async () => {
    const read: string[] = [];
    let isBroken = true;
    const source: AssetSource = {
      manifest: { version: '1', files: [], models: {} as never },
      async read(name) {
        read.push(name);
        if (isBroken) throw new Error('offline');
        return new Uint8Array([1]);
      },
    };
    const remembering = rememberReads(source);
    const failed = await Promise.allSettled([remembering.read('a'), remembering.read('a')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    const [first, second] = await Promise.all([remembering.read('a'), remembering.read('a')]);
    await remembering.read('b');
    expect(first).toBe(second);
    expect(read).toEqual(['a', 'a', 'b']);
  });
});
