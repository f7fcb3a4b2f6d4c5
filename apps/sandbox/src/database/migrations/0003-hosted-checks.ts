import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Checks that a person makes on the hosted pages. Their pictures lie where all pictures lie. */
export const hostedChecks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('hosted_check')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('system', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('owner_ref', 'text', (column) => column.notNull())
      .addColumn('correlation_id', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('title', 'text')
      .addColumn('locale', 'text')
      .addColumn('theme', 'text', (column) => column.notNull())
      .addColumn('documents', 'jsonb', (column) => column.notNull())
      .addColumn('document_type', 'text')
      .addColumn('issuing_country', 'text')
      .addColumn('attempts_allowed', 'integer', (column) => column.notNull())
      .addColumn('attempts_used', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('claim_key_hash', 'text')
      .addColumn('session_hash', 'text')
      .addColumn('scenario', 'jsonb')
      .addColumn('recapture', 'jsonb')
      .addColumn('outcome', 'text')
      .addColumn('redirect_url', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('claimed_at', 'timestamptz')
      .addColumn('ended_at', 'timestamptz')
      .addUniqueConstraint('hosted_check_owner_unique', ['system', 'owner_ref'])
      .execute();
    await db.schema
      .alterTable('flow')
      .addColumn('success_redirection_url', 'text')
      .addColumn('failure_redirection_url', 'text')
      .execute();
    await db.schema
      .createTable('hosted_attempt')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('hosted_check_id', 'text', (column) =>
        column.notNull().references('hosted_check.id').onDelete('cascade'),
      )
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('cause', 'text')
      .addColumn('client_evidence', 'jsonb')
      .addColumn('evidence', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('completed_at', 'timestamptz')
      .addUniqueConstraint('hosted_attempt_unique', ['hosted_check_id', 'attempt'])
      .execute();
    for (const table of ['artefact', 'timeline'] as const) {
      await db.schema.alterTable(table).dropConstraint(`${table}_subject`).execute();
      await db.schema
        .alterTable(table)
        .addColumn('hosted_check_id', 'text', (column) => column.references('hosted_check.id').onDelete('cascade'))
        .execute();
      await db.schema
        .alterTable(table)
        .addCheckConstraint(`${table}_subject`, sql`num_nonnulls(submission_id, process_id, hosted_check_id) = 1`)
        .execute();
      await db.schema.createIndex(`${table}_hosted_check`).on(table).column('hosted_check_id').execute();
    }
    await db.schema
      .alterTable('artefact')
      .addUniqueConstraint('artefact_hosted_unique', ['hosted_check_id', 'document_type'])
      .execute();
  },
};
