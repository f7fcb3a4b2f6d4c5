import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { endProcess } from '../end-process.ts';
import { findProcess } from '../find.ts';
import { ended } from '../problems.ts';

const nothing = z.null();

/** The end-user gave up: not the vendor's own operation, but its own outcome. */
export const cancelProcess = {
  operation: 'cancelProcess',
  path: '/assure/dossiers/{dossierId}/processes/{processId}/cancellation',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    const found = await findProcess(gateway, exchange);
    const row = await endProcess(gateway, found, { status: 'canceled', outcome: { providerSpecific: {} } });
    if (row !== 'canceled') throw ended();
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
