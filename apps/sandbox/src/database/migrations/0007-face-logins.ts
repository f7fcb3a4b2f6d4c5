import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The OpenID provider's state, and the logins with a face check that it is asked for. */
export const faceLogins: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('oidc_artefact')
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('payload', 'jsonb', (column) => column.notNull())
      .addColumn('grant_id', 'text')
      .addColumn('uid', 'text')
      .addColumn('expires_at', 'timestamptz')
      .addPrimaryKeyConstraint('oidc_artefact_key', ['client_id', 'model', 'id'])
      .execute();
    await db.schema.createIndex('oidc_artefact_grant').on('oidc_artefact').columns(['client_id', 'grant_id']).execute();
    await db.schema.createIndex('oidc_artefact_expiry').on('oidc_artefact').column('expires_at').execute();
    await db.schema
      .createTable('oidc_key')
      .addColumn('client_id', 'text', (column) => column.primaryKey())
      .addColumn('jwk', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('face_login')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('profile_key', 'text')
      .addColumn('email', 'text')
      .addColumn('rp_state', 'text')
      .addColumn('photo', 'bytea')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('portrait', 'bytea')
      .addColumn('scenario', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('verified_at', 'timestamptz')
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('face_login_request', ['client_id', 'request_id'])
      .execute();
    await db.schema
      .createTable('face_photo')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('face_profile')
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('profile_key', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addColumn('enrolled_at', 'timestamptz', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('face_profile_key', ['client_id', 'profile_key'])
      .execute();
  },
};
