import type { AtomicStore } from '../atomic-store.ts';

/** The part of a `pg` pool or client (or PGlite, or anything that looks like them) that is used. */
export interface PostgresLike {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface PostgresStoreOptions {
  readonly pool: PostgresLike;
  /** Name of the table, with its schema when that is not the connection's own. Default: `bonafide_store`. */
  readonly table?: string;
}

export interface PostgresStore extends AtomicStore {
  /** Makes the table when it is missing. For those whose migrations do not (see `schema`). */
  ensureTable(): Promise<void>;
  /** Deletes what is over; nothing breaks when it is never called but the table's size. Returns how many. */
  deleteExpired(): Promise<number>;
  /** The table as SQL, for your own migrations. */
  readonly schema: string;
}

/** An `AtomicStore` on PostgreSQL 9.5 or later. All time is the database's, so that clocks of processes do not matter. */
export function createPostgresStore({ pool, table = 'bonafide_store' }: PostgresStoreOptions): PostgresStore {
  if (!/^[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62})?$/.test(table))
    throw new TypeError('table must be a plain lower-case SQL name, at most with a schema before it');
  const schema =
    `CREATE TABLE IF NOT EXISTS ${table} ` +
    '(key text PRIMARY KEY, value text NOT NULL, expires_at timestamptz NOT NULL)';
  // clock_timestamp(), not now(): inside a transaction of the caller, now() stands still.
  const endsAt = "clock_timestamp() + $3::double precision * interval '1 millisecond'";
  const upsert = `INSERT INTO ${table} AS old (key, value, expires_at) VALUES ($1, $2, ${endsAt})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;

  return {
    schema,
    async ensureTable() {
      try {
        await pool.query(schema);
      } catch (error) {
        // IF NOT EXISTS is not atomic: of several that start together, one may meet the other's half-made table.
        if (!isDuplicate(error)) throw error;
      }
    },
    async deleteExpired() {
      const { rows } = await pool.query(`DELETE FROM ${table} WHERE expires_at <= clock_timestamp() RETURNING key`);
      return rows.length;
    },
    async get(key) {
      const { rows } = await pool.query(
        `SELECT value FROM ${table} WHERE key = $1 AND expires_at > clock_timestamp()`,
        [key],
      );
      const value = (rows[0] as { readonly value?: unknown } | undefined)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    async set(key, value, ttlMs) {
      await pool.query(upsert, [key, value, ttlMs]);
    },
    async setIfAbsent(key, value, ttlMs) {
      const { rows } = await pool.query(`${upsert} WHERE old.expires_at <= clock_timestamp() RETURNING 1 AS written`, [
        key,
        value,
        ttlMs,
      ]);
      return rows.length === 1;
    },
    async deleteIfEquals(key, value) {
      const { rows } = await pool.query(
        `DELETE FROM ${table} WHERE key = $1 AND value = $2 AND expires_at > clock_timestamp() RETURNING 1 AS deleted`,
        [key, value],
      );
      return rows.length === 1;
    },
  };
}

/** unique_violation, duplicate_table, or duplicate_object of the catalogue. */
function isDuplicate(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return code === '23505' || code === '42P07' || code === '42710';
}
