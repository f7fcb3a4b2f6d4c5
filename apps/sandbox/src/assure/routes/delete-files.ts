import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';

const nothing = z.null();

/** Erases the pictures of a dossier; those of its processes stay. */
export const deleteFiles = {
  operation: 'deleteFiles',
  path: '/assure/dossiers/{dossierId}/files',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    const { id } = await findDossier(gateway, exchange);
    await gateway.db.deleteFrom('dossier_file').where('dossier_id', '=', id).execute();
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
