import * as contract from '@bonafide/contracts/assure/validators';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';
import { readRequest } from '../read-request.ts';

const nothing = z.null();

/** Replaces what was said of the end-user. Nothing compares it with a document: what the vendor does with it is not known. */
export const setUserData = {
  operation: 'setUserData',
  path: '/assure/dossiers/{dossierId}/userdata',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    const { id } = await findDossier(gateway, exchange);
    const data = await readRequest(exchange, contract.userData);
    await gateway.db
      .updateTable('dossier')
      .set({ user_data: JSON.stringify(data), updated_at: dateOf(gateway.clock) })
      .where('id', '=', id)
      .execute();
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
