import { randomBytes } from 'node:crypto';
import type { FaceTemplate } from '@bonafide/verifier';
import type { Kysely, Transaction } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database, IdnowCredentialRow, IdnowSessionRow } from '../database/schema.ts';

type Person = Pick<IdnowSessionRow, 'client_id' | 'environment' | 'subject_id'>;

/** The enrolled face of a person of one client, in one environment. */
export async function findCredential(
  db: Kysely<Database> | Transaction<Database>,
  { client_id, environment, subject_id }: Person,
): Promise<IdnowCredentialRow | null> {
  const found = await db
    .selectFrom('idnow_credential')
    .selectAll()
    .where('client_id', '=', client_id)
    .where('environment', '=', environment)
    .where('subject_id', '=', subject_id)
    .executeTakeFirst();
  return found ?? null;
}

/** Keeps a face; null where somebody was faster. */
export async function keepCredential(
  trx: Transaction<Database>,
  clock: Clock,
  { client_id, environment, subject_id }: Person,
  { method, version, values }: FaceTemplate,
): Promise<string | null> {
  const kept = await trx
    .insertInto('idnow_credential')
    .values({
      id: newUserId(),
      client_id,
      environment,
      subject_id,
      method,
      version,
      template: toBytes(values),
      created_at: dateOf(clock),
      used_at: dateOf(clock),
    })
    .onConflict((conflict) => conflict.columns(['client_id', 'environment', 'subject_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept?.id ?? null;
}

export function templateOf({ method, version, template }: IdnowCredentialRow): FaceTemplate {
  const view = new DataView(template.buffer, template.byteOffset, template.byteLength);
  const values = Float32Array.from({ length: template.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
  return { method, version, values };
}

/** A person's id at Keyless: chance, so that it says nothing of them. */
export function newUserId(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

function toBytes(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes;
}
