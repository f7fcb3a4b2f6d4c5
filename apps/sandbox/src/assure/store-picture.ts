import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, processSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { NamedPicture } from './read-pictures.ts';

/** Keeps a picture of a process, in place of the one of its name, for as long as pictures are kept from `uploadedAt` on. */
export async function storePicture(
  trx: Transaction<Database>,
  { clock }: Gateway,
  processId: string,
  { name, contentType, bytes }: NamedPicture,
  uploadedAt: Date,
): Promise<void> {
  const subject = processSubject(processId);
  const depiction = name.toUpperCase();
  await trx.deleteFrom('artefact').where('process_id', '=', processId).where('document_type', '=', depiction).execute();
  await trx
    .insertInto('artefact')
    .values({
      key: randomBytes(24).toString('base64url'),
      ...subject,
      document_type: depiction,
      reference: crypto.randomUUID(),
      content_type: contentType,
      bytes: Buffer.from(bytes),
      byte_count: bytes.byteLength,
      digest: createHash('sha256').update(bytes).digest('hex'),
      status: 'UPLOADED',
      uploaded_at: uploadedAt,
      erased_at: null,
    })
    .execute();
  const detail = { document: depiction, bytes: bytes.byteLength, type: contentType };
  await addTimeline(trx, clock, subject, 'uploaded', detail);
}
