import type { Kysely } from 'kysely';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type Clock, dateOf } from '../clock.ts';
import type { Database } from '../database/schema.ts';
import { createSeal, fingerprintOf } from './seal.ts';

/**
 * A browser's session: nobody stays logged in, so that there is none to find, also where a process ended before it could
 * say so. Nor is there a device flow.
 */
const NOTHING_KEPT: Adapter = {
  upsert: async () => {},
  find: async () => undefined,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
};

/**
 * Where the OpenID provider of one tenant keeps its state: in the sandbox's own database, so that it outlives the process
 * and several may serve. Every question names the tenant; another's code or token is not there.
 *
 * No code, token, grant or pushed request stands there in the clear: each is found by its fingerprint, and what it is worth
 * is closed with the secret itself, which only its holder shows.
 */
export function createProviderAdapter(
  { db, clock }: { readonly db: Kysely<Database>; readonly clock: Clock },
  clientId: string,
): (model: string) => Adapter {
  return (model) => {
    if (model === 'Session') return NOTHING_KEPT;
    const keyOf = (id: string) => ({ client_id: clientId, model, id_hash: fingerprintOf(id, model) });
    const grantHashOf = (id: string): string => fingerprintOf(id, 'Grant');

    return {
      ...NOTHING_KEPT,
      async upsert(id, payload, expiresInSeconds) {
        const row = {
          payload: createSeal(id, model).close(JSON.stringify(payload)),
          grant_hash: payload.grantId === undefined ? null : grantHashOf(payload.grantId),
          expires_at: expiresInSeconds === undefined ? null : dateOf(clock, expiresInSeconds * 1_000),
        };
        await db
          .insertInto('oidc_artefact')
          .values({ ...keyOf(id), ...row, consumed_at: null })
          .onConflict((conflict) => conflict.columns(['client_id', 'model', 'id_hash']).doUpdateSet(row))
          .execute();
      },
      async find(id) {
        const found = await db
          .selectFrom('oidc_artefact')
          .select(['payload', 'expires_at', 'consumed_at'])
          .where((row) => row.and(keyOf(id)))
          .executeTakeFirst();
        if (found === undefined || (found.expires_at !== null && found.expires_at.getTime() <= clock.now()))
          return undefined;
        const text = createSeal(id, model).open(found.payload);
        if (text === null) return undefined;
        const payload = JSON.parse(text) as AdapterPayload;
        const consumedAt = found.consumed_at;
        return consumedAt === null ? payload : { ...payload, consumed: Math.floor(consumedAt.getTime() / 1_000) };
      },
      async consume(id) {
        const consumed = await db
          .updateTable('oidc_artefact')
          .set({ consumed_at: dateOf(clock) })
          .where((row) => row.and(keyOf(id)))
          .where('consumed_at', 'is', null)
          .returning('id_hash')
          .executeTakeFirst();
        if (consumed !== undefined) return;
        // Two that came at once both found it unused. The provider knows what to do with those that come one after another.
        const words = 'it was used already';
        throw model === 'PushedAuthorizationRequest'
          ? new errors.InvalidRequest(words)
          : new errors.InvalidGrant(words);
      },
      async destroy(id) {
        await db
          .deleteFrom('oidc_artefact')
          .where((row) => row.and(keyOf(id)))
          .execute();
      },
      async revokeByGrantId(grantId) {
        await db
          .deleteFrom('oidc_artefact')
          .where('client_id', '=', clientId)
          .where('grant_hash', '=', grantHashOf(grantId))
          .execute();
      },
    };
  };
}
