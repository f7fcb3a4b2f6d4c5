import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { OpenDatabase } from './database-handle.ts';
import type { Database } from './schema.ts';

/** Opens a real Postgres. Several sandbox processes may share it. */
export async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString, max: 10, application_name: 'bonafide-sandbox' });
  // An idle connection that the server drops must not end the process; the pool replaces it on next use.
  pool.on('error', () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    db,
    queueDb: null,
    connectionString,
    saveSeed: async () => {},
    close: () => db.destroy(),
  };
}
