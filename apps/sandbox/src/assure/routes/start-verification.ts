import * as contract from '@bonafide/contracts/assure/validators';
import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { isAddressAllowed } from '../../outbound/address-policy.ts';
import { beginVerification } from '../begin-verification.ts';
import { findProcess, lockProcess } from '../find.ts';
import { missingForStart } from '../missing-for-start.ts';
import { invalidRequest, notPending } from '../problems.ts';
import { readRequest } from '../read-request.ts';

const nothing = z.null();

/** Hands a process to the queue, once nothing that the provider needs is missing. */
export const startVerification = {
  operation: 'startVerification',
  path: '/assure/dossiers/{dossierId}/processes/{processId}/verification',
  status: 202,
  response: nothing,
  async handle(gateway, exchange) {
    const { id } = await findProcess(gateway, exchange);
    const { bonafide } = await readRequest(exchange, contract.startVerificationRequest);
    await gateway.db.transaction().execute(async (trx) => {
      const row = await lockProcess(trx, id);
      if (row.status !== 'pending') throw notPending();
      const pictures = await trx
        .selectFrom('artefact')
        .select('document_type')
        .where('process_id', '=', id)
        .where('bytes', 'is not', null)
        .execute();
      const missing = missingForStart({
        processType: row.process_type,
        documentType: row.document_type,
        parameters: row.parameters,
        depictions: new Set(pictures.map(({ document_type }) => document_type)),
        // There is no table of addresses here: any public one is taken to be somewhere.
        isLocatable: (address) => isAddressAllowed(address, { allowLoopback: false }),
      });
      if (missing !== null) throw invalidRequest(missing.detail, missing.code);
      await beginVerification(trx, gateway, row, bonafide ?? null);
    });
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
