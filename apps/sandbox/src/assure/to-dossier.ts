import type * as contract from '@bonafide/contracts/assure/validators';
import type * as z from 'zod';
import type { DossierRow } from '../database/schema.ts';
import { toTimestamp } from './to-process.ts';

/** A dossier as it is answered. */
export function toDossier(row: DossierRow): z.input<typeof contract.dossier> {
  return {
    dossierId: row.id,
    ...(row.external_reference === null ? {} : { externalReference: row.external_reference }),
    createdAt: toTimestamp(row.created_at),
    updatedAt: toTimestamp(row.updated_at),
  };
}
