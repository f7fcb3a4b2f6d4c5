import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';

/** What the client has said of the end-user: nothing yet is `{}`. */
export const getUserData = {
  operation: 'getUserData',
  path: '/assure/dossiers/{dossierId}/userdata',
  response: contract.userData,
  handle: async (gateway, exchange) => (await findDossier(gateway, exchange)).user_data ?? {},
} as const satisfies OperationDefinition<typeof contract.userData>;
