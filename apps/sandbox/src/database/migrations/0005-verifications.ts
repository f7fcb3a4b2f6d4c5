import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mosaic's sessions. Pictures, attempts and histories are those of their hosted checks. */
export const verifications: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('verification')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('start_hash', 'text', (column) => column.notNull().unique())
      .addColumn('callback_url', 'text')
      .addColumn('state', 'text')
      .addColumn('mock', 'jsonb')
      .addColumn('customer_information', 'jsonb')
      .addColumn('scenario', 'jsonb')
      // `json`, not `jsonb`: an answer keeps the order of its fields.
      .addColumn('result', 'json')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('erase_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('verification_erase').on('verification').column('erase_at').execute();
  },
};
