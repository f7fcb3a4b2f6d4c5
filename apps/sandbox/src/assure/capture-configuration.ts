import type * as contract from '@bonafide/contracts/assure/validators';
import type { Kysely, Transaction } from 'kysely';
import type * as z from 'zod';
import type { Database } from '../database/schema.ts';
import { DOCUMENT_SIDES, type DocumentType, isDocumentType } from './document-types.ts';

export type CaptureConfiguration = z.output<typeof contract.captureConfiguration>;

/** There without having been created, as the vendor's own example has it; a client may still create its own of this name. */
const DEFAULT_ID = 'default';

/** A client's own configuration, or null. */
export async function findCaptureConfiguration(
  db: Kysely<Database> | Transaction<Database>,
  clientId: string,
  id: string,
): Promise<CaptureConfiguration | null> {
  const found = await db
    .selectFrom('capture_configuration')
    .select('body')
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.body ?? (id === DEFAULT_ID ? {} : null);
}

/** The documents that the capture pages take under a configuration: of those that the provider takes, where it names some. */
export function documentTypesOf({ documentTypes }: CaptureConfiguration): readonly DocumentType[] {
  return (documentTypes ?? Object.keys(DOCUMENT_SIDES)).filter(isDocumentType);
}
