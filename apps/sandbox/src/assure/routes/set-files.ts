import * as contract from '@bonafide/contracts/assure/validators';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';
import { noDossier } from '../problems.ts';
import { readPictures } from '../read-pictures.ts';

const nothing = z.null();

/** Keeps pictures in a dossier; one that is kept again replaces the one before, and those that are not named stay. */
export const setFiles = {
  operation: 'setFiles',
  path: '/assure/dossiers/{dossierId}/files',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    const { id } = await findDossier(gateway, exchange);
    const pictures = await readPictures(exchange, contract.dossierFiles, gateway.settings.maximumUploadBytes);
    const now = dateOf(gateway.clock);
    await gateway.db.transaction().execute(async (trx) => {
      const touched = await trx
        .updateTable('dossier')
        .set({ updated_at: now })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      // Deleted while the pictures were on their way.
      if (touched === undefined) throw noDossier();
      await trx
        .insertInto('dossier_file')
        .values(
          pictures.map(({ name, contentType, bytes }) => ({
            dossier_id: id,
            name,
            content_type: contentType,
            bytes: Buffer.from(bytes),
            uploaded_at: now,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['dossier_id', 'name']).doUpdateSet((given) => ({
            content_type: given.ref('excluded.content_type'),
            bytes: given.ref('excluded.bytes'),
            uploaded_at: given.ref('excluded.uploaded_at'),
          })),
        )
        .execute();
    });
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
