import { describe, expect, it } from 'vitest';
import { DOCUMENT_SELFIE, problem, setUpAssure } from '../../test/assure-client.ts';

const PATH = '/assure/dossiers/dossier-1/processes/process-1/full-result';

async function setUpStarted() {
  const set = setUpAssure();
  const { dossierId } = await set.assure.createDossier();
  const { processId } = await set.assure.createProcess({ dossierId, ...DOCUMENT_SELFIE });
  const key = { dossierId, processId };
  await set.assure.startVerification(key);
  return { ...set, key };
}

/** Keeps what it is given, and how it ended. */
function createSink(write: (chunk: Uint8Array) => void | Promise<void> = () => {}) {
  const sink = { bytes: [] as number[], end: 'open' };
  const to = new WritableStream<Uint8Array>({
    async write(chunk) {
      await write(chunk);
      sink.bytes.push(...chunk);
    },
    close: () => void (sink.end = 'closed'),
    abort: () => void (sink.end = 'aborted'),
  });
  return { sink, to };
}

/** A body that gives one chunk after the other, and then `end`. */
const bodyOf = (chunks: readonly (readonly number[])[], end?: (controller: ReadableStreamDefaultController) => void) =>
  new ReadableStream<Uint8Array>(
    {
      start: () => {},
      pull(controller) {
        const [next, ...rest] = chunks;
        chunks = rest;
        if (next !== undefined) controller.enqueue(Uint8Array.from(next));
        else if (end === undefined) controller.close();
        else end(controller);
      },
    },
    { highWaterMark: 0 },
  );

describe('downloadFullResult', () => {
  it('passes the file on and closes', async () => {
    const { assure, gateway, key } = await setUpStarted();
    const { sink, to } = createSink();
    expect(await assure.downloadFullResult({ ...key, to })).toEqual({ byteCount: 22 });
    expect(sink.bytes.slice(0, 4)).toEqual([0x50, 0x4b, 5, 6]);
    expect([sink.bytes.length, sink.end]).toEqual([22, 'closed']);
    expect(gateway.requests.at(-1)?.headers['accept']).toMatch(/^application\/zip/);
  });

  it('takes no more than it may', async () => {
    const { assure, gateway, key } = await setUpStarted();
    gateway.next(PATH, () => new Response(bodyOf([[0x50], [0x4b, 1], [2, 3]])));
    const { sink, to } = createSink();
    await expect(assure.downloadFullResult({ ...key, to, maxBytes: 4 })).rejects.toMatchObject({
      code: 'invalid-response',
    });
    expect([sink.bytes, sink.end]).toEqual([[0x50, 0x4b, 1], 'aborted']);
  });

  it.each([
    ['the page of a proxy', [[...new TextEncoder().encode('<!doctype html>')]]],
    ['half of a beginning', [[0x50], [0x4c]]],
    ['one byte', [[0x50]]],
    ['nothing', []],
  ])('does not close on %s', async (_, chunks) => {
    const { assure, gateway, key } = await setUpStarted();
    gateway.next(PATH, () => new Response(bodyOf(chunks)));
    const { sink, to } = createSink();
    await expect(assure.downloadFullResult({ ...key, to })).rejects.toMatchObject({ code: 'invalid-response' });
    expect(sink.end).toBe('aborted');
  });

  it('that broke off is not begun again', async () => {
    const { assure, gateway, key } = await setUpStarted();
    gateway.next(
      PATH,
      () => new Response(bodyOf([[0x50, 0x4b]], (controller) => controller.error(new Error('reset')))),
    );
    const { sink, to } = createSink();
    await expect(assure.downloadFullResult({ ...key, to })).rejects.toMatchObject({ code: 'network' });
    expect([gateway.countOf(PATH), sink.end]).toEqual([1, 'aborted']);
  });

  it('is tried again before the first byte, also with a new token', async () => {
    const { assure, clock, gateway, key } = await setUpStarted();
    gateway.next(PATH, problem(503));
    gateway.revokeTokens();
    const { sink, to } = createSink();
    const end = assure.downloadFullResult({ ...key, to });
    await clock.advance(5_000);
    expect(await end).toEqual({ byteCount: 22 });
    expect([gateway.countOf(PATH), sink.end]).toEqual([3, 'closed']);
  });

  it.each<[string, () => Response, (() => Promise<void>) | undefined]>([
    ['a gateway that hangs', () => new Response(bodyOf([[0x50, 0x4b]], () => new Promise(() => {}))), undefined],
    ['a sink that hangs', () => new Response(bodyOf([[0x50, 0x4b]])), () => new Promise(() => {})],
  ])('gives up on %s', async (_, answer, write) => {
    const { assure, clock, gateway, key } = await setUpStarted();
    gateway.next(PATH, answer);
    const { to } = createSink(write);
    const end = expect(assure.downloadFullResult({ ...key, to, timeoutMs: 1_000 })).rejects.toMatchObject({
      code: 'timeout',
    });
    await clock.advance(1_000);
    await end;
  });

  it('ends with what the sink says', async () => {
    const { assure, key } = await setUpStarted();
    const full = new Error('disk full');
    const { to } = createSink(() => Promise.reject(full));
    await expect(assure.downloadFullResult({ ...key, to })).rejects.toBe(full);
  });

  it('ends with the caller', async () => {
    const { assure, gateway, key } = await setUpStarted();
    gateway.next(PATH, () => new Response(bodyOf([[0x50, 0x4b]], () => new Promise(() => {}))));
    const left = new AbortController();
    const { sink, to } = createSink(() => left.abort(new Error('left')));
    await expect(assure.downloadFullResult({ ...key, to, signal: left.signal })).rejects.toThrow('left');
    expect(sink.end).toBe('aborted');
  });

  it('of a process that has not ended is a conflict, and takes nothing', async () => {
    const { assure, gateway, key } = await setUpStarted();
    gateway.next(PATH, problem(409));
    const { sink, to } = createSink();
    await expect(assure.downloadFullResult({ ...key, to })).rejects.toMatchObject({ code: 'conflict', status: 409 });
    expect([sink.bytes, sink.end]).toEqual([[], 'aborted']);
  });

  it('wants limits that can be kept', async () => {
    const { assure, key } = await setUpStarted();
    await expect(assure.downloadFullResult({ ...key, to: createSink().to, maxBytes: 0 })).rejects.toThrow(TypeError);
    await expect(assure.downloadFullResult({ ...key, to: createSink().to, timeoutMs: NaN })).rejects.toThrow(TypeError);
  });
});
