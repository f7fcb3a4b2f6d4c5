import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findProcess } from '../find.ts';
import { toProcess } from '../to-process.ts';

/** Where a process is, and what came of it. */
export const getProcess = {
  operation: 'getProcess',
  path: '/assure/dossiers/{dossierId}/processes/{processId}',
  response: contract.process,
  handle: async (gateway, exchange) => toProcess(await findProcess(gateway, exchange)),
} as const satisfies OperationDefinition<typeof contract.process>;
