import { createHmac, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** What a tenant's OpenID provider signs with. */
export interface TenantKeys {
  /** Private; RS256, as the recorded discovery document says. */
  readonly jwk: JWK;
  /** Signs the provider's cookies. */
  readonly cookieKey: string;
}

/** A tenant's keys: made once per database, shared by every process on it, and never another tenant's. */
export async function tenantKeys(db: Kysely<Database>, secret: Uint8Array, clientId: string): Promise<TenantKeys> {
  return { jwk: await findOrMakeKey(db, clientId), cookieKey: derive(secret, 'cookie', clientId) };
}

/** What a relying party calls a person, so that neither the person nor the same name at another tenant can be found by it. */
export function profileKeyOf(secret: Uint8Array, clientId: string, identifier: string): string {
  return derive(secret, 'profile', `${clientId}\n${identifier}`);
}

async function findOrMakeKey(db: Kysely<Database>, clientId: string): Promise<JWK> {
  const find = () => db.selectFrom('oidc_key').select('jwk').where('client_id', '=', clientId).executeTakeFirst();
  const found = await find();
  if (found !== undefined) return found.jwk;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  await db
    .insertInto('oidc_key')
    .values({ client_id: clientId, jwk: JSON.stringify(jwk) })
    .onConflict((conflict) => conflict.column('client_id').doNothing())
    .execute();
  // Another process may have been faster.
  return (await find())?.jwk ?? jwk;
}

function derive(secret: Uint8Array, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`face-oidc/${purpose}\n${text}`).digest('base64url');
}
