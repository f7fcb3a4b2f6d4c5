import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Dossiers and processes beside flows and submissions. Pictures, histories and deliveries now belong to one or the
 * other, so that there stays one place to erase each from.
 */
export const processes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('dossier')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('external_reference', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('dossier_user').on('dossier').columns(['client_id', 'external_reference']).execute();
    await db.schema
      .createTable('process')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('process_type', 'text', (column) => column.notNull())
      .addColumn('document_type', 'text')
      .addColumn('notification_url', 'text')
      .addColumn('authorization_header', 'text')
      .addColumn('parameters', 'json')
      .addColumn('scenario', 'jsonb')
      .addColumn('client_evidence', 'jsonb')
      .addColumn('status', 'text', (column) => column.notNull())
      // `json`, not `jsonb`: an answer keeps the order of its fields.
      .addColumn('outcome', 'json')
      .addColumn('evidence', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('process_attempt_unique', ['dossier_id', 'attempt'])
      .execute();
    for (const table of ['artefact', 'timeline', 'delivery'] as const) {
      await db.schema
        .alterTable(table)
        .alterColumn('submission_id', (column) => column.dropNotNull())
        .addColumn('process_id', 'text', (column) => column.references('process.id').onDelete('cascade'))
        .execute();
      await db.schema
        .alterTable(table)
        .addCheckConstraint(`${table}_subject`, sql`num_nonnulls(submission_id, process_id) = 1`)
        .execute();
      await db.schema.createIndex(`${table}_process`).on(table).column('process_id').execute();
    }
    await db.schema
      .alterTable('artefact')
      // Nothing ever read it: an upload address carries its own end.
      .dropColumn('url_expires_at')
      .addColumn('is_carried', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('reason', 'text')
      .execute();
    await db.schema.alterTable('submission').addColumn('ktp_data', 'jsonb').execute();
    await db.schema
      .alterTable('artefact')
      .addUniqueConstraint('artefact_depiction_unique', ['process_id', 'document_type'])
      .execute();
  },
};
