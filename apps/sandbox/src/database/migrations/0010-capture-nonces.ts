import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is given out for a bound capture: to a picture that belongs to it, and to the attempt of a hosted check that is open. */
export const captureNonces: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('artefact').addColumn('capture_nonce', 'text').execute();
    await db.schema.alterTable('hosted_check').addColumn('capture_nonce', 'text').execute();
  },
};
