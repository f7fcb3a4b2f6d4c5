import { describe, expect, it } from 'vitest';
import { call } from './call.ts';
import type { CallOptions } from './call.ts';
import { isWireError } from './wire-error.ts';
import { request } from './request.ts';
import type { Fetch } from './request.ts';
import { DEFAULT_RETRY_POLICY } from './retry.ts';
import { createManualClock } from './testing/manual-clock.ts';

const URL = 'https://gateway.test/thing';

function setUp(answers: readonly (() => Promise<Response> | Response)[]) {
  const clock = createManualClock();
  const calls: RequestInit[] = [];
  const fetch: Fetch = async (_, init) => {
    calls.push(init);
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    if (answer === undefined) throw new TypeError('no script');
    return await answer();
  };
  const options: CallOptions = {
    fetch,
    clock,
    timeoutMs: 1_000,
    totalTimeoutMs: 10_000,
    policy: DEFAULT_RETRY_POLICY,
    random: () => 0.5,
  };
  return { clock, calls, options };
}

const status =
  (code: number, headers: Record<string, string> = {}, body = '{}') =>
  () =>
    new Response(code === 204 ? null : body, { status: code, headers });
const never = () => new Promise<Response>(() => {});

describe('request', () => {
  it('reads status, request id, Retry-After and JSON', async () => {
    const { options } = setUp([status(503, { 'x-request-id': 'r-1', 'retry-after': '3' }, '{"a":1}')]);
    const response = await request(URL, options);
    expect(response).toMatchObject({ status: 503, requestId: 'r-1', retryAfterMs: 3_000 });
    expect(response.json()).toEqual({ a: 1 });
  });

  it('takes no request id that could forge a log line', async () => {
    const { options } = setUp([status(200, { 'x-request-id': 'a b {"level":"fatal"}' })]);
    expect((await request(URL, options)).requestId).toBeUndefined();
  });

  it('passes a success on as it comes, and reads any other answer', async () => {
    const chunks: string[] = [];
    const receive = async (chunk: Uint8Array) => void chunks.push(new TextDecoder().decode(chunk));
    const { options } = setUp([status(200, {}, 'whole'), status(404, {}, '{"a":1}')]);
    expect((await request(URL, { ...options, receive })).text).toBe('');
    expect((await request(URL, { ...options, receive, maxResponseBytes: 1 })).json()).toEqual({ a: 1 });
    expect(chunks).toEqual(['whole']);
  });

  it('passes no more on than it may', async () => {
    const { options } = setUp([status(200, {}, 'whole')]);
    await expect(request(URL, { ...options, receive: () => {}, maxResponseBytes: 4 })).rejects.toMatchObject({
      code: 'response-too-large',
    });
  });

  it('ends with what whoever takes the body throws', async () => {
    const { options, calls } = setUp([status(200)]);
    const full = new Error('disk full');
    await expect(call(URL, { ...options, receive: () => Promise.reject(full) })).rejects.toBe(full);
    expect(calls).toHaveLength(1);
  });

  it('does not wait for ever for whoever takes the body', async () => {
    const { options, clock } = setUp([status(200)]);
    const end = expect(request(URL, { ...options, receive: () => new Promise(() => {}) })).rejects.toMatchObject({
      code: 'timeout',
    });
    await clock.advance(1_000);
    await end;
  });

  it('sends JSON', async () => {
    const { options, calls } = setUp([status(200)]);
    await request(URL, { ...options, method: 'POST', json: { a: 1 } });
    expect(calls[0]).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('sends a form, encoded', async () => {
    const { options, calls } = setUp([status(200)]);
    await request(URL, { ...options, method: 'POST', form: { grant_type: 'a b', scope: 'x&y=é' } });
    expect(calls[0]).toMatchObject({
      body: 'grant_type=a+b&scope=x%26y%3D%C3%A9',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('does not follow a redirect', async () => {
    const { options, calls } = setUp([status(302, { location: 'https://elsewhere.test/' })]);
    await expect(request(URL, options)).rejects.toMatchObject({ code: 'redirected', retryable: false, status: 302 });
    expect(calls[0]?.redirect).toBe('manual');
    expect((await request(URL, { ...options, redirect: 'manual' })).status).toBe(302);
  });

  it('reads no more than it was allowed to, whether the length is announced or not', async () => {
    const big = 'x'.repeat(2_000);
    const stream = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(new Uint8Array(600)),
        }),
      );
    const { options } = setUp([status(200, { 'content-length': '2000' }, big), stream]);
    for (let i = 0; i < 2; i += 1)
      await expect(request(URL, { ...options, maxResponseBytes: 1_000 })).rejects.toMatchObject({
        code: 'response-too-large',
      });
  });

  it('says that a body is not JSON without quoting it', async () => {
    const { options } = setUp([status(502, {}, '<html>token=hunter2</html>')]);
    const response = await request(URL, options);
    const failure: unknown = (() => {
      try {
        return response.json();
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ code: 'response-not-json', status: 502 });
    expect(String((failure as Error).stack)).not.toContain('hunter2');
    expect((failure as Error).cause).toBeUndefined();
  });

  it('times out although the connection does not care for signals', async () => {
    const { options, clock } = setUp([never]);
    const seen = expect(request(URL, options)).rejects.toMatchObject({ code: 'timeout', retryable: true });
    await clock.advance(1_000);
    await seen;
  });

  it('times out in a body that hangs', async () => {
    const { options, clock } = setUp([() => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))]);
    const seen = expect(request(URL, options)).rejects.toMatchObject({ code: 'timeout' });
    await clock.advance(1_000);
    await seen;
  });

  it('rejects with the reason of a caller that leaves, and leaves no timer', async () => {
    const { options, clock } = setUp([never]);
    const controller = new AbortController();
    const seen = expect(request(URL, { ...options, signal: controller.signal })).rejects.toBe('left');
    controller.abort('left');
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });

  it('keeps the cause of a lost connection', async () => {
    const cause = new TypeError('fetch failed');
    const { options } = setUp([() => Promise.reject(cause)]);
    await expect(request(URL, options)).rejects.toMatchObject({ code: 'network', cause });
  });
});

describe('call', () => {
  it('does not pass a body on twice: what broke off is not asked for again, what never came is', async () => {
    const chunks: string[] = [];
    const receive = (chunk: Uint8Array) => void chunks.push(new TextDecoder().decode(chunk));
    const broken = () => {
      const body = new ReadableStream(
        {
          pull(controller) {
            if (chunks.length > 0) controller.error(new TypeError('broken off'));
            else controller.enqueue(new TextEncoder().encode('half'));
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(body);
    };
    const { options, calls, clock } = setUp([status(503), broken, status(200)]);
    const end = expect(call(URL, { ...options, receive })).rejects.toMatchObject({ code: 'network' });
    await clock.advance(5_000);
    await end;
    expect([chunks, calls.length]).toEqual([['half'], 2]);
  });

  it.each([408, 425, 429, 500, 503])('tries again after %i', async (code) => {
    const { options, calls, clock } = setUp([status(code), status(200)]);
    const result = call(URL, options);
    await clock.advance(5_000);
    expect((await result).status).toBe(200);
    expect(calls).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 422])('takes %i for an answer', async (code) => {
    const { options, calls } = setUp([status(code)]);
    expect((await call(URL, options)).status).toBe(code);
    expect(calls).toHaveLength(1);
  });

  it('gives the last answer when the attempts are used up', async () => {
    const { options, calls, clock } = setUp([status(500), status(502), status(503)]);
    const result = call(URL, options);
    await clock.advance(5_000);
    expect((await result).status).toBe(503);
    expect(calls).toHaveLength(3);
  });

  it('waits as long as Retry-After asks', async () => {
    const { options, calls, clock } = setUp([status(503, { 'retry-after': '4' }), status(200)]);
    const result = call(URL, options);
    await clock.advance(3_999);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    expect((await result).status).toBe(200);
  });

  it('makes a call that is not idempotent again only when it was refused unread', async () => {
    const post = { method: 'POST' } as const;
    const broken = setUp([status(503)]);
    expect((await call(URL, { ...broken.options, ...post })).status).toBe(503);
    const lost = setUp([() => Promise.reject(new TypeError('lost'))]);
    await expect(call(URL, { ...lost.options, ...post })).rejects.toMatchObject({ code: 'network' });
    const throttled = setUp([status(429), status(200)]);
    const result = call(URL, { ...throttled.options, ...post });
    await throttled.clock.advance(5_000);
    expect((await result).status).toBe(200);
  });

  it('keeps to its whole time over all attempts', async () => {
    const { options, calls, clock } = setUp([never]);
    const startMs = clock.monotonicNow();
    let endMs = Number.NaN;
    const seen = call(URL, { ...options, totalTimeoutMs: 1_500, policy: { ...options.policy, maxAttempts: 50 } }).catch(
      (error: unknown) => {
        endMs = clock.monotonicNow();
        return error;
      },
    );
    await clock.advance(60_000);
    const error = await seen;
    expect(isWireError(error) && error.code).toBe('timeout');
    expect(endMs - startMs).toBeLessThanOrEqual(1_500);
    expect(calls.length).toBe(2);
  });
});
