import * as contract from '@bonafide/contracts/capture-backend/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticateProcess } from '../hosted-session.ts';
import { toProcessState } from '../process-state.ts';

/** Where the check is, for the element that waits. */
export const getHostedProcess = {
  operation: 'getHostedProcess',
  path: '/checks/{checkId}/processes/{processId}',
  response: contract.processState,
  async handle(gateway, exchange) {
    const check = await authenticateProcess(gateway, exchange);
    const waitSeconds = gateway.statusLimit.take(check.id);
    if (waitSeconds !== null) throw refuseHosted('rate-limited', waitSeconds);
    return toProcessState(gateway, check);
  },
} as const satisfies OperationDefinition<typeof contract.processState>;
