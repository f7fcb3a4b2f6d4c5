import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sessions of IDnow, the faces that they enrol, the proofs that they leave, and the keys that sign both. */
export const idnowSessions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('idnow_session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('flow_id', 'text', (column) => column.notNull())
      .addColumn('environment', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('locale', 'text')
      .addColumn('redirect_url', 'text')
      .addColumn('state', 'text')
      .addColumn('player_hash', 'text', (column) => column.notNull().unique())
      .addColumn('scenario', 'jsonb')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('verdict', 'text')
      // `json`, not `jsonb`: an answer keeps the order of its fields.
      .addColumn('results', 'json')
      .addColumn('reason_code', 'text')
      .addColumn('retry_after_seconds', 'integer')
      .addColumn('is_captured', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('events', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz')
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .addColumn('completed_at', 'timestamptz')
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('idnow_session_subject')
      .on('idnow_session')
      .columns(['client_id', 'subject_id'])
      .execute();
    await db.schema
      .createTable('idnow_credential')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('environment', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('method', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('template', 'bytea', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('idnow_credential_subject_unique', ['client_id', 'environment', 'subject_id'])
      .execute();
    await db.schema
      .createTable('idnow_lockout')
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('environment', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('failures', 'jsonb', (column) => column.notNull())
      .addColumn('locked_until', 'timestamptz')
      .addPrimaryKeyConstraint('idnow_lockout_key', ['client_id', 'environment', 'subject_id'])
      .execute();
    await db.schema
      .createTable('idnow_vault_entry')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('idnow_session.id').onDelete('cascade'))
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('environment', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('idnow_vault_session').on('idnow_vault_entry').column('session_id').execute();
    await db.schema
      .createTable('signing_key')
      .addColumn('kid', 'text', (column) => column.primaryKey())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('private_jwk', 'text', (column) => column.notNull())
      .addColumn('public_jwk', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('delivery').dropConstraint('delivery_subject').execute();
    await db.schema
      .alterTable('delivery')
      .addColumn('idnow_session_id', 'text', (column) => column.references('idnow_session.id').onDelete('cascade'))
      .execute();
    await db.schema
      .alterTable('delivery')
      .addCheckConstraint('delivery_subject', sql`num_nonnulls(submission_id, process_id, idnow_session_id) = 1`)
      .execute();
    await db.schema.createIndex('delivery_idnow_session').on('delivery').column('idnow_session_id').execute();
  },
};
