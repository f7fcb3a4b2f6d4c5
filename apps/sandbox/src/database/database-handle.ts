import type { Kysely } from 'kysely';
import type { Db } from 'pg-boss';
import type { Database } from './schema.ts';

/** An open database: the sandbox's own tables, and the same database as the job queue wants it. */
export interface OpenDatabase {
  readonly kind: 'embedded' | 'postgres';
  readonly db: Kysely<Database>;
  /** Null when the queue should keep its own pool (a real Postgres). */
  readonly queueDb: Db | null;
  readonly connectionString: string | null;
  /** Keeps the state of a first start, so that later starts skip it. Does nothing on a real Postgres. */
  saveSeed(): Promise<void>;
  close(): Promise<void>;
}
