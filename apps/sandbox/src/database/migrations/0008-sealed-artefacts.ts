import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What the OpenID provider keeps is found by a fingerprint and read with the secret itself. What it had kept in the clear is
 * forgotten: it lives for half an hour at most.
 */
export const sealedArtefacts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropTable('oidc_artefact').execute();
    await db.schema
      .createTable('oidc_artefact')
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('id_hash', 'text', (column) => column.notNull())
      .addColumn('payload', 'bytea', (column) => column.notNull())
      .addColumn('grant_hash', 'text')
      .addColumn('consumed_at', 'timestamptz')
      .addColumn('expires_at', 'timestamptz')
      .addPrimaryKeyConstraint('oidc_artefact_key', ['client_id', 'model', 'id_hash'])
      .execute();
    await db.schema
      .createIndex('oidc_artefact_grant')
      .on('oidc_artefact')
      .columns(['client_id', 'grant_hash'])
      .execute();
    await db.schema.createIndex('oidc_artefact_expiry').on('oidc_artefact').column('expires_at').execute();
  },
};
