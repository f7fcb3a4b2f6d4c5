import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Kysely, Transaction } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database } from '../database/schema.ts';

/** What a key signs: events of the platform, or proofs of Keyless. Neither can be taken for the other. */
export type KeyPurpose = 'idnow-events' | 'keyless-transactions';

type Db = Kysely<Database> | Transaction<Database>;

const ALGORITHM = 'ES256';
/** The newest signs; those before it stay published, so that what is on its way is still believed. */
const PUBLISHED = 3;

/** Signs with the newest key of a purpose; the first is made when it is needed. */
export async function signWith(
  db: Db,
  clock: Clock,
  purpose: KeyPurpose,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { kid, private_jwk } = await newestKey(db, clock, purpose);
  const key = await importJWK(JSON.parse(private_jwk) as JWK, ALGORITHM);
  return new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' }).sign(key);
}

/** The public keys of a purpose, newest first. */
export async function publishedKeys(db: Db, clock: Clock, purpose: KeyPurpose): Promise<readonly JWK[]> {
  await newestKey(db, clock, purpose);
  const rows = await db
    .selectFrom('signing_key')
    .select('public_jwk')
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .limit(PUBLISHED)
    .execute();
  return rows.map(({ public_jwk }) => JSON.parse(public_jwk) as JWK);
}

/** The newest public key as PEM (SPKI). */
export async function publicKeyPem(db: Db, clock: Clock, purpose: KeyPurpose): Promise<string> {
  const { public_jwk } = await newestKey(db, clock, purpose);
  const key = await importJWK(JSON.parse(public_jwk) as JWK, ALGORITHM, { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('a public key is no secret');
  return exportSPKI(key);
}

/** Lets a new key sign from now on; resolves with its name. */
export async function rotateKey(db: Db, clock: Clock, purpose: KeyPurpose): Promise<string> {
  const kid = crypto.randomUUID();
  await makeKey(db, clock, purpose, kid);
  return kid;
}

/** One that is there already stays. */
async function makeKey(db: Db, clock: Clock, purpose: KeyPurpose, kid: string): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  await db
    .insertInto('signing_key')
    .values({
      kid,
      purpose,
      private_jwk: JSON.stringify(privateJwk),
      public_jwk: JSON.stringify({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }),
      created_at: dateOf(clock),
    })
    .onConflict((conflict) => conflict.column('kid').doNothing())
    .execute();
}

async function newestKey(db: Db, clock: Clock, purpose: KeyPurpose) {
  const find = () =>
    db
      .selectFrom('signing_key')
      .selectAll()
      .where('purpose', '=', purpose)
      .orderBy('created_at', 'desc')
      .orderBy('kid')
      .executeTakeFirst();
  const found = await find();
  if (found !== undefined) return found;
  // Under one name, so that two that need it at once make one.
  await makeKey(db, clock, purpose, `${purpose}-1`);
  const made = await find();
  if (made === undefined) throw new TypeError('no key');
  return made;
}
