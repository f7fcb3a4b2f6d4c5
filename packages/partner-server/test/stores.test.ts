import { Pool } from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtomicStore } from '../src/atomic-store.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import { createPostgresStore } from '../src/stores/postgres.ts';
import type { PostgresStore } from '../src/stores/postgres.ts';
import { createRedisStore } from '../src/stores/redis.ts';
import { POSTGRES, REDIS, sayIfMissing, startPostgres, startRedis } from './real-servers.ts';
import type { RealServer } from './real-servers.ts';

/** Long enough to outlast a busy machine's pauses between two steps of a test. */
const LONG_MS = 600_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What every `AtomicStore` promises. */
function keepsItsPromises(open: () => AtomicStore): void {
  let serial = 0;
  const nextKey = (): string => `key-${(serial += 1)}`;

  it('gives what was set, and nothing where nothing is', async () => {
    const [store, key] = [open(), nextKey()];
    expect(await store.get(key)).toBeUndefined();
    await store.set(key, 'a', LONG_MS);
    await store.set(key, 'ü "quoted" \u0001', LONG_MS);
    expect(await store.get(key)).toBe('ü "quoted" \u0001');
  });

  it('forgets a value when its time is over, to the millisecond given', async () => {
    const [store, key] = [open(), nextKey()];
    await store.set(key, 'a', 0.4);
    await pause(20);
    expect(await store.get(key)).toBeUndefined();
    expect(await store.deleteIfEquals(key, 'a')).toBe(false);
    expect(await store.setIfAbsent(key, 'b', LONG_MS)).toBe(true);
    expect(await store.get(key)).toBe('b');
  });

  it('writes only where nothing is', async () => {
    const [store, key] = [open(), nextKey()];
    expect(await store.setIfAbsent(key, 'a', LONG_MS)).toBe(true);
    expect(await store.setIfAbsent(key, 'b', LONG_MS)).toBe(false);
    expect(await store.get(key)).toBe('a');
  });

  it('deletes only the value that is named', async () => {
    const [store, key] = [open(), nextKey()];
    await store.set(key, 'a', LONG_MS);
    expect(await store.deleteIfEquals(key, 'b')).toBe(false);
    expect(await store.get(key)).toBe('a');
    expect(await store.deleteIfEquals(key, 'a')).toBe(true);
    expect(await store.deleteIfEquals(key, 'a')).toBe(false);
  });

  it('lets one of 300 at once write, also over a value whose time is over', async () => {
    const [store, key] = [open(), nextKey()];
    await store.set(key, 'old', 1);
    await pause(20);
    const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => store.setIfAbsent(key, `${i}`, LONG_MS)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await store.get(key)).toBe(String(answers.indexOf(true)));
  });
}

describe('memory store', () => {
  const store = createMemoryStore();
  keepsItsPromises(() => store);

  it('drops what is over, then the oldest, when it is full', async () => {
    let nowMs = 0;
    const small = createMemoryStore({ maxEntries: 2, clock: { monotonicNow: () => nowMs } });
    await small.set('over', 'x', 5);
    await small.set('old', 'x', 100);
    nowMs = 10;
    await small.set('a', 'x', 100);
    expect(await small.get('old')).toBe('x');
    await small.set('b', 'x', 100);
    expect([await small.get('old'), await small.get('a'), await small.get('b')]).toEqual([undefined, 'x', 'x']);
  });
});

describe.skipIf(sayIfMissing('redis-server', REDIS))('redis store, on a real server', () => {
  let server: RealServer;
  let store: AtomicStore;
  const connect = async (url: string) =>
    createClient({ url, disableOfflineQueue: true })
      .on('error', () => {})
      .connect();
  let client: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    server = await startRedis();
    client = await connect(server.url);
    store = createRedisStore({ client });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  keepsItsPromises(() => store);

  it('speaks to a client of the shape of ioredis too', async () => {
    const ioredis = { call: (...args: string[]) => client.sendCommand(args) };
    const other = createRedisStore({ client: ioredis, prefix: 'other:' });
    expect(await other.setIfAbsent('k', 'v', LONG_MS)).toBe(true);
    expect(await other.get('k')).toBe('v');
    expect(await client.get('other:k')).toBe('v');
    expect(await other.deleteIfEquals('k', 'v')).toBe(true);
  });
});

describe.skipIf(sayIfMissing('postgres', POSTGRES))('postgres store, on a real server', () => {
  let server: RealServer;
  let pool: Pool;
  let store: PostgresStore;
  beforeAll(async () => {
    server = await startPostgres();
    pool = new Pool({ connectionString: server.url, max: 20 });
    pool.on('error', () => {});
    store = createPostgresStore({ pool });
    // Several processes may start together.
    await Promise.all(Array.from({ length: 10 }, () => store.ensureTable()));
  });
  afterAll(async () => {
    await pool.end();
    await server.close();
  });

  keepsItsPromises(() => store);

  it('deletes what is over when it is told to', async () => {
    await store.set('over', 'x', 1);
    await store.set('not over', 'x', LONG_MS);
    await pause(20);
    expect(await store.deleteExpired()).toBeGreaterThanOrEqual(1);
    expect(await store.deleteExpired()).toBe(0);
    expect(await store.get('not over')).toBe('x');
  });

  it('takes no table name that is more than a name', () => {
    for (const table of ['a; drop table b', 'A', '"a"', 'a.b.c', ''])
      expect(() => createPostgresStore({ pool, table })).toThrow(TypeError);
    expect(createPostgresStore({ pool, table: 'app.tokens' }).schema).toContain('app.tokens');
  });
});
