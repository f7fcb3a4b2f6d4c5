import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { signWith } from './signing-keys.ts';

/** A recognition's own numbers. */
export interface Proof {
  readonly credentialId: string;
  readonly transactionId: string;
  /** Where in the vault. */
  readonly entryId: string;
}

const ISSUER = 'https://keyless.sandbox.bonafide.example';
const LIFETIME_SECONDS = 300;

/** Signs, as Keyless does, that somebody was recognised, and keeps it in the vault. */
export async function keepProof(
  trx: Transaction<Database>,
  { clock }: Gateway,
  session: Pick<IdnowSessionRow, 'id' | 'client_id' | 'environment' | 'scenario'>,
  credentialId: string,
): Promise<Proof> {
  const proof = { credentialId, transactionId: crypto.randomUUID(), entryId: crypto.randomUUID() };
  const issuedAt = Math.floor(clock.now() / 1000);
  const content = await signWith(trx, clock, 'keyless-transactions', {
    iss: ISSUER,
    sub: credentialId,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    jti: proof.transactionId,
    ...(session.scenario?.session === undefined ? {} : { scripted: true }),
  });
  const { id: session_id, client_id, environment } = session;
  await trx
    .insertInto('idnow_vault_entry')
    .values({ id: proof.entryId, session_id, client_id, environment, content, created_at: dateOf(clock) })
    .execute();
  return proof;
}
