import type { AtomicStore } from '../atomic-store.ts';

/** The part of a `redis` (node-redis 4 or later) client that is used. */
export interface NodeRedisLike {
  sendCommand(args: string[]): Promise<unknown>;
}

/** The part of an `ioredis` client that is used. */
export interface IoRedisLike {
  call(command: string, ...args: string[]): Promise<unknown>;
}

export interface RedisStoreOptions {
  readonly client: NodeRedisLike | IoRedisLike;
  /** Put before each key. Default: `bonafide:`. */
  readonly prefix?: string;
}

const DELETE_IF_EQUALS =
  "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) else return 0 end";

/**
 * An `AtomicStore` on Redis 2.6.12 or later, and on what speaks its protocol. The client stays yours: connect it before
 * and close it after. Give it a command timeout or `disableOfflineQueue`, so that an outage fails instead of waiting.
 */
export function createRedisStore({ client, prefix = 'bonafide:' }: RedisStoreOptions): AtomicStore {
  // ioredis has a `sendCommand` too, of another shape; only it has `call`.
  const send = (...args: [string, ...string[]]): Promise<unknown> =>
    'call' in client ? client.call(...args) : client.sendCommand(args);
  const milliseconds = (ttlMs: number): string => String(Math.max(1, Math.ceil(ttlMs)));

  return {
    async get(key) {
      const value = await send('GET', prefix + key);
      // A client may be set to give buffers.
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      return typeof value === 'string' ? value : undefined;
    },
    async set(key, value, ttlMs) {
      await send('SET', prefix + key, value, 'PX', milliseconds(ttlMs));
    },
    async setIfAbsent(key, value, ttlMs) {
      return (await send('SET', prefix + key, value, 'NX', 'PX', milliseconds(ttlMs))) !== null;
    },
    async deleteIfEquals(key, value) {
      return Number(await send('EVAL', DELETE_IF_EQUALS, '1', prefix + key, value)) === 1;
    },
  };
}
