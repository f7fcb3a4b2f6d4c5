import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { forgetDossiers } from '../../retention/forget-dossiers.ts';
import { findDossier } from '../find.ts';

const nothing = z.null();

/** Erases a dossier with every process and picture in it. */
export const deleteDossier = {
  operation: 'deleteDossier',
  path: '/assure/dossiers/{dossierId}',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    await forgetDossiers(gateway, [(await findDossier(gateway, exchange)).id]);
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
