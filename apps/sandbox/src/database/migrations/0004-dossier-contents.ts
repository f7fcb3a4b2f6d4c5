import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What a dossier holds besides processes, and how a client wants the capture pages. A dossier's pictures have a table of their own:
 * they are of no attempt, one of each name, and outlive the processes. They are erased where those in `artefact` are.
 */
export const dossierContents: Migration = {
  async up(db: Kysely<unknown>) {
    // `json`, not `jsonb`: what a client gave comes back in its order.
    await db.schema.alterTable('dossier').addColumn('user_data', 'json').execute();
    await db.schema.alterTable('process').addColumn('capture', 'jsonb').execute();
    await db.schema
      .createTable('dossier_file')
      .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('content_type', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addColumn('uploaded_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('dossier_file_name', ['dossier_id', 'name'])
      .execute();
    await db.schema
      .createTable('capture_configuration')
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('body', 'json', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('capture_configuration_name', ['client_id', 'id'])
      .execute();
  },
};
