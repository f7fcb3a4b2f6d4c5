import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { forgetProcesses } from '../../retention/forget-dossiers.ts';
import { findProcess } from '../find.ts';

const nothing = z.null();

/** Erases a process with its pictures. */
export const deleteProcess = {
  operation: 'deleteProcess',
  path: '/assure/dossiers/{dossierId}/processes/{processId}',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    await forgetProcesses(gateway, [(await findProcess(gateway, exchange)).id]);
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
