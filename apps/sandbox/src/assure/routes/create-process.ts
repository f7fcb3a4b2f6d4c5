import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findDossier } from '../find.ts';
import { checkProcessRequest, openProcess, takeSentScenario } from '../open-process.ts';
import { readRequest } from '../read-request.ts';
import { issueSdkAuthorization } from '../sdk-authorization.ts';
import { toProcess } from '../to-process.ts';

/** Opens one verification. An app with the provider's SDK gets a token for it, which is told here and never again. */
export const createProcess = {
  operation: 'createProcess',
  path: '/assure/dossiers/{dossierId}/processes',
  status: 201,
  response: contract.process,
  async handle(gateway, exchange) {
    const dossier = await findDossier(gateway, exchange);
    const wanted = await readRequest(exchange, contract.createProcessRequest);
    checkProcessRequest(gateway, wanted);
    const sent = await takeSentScenario(gateway, exchange, dossier);
    const created = await gateway.db.transaction().execute((trx) => openProcess(trx, gateway, dossier, wanted, sent));
    exchange.notes.submissionId = created.id;
    exchange.notes.scripted = created.scenario !== null;
    if (wanted.processParameters?.mobileAppId === undefined) return toProcess(created);
    return toProcess(created, await issueSdkAuthorization(gateway, dossier.client_id, created.id));
  },
} as const satisfies OperationDefinition<typeof contract.process>;
