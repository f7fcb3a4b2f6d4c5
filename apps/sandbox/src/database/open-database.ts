import type { Kysely } from 'kysely';
import type { Db } from 'pg-boss';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
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

/** Opens the embedded Postgres, or the real one that a connection string names. */
export async function openDatabase(options: {
  readonly databaseUrl?: string | undefined;
  readonly dataDir?: string | undefined;
}): Promise<OpenDatabase> {
  return options.databaseUrl === undefined ? openEmbedded(options.dataDir) : openPostgres(options.databaseUrl);
}
