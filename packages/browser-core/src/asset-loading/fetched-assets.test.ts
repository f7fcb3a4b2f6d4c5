import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fetchAssets } from './fetched-assets.ts';

const RIGHT = new TextEncoder().encode('weights');
const MANIFEST = {
  version: '1',
  models: {},
  files: [{ name: 'a.bin', bytes: RIGHT.length, sha256: createHash('sha256').update(RIGHT).digest('hex') }],
};

const ETAG = '"v1"';

/** Part of the file, and then the line breaks. */
function broken(from: number, to: number, headers: Record<string, string> = {}): () => Response {
  return () => {
    let given = false;
    const body = new ReadableStream({
      pull(controller) {
        if (given) return controller.error(new TypeError('network error'));
        given = true;
        controller.enqueue(RIGHT.slice(from, to));
      },
    });
    return new Response(body, { headers: { etag: ETAG, ...headers } });
  };
}

const rest = (from: number, text = RIGHT.slice(from)) =>
  new Response(text, {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${RIGHT.length - 1}/${RIGHT.length}` },
  });

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
const open = (
  fetch: typeof globalThis.fetch,
  onProgress: (share: number) => void = () => undefined,
  waits: number[] = [],
) =>
  fetchAssets({
    wait: async (delayMs) => void waits.push(delayMs),
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
      'a.bin': [() => new Response('', { status: 404 }), () => new Response(RIGHT)],
    });
    const waits: number[] = [];
    const source = await open(fetch, undefined, waits);
    await expect(source.read('a.bin')).rejects.toMatchObject({ code: 'asset-load-failed', retryable: true });
    expect(waits).toEqual([]);
    expect(await source.read('a.bin')).toEqual(RIGHT);
    await expect(source.read('b.bin')).rejects.toMatchObject({ code: 'asset-integrity-failed' });
  });

  it('waits longer and longer for a busy server and a line that is down, and gives up after the fifth try', async () => {
    const waits: number[] = [];
    const busy = () => new Response('', { status: 503 });
    const { fetch, requests } = serve({ 'manifest.json': [busy, manifest], 'a.bin': [busy, busy] });
    const source = await open(fetch, undefined, waits);
    await expect(source.read('a.bin')).rejects.toMatchObject({ code: 'asset-load-failed', retryable: true });
    expect(waits).toEqual([500, 500, 1000, 2000, 4000]);
    expect(requests.filter(({ name }) => name === 'a.bin')).toHaveLength(5);
  });

  it('goes on where the line broke off, as long as each try brings something', async () => {
    const waits: number[] = [];
    const shares: number[] = [];
    const parts = [
      broken(0, 1),
      ...Array.from({ length: RIGHT.length - 2 }, (_, index) => () => {
        const { body } = broken(index + 1, index + 2)();
        return new Response(body, { status: 206, headers: rest(index + 1).headers });
      }),
    ];
    const { fetch, requests } = serve({
      'manifest.json': [manifest],
      'a.bin': [...parts, () => rest(RIGHT.length - 1)],
    });
    const source = await open(fetch, (share) => shares.push(share), waits);
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(waits).toEqual(parts.map(() => 500));
    expect(requests.slice(2).map(({ options }) => options?.headers)).toEqual(
      Array.from({ length: RIGHT.length - 1 }, (_, index) => ({ range: `bytes=${index + 1}-`, 'if-range': ETAG })),
    );
    expect(shares).toEqual(Array.from(RIGHT, (_, index) => (index + 1) / RIGHT.length));
  });

  it('begins anew where the server gives the whole file again', async () => {
    const shares: number[] = [];
    const { fetch } = serve({ 'manifest.json': [manifest], 'a.bin': [broken(0, 4), () => new Response(RIGHT)] });
    const source = await open(fetch, (share) => shares.push(share));
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(shares).toEqual([4 / 7, 0, 1]);
  });

  it.each([
    ['compressed', { 'content-encoding': 'gzip' }],
    ['without ranges', { 'accept-ranges': 'none' }],
    ['of a version without a firm name', { etag: 'W/"1"' }],
  ])('asks for the whole file again where it came %s', async (_, headers) => {
    const { fetch, requests } = serve({
      'manifest.json': [manifest],
      'a.bin': [broken(0, 4, headers), () => new Response(RIGHT)],
    });
    const source = await open(fetch);
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(requests.at(-1)?.options?.headers).toEqual({});
  });

  it('does not believe a rest that does not fit', async () => {
    const { fetch, requests } = serve({
      'manifest.json': [manifest],
      'a.bin': [broken(0, 4), () => rest(4, new TextEncoder().encode('XXX')), () => new Response(RIGHT)],
    });
    const source = await open(fetch);
    expect(await source.read('a.bin')).toEqual(RIGHT);
    expect(requests.at(-1)?.options?.cache).toBe('reload');
    const other = serve({ 'manifest.json': [manifest], 'a.bin': [broken(0, 4), () => rest(2)] });
    await expect((await open(other.fetch)).read('a.bin')).rejects.toMatchObject({ code: 'asset-load-failed' });
  });

  it.each([
    ['a page', () => new Response('<!doctype html>'), 'asset-load-failed'],
    ['another document', () => Response.json({ files: 3 }), 'asset-integrity-failed'],
    ['an error', () => new Response('', { status: 404 }), 'asset-load-failed'],
  ])('refuses %s in place of the manifest', async (_, answer, code) => {
    await expect(open(serve({ 'manifest.json': [answer] }).fetch)).rejects.toMatchObject({ code });
  });
});
