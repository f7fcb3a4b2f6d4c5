import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findHandover } from '../find-handover.ts';
import { authenticateEither, deviceOf } from '../hosted-session.ts';
import { hostedCheckView, toPageView } from '../to-page-view.ts';

/** Where the check is, and where the browser goes when it is over. */
export const showHostedCheck = {
  operation: 'getHostedCheck',
  path: '/checks/{checkId}',
  response: hostedCheckView,
  async handle(gateway, exchange) {
    const check = await authenticateEither(gateway, exchange, ['connected']);
    const handover = await findHandover(gateway, gateway.db, check.id);
    const isOnPhone = handover?.state === 'connected';
    return toPageView(check, gateway.clock.now(), { device: deviceOf(exchange), isOnPhone });
  },
} as const satisfies OperationDefinition<typeof hostedCheckView>;
