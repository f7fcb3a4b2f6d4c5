import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fetchAssets } from './fetched-assets.ts';

const RIGHT = new TextEncoder().encode('weights');
const MANIFEST = {
  version: '1',
  models: {},
  files: [{ name: 'a.bin', bytes: RIGHT.length, sha256: createHash('sha256').update(RIGHT).digest('hex') }],
};

/** Answers by file name, in order; remembers how it was asked. */
function serve(answers: Record<string, (() => Response)[]>) {
  const requests: { name: string; options: RequestInit | undefined }[] = [];
  const fake: typeof fetch = async (input, options) => {
    const name = (input as URL).pathname.split('/').at(-1) ?? '';
    requests.push({ name, options });
    const answer = answers[name]?.shift();
    if (answer === undefined) throw new TypeError('failed to fetch');
    return answer();
  };
  return { requests, fetch: fake };
}

const manifest = () => Response.json(MANIFEST);
const open = (fetch: typeof globalThis.fetch, onProgress: (share: number) => void = () => undefined) =>
  fetchAssets({
    assetsUrl: 'https://bank.example/bonafide/',
    plan: () => ['a.bin'],
    onProgress: ({ loadedBytes, totalBytes }) => onProgress(loadedBytes / totalBytes),
    fetch,
  });

describe('fetchAssets', () => {
  it('reads a file that is right, without credentials elsewhere and without redirects', async () => {
    const shares: number[] = [];
    const { requests, fetch } = serve({ 'manifest.json': [manifest], 'a.bin': [() => new Response(RIGHT)] });
    const source = await open(fetch, (share) => shares.push(share));
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(shares.at(-1)).toBe(1);
    for (const { options } of requests)
      expect(options).toMatchObject({ redirect: 'error', credentials: 'same-origin' });
  });

  it('asks once more past the cache when the first answer is damaged', async () => {
    const { requests, fetch } = serve({
      'manifest.json': [manifest],
      'a.bin': [() => new Response('damaged'), () => new Response(RIGHT)],
    });
    const shares: number[] = [];
    const source = await open(fetch, (share) => shares.push(share));
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(requests.at(-1)?.options?.cache).toBe('reload');
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['longer', 'weights and more'],
    ['shorter', 'weigh'],
    ['other', 'WEIGHTS'],
  ])('refuses %s bytes', async (_, text) => {
    const answer = () => new Response(text);
    const { fetch } = serve({ 'manifest.json': [manifest], 'a.bin': [answer, answer] });
    const source = await open(fetch);
    await expect(source.read('a.bin')).rejects.toMatchObject({ code: 'asset-integrity-failed' });
  });

  it('tells what cannot be loaded from what is wrong, and tries again when asked', async () => {
    const { fetch } = serve({
      'manifest.json': [manifest],
      'a.bin': [() => new Response('', { status: 503 }), () => new Response(RIGHT)],
    });
    const source = await open(fetch);
    await expect(source.read('a.bin')).rejects.toMatchObject({ code: 'asset-load-failed', retryable: true });
    expect(await source.read('a.bin')).toEqual(RIGHT);
    await expect(source.read('a.bin')).rejects.toMatchObject({ code: 'asset-load-failed' });
    await expect(source.read('b.bin')).rejects.toMatchObject({ code: 'asset-integrity-failed' });
  });

  it.each([
    ['a page', () => new Response('<!doctype html>'), 'asset-load-failed'],
    ['another document', () => Response.json({ files: 3 }), 'asset-integrity-failed'],
    ['an error', () => new Response('', { status: 404 }), 'asset-load-failed'],
  ])('refuses %s in place of the manifest', async (_, answer, code) => {
    await expect(open(serve({ 'manifest.json': [answer] }).fetch)).rejects.toMatchObject({ code });
  });
});
