import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateHosted } from '../hosted-session.ts';
import { hostedCheckView, toPageView } from '../to-page-view.ts';

/** Where the check is, and where the browser goes when it is over. */
export const showHostedCheck = {
  operation: 'getHostedCheck',
  path: '/checks/{checkId}',
  response: hostedCheckView,
  async handle(gateway, exchange) {
    return toPageView(await authenticateHosted(gateway, exchange), gateway.clock.now());
  },
} as const satisfies OperationDefinition<typeof hostedCheckView>;
