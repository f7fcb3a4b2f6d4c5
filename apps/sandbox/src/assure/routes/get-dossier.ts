import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';
import { toDossier } from '../to-dossier.ts';

/** The dossier itself; of its contents the contract describes nothing. */
export const getDossier = {
  operation: 'getDossier',
  path: '/assure/dossiers/{dossierId}',
  response: contract.dossier,
  handle: async (gateway, exchange) => toDossier(await findDossier(gateway, exchange)),
} as const satisfies OperationDefinition<typeof contract.dossier>;
