import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { OpenDatabase } from './database-handle.ts';
import type { Database } from './schema.ts';
import { pgliteModule } from './pglite-module.ts';
import { readSeed, writeSeed } from './seed-cache.ts';

/**
 * Opens Postgres inside this process: in memory, or in `dataDir`. A cold first start runs initdb (several seconds of
 * CPU); with a cached seed it loads a ready data directory instead.
 */
export async function openEmbedded(dataDir?: string): Promise<OpenDatabase> {
  const isNew = dataDir === undefined || !existsSync(join(dataDir, 'PG_VERSION'));
  const seed = isNew ? await readSeed() : null;
  const wasm = await pgliteModule();
  const pglite = await PGlite.create({
    ...(wasm === null ? {} : { pgliteWasmModule: wasm }),
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(seed === null ? {} : { loadDataDir: seed }),
  });
  return {
    kind: 'embedded',
    db: new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }),
    queueDb: fromPglite(pglite),
    connectionString: null,
    async saveSeed() {
      if (!isNew || seed !== null) return;
      await writeSeed(await pglite.dumpDataDir('gzip'));
    },
    async close() {
      // Kysely and the queue share this instance, so neither closes it.
      if (!pglite.closed) await pglite.close();
    },
  };
}
