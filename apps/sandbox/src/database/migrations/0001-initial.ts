import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tables of the first version. Images live in `artefact.bytes` and nowhere else, so that erasing them is one statement. */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('flow')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('onboarding_partner', 'text', (column) => column.notNull())
      .addColumn('partner_user_id', 'text', (column) => column.notNull())
      .addColumn('partner_user_id_type', 'text', (column) => column.notNull())
      .addColumn('partner_session_id', 'text')
      .addColumn('flow', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('reference_image_url', 'text')
      .addColumn('scenario', 'jsonb')
      .addColumn('attempts_allowed', 'integer', (column) => column.notNull())
      .addColumn('token_uses', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('token_generation', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('token_expired', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('flow_session_unique', ['client_id', 'partner_session_id'])
      .execute();
    await db.schema
      .createIndex('flow_user')
      .on('flow')
      .columns(['client_id', 'partner_user_id', 'partner_user_id_type'])
      .execute();
    await db.schema
      .createTable('submission')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('flow_id', 'text', (column) => column.notNull().references('flow.id').onDelete('cascade'))
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('submission_type', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('result', 'text')
      .addColumn('reason_code', 'text')
      .addColumn('next_action', 'text', (column) => column.notNull())
      .addColumn('error_message', 'text')
      .addColumn('sdk_session_id', 'text')
      .addColumn('client_evidence', 'jsonb')
      .addColumn('evidence', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('confirmed_at', 'timestamptz')
      .addColumn('completed_at', 'timestamptz')
      .addUniqueConstraint('submission_attempt_unique', ['flow_id', 'attempt'])
      .execute();
    await db.schema
      .createTable('artefact')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id').onDelete('cascade'))
      .addColumn('document_type', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('url_expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('content_type', 'text')
      .addColumn('bytes', 'bytea')
      .addColumn('byte_count', 'integer')
      .addColumn('digest', 'text')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('uploaded_at', 'timestamptz')
      .addColumn('erased_at', 'timestamptz')
      .addUniqueConstraint('artefact_document_unique', ['submission_id', 'document_type'])
      .execute();
    await db.schema
      .createTable('timeline')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id').onDelete('cascade'))
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('detail', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('timeline_submission').on('timeline').column('submission_id').execute();
    await db.schema
      .createTable('delivery')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id').onDelete('cascade'))
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('last_status', 'integer')
      .addColumn('last_error', 'text')
      .addColumn('next_attempt_at', 'timestamptz')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('delivered_at', 'timestamptz')
      .execute();
    await db.schema.createIndex('delivery_submission').on('delivery').column('submission_id').execute();
    await db.schema
      .createTable('fault')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('operation', 'text', (column) => column.notNull())
      .addColumn('remaining', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('retry_after_seconds', 'integer')
      .addUniqueConstraint('fault_unique', ['scope', 'operation'])
      .addCheckConstraint('fault_remaining', sql`remaining >= 0`)
      .execute();
    await db.schema
      .createTable('armed_scenario')
      .addColumn('client_id', 'text', (column) => column.primaryKey())
      .addColumn('scenario', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('disabled_callback')
      .addColumn('client_id', 'text', (column) => column.primaryKey())
      .addColumn('disabled_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};
