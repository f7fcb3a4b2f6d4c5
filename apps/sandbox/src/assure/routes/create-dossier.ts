import * as contract from '@bonafide/contracts/assure/validators';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate } from '../authenticate.ts';
import { readRequest } from '../read-request.ts';
import { toDossier } from '../to-dossier.ts';

/** Opens a place for one end-user. */
export const createDossier = {
  operation: 'createDossier',
  path: '/assure/dossiers',
  status: 201,
  response: contract.dossier,
  async handle(gateway, exchange) {
    const client = await authenticate(gateway, exchange);
    const { externalReference } = await readRequest(exchange, contract.createDossierRequest);
    const now = dateOf(gateway.clock);
    const dossier = await gateway.db
      .insertInto('dossier')
      .values({
        id: crypto.randomUUID(),
        client_id: client.clientId,
        external_reference: externalReference ?? null,
        created_at: now,
        updated_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    exchange.notes.correlationId = dossier.id;
    return toDossier(dossier);
  },
} as const satisfies OperationDefinition<typeof contract.dossier>;
