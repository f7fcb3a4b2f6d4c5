import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

const KEY = 'signing-secret';

/** The secret behind tokens and presigned URLs: made once per database, shared by every process on it. */
export async function signingSecret(db: Kysely<Database>): Promise<Uint8Array> {
  await db
    .insertInto('setting')
    .values({ key: KEY, value: randomBytes(32).toString('base64') })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirstOrThrow();
  return new Uint8Array(Buffer.from(value, 'base64'));
}
