import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A hosted check on its way to a phone, or there. At most one at a time; taken back, there is none. */
export const hostedHandovers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('hosted_handover')
      .addColumn('hosted_check_id', 'text', (column) =>
        column.primaryKey().references('hosted_check.id').onDelete('cascade'),
      )
      .addColumn('link_hash', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('phone_hash', 'text')
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};
