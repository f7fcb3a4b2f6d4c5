import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticateHosted } from '../hosted-session.ts';
import { processState, toProcessState } from '../process-state.ts';

/** Where the check is, for the element that waits. */
export const getHostedProcess = {
  operation: 'getHostedProcess',
  path: '/checks/{checkId}/processes/{processId}',
  response: processState,
  async handle(gateway, exchange) {
    const check = await authenticateHosted(gateway, exchange);
    if (exchange.context.req.param('processId') !== check.id) throw refuseHosted('not-found');
    const waitSeconds = gateway.statusLimit.take(check.id);
    if (waitSeconds !== null) throw refuseHosted('rate-limited', waitSeconds);
    return toProcessState(gateway, check);
  },
} as const satisfies OperationDefinition<typeof processState>;
