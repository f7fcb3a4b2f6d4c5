import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Build output, ignored by git: a gzipped data directory of about 5 MB. */
const SEED_FOLDER = join(import.meta.dirname, '../../dist');

const SHAPED_BY = ['@electric-sql/pglite', 'pg-boss', 'kysely'];

/**
 * The cached data directory of a first start, or null. Its name carries a hash of everything that shapes it: the
 * versions of the database and the queue, and the migrations.
 */
export async function readSeed(): Promise<Blob | null> {
  const path = join(SEED_FOLDER, await seedName());
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : new Blob([new Uint8Array(bytes)], { type: 'application/x-gzip' });
}

/** Stores the seed. It is only a cache: a folder that cannot be written costs time, never the start. */
export async function writeSeed(seed: Blob): Promise<void> {
  const name = await seedName();
  const temporary = join(SEED_FOLDER, `${name}.${process.pid}.tmp`);
  try {
    await mkdir(SEED_FOLDER, { recursive: true });
    await writeFile(temporary, Buffer.from(await seed.arrayBuffer()));
    await rename(temporary, join(SEED_FOLDER, name));
    for (const file of await readdir(SEED_FOLDER)) {
      if (/^seed-\w+\.tar\.gz$/.test(file) && file !== name) await rm(join(SEED_FOLDER, file), { force: true });
    }
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function seedName(): Promise<string> {
  const hash = createHash('sha256');
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of SHAPED_BY) hash.update(`${name}@${manifest.dependencies[name]}\n`);
  const folder = join(import.meta.dirname, 'migrations');
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, file)));
  return `seed-${hash.digest('hex').slice(0, 16)}.tar.gz`;
}
