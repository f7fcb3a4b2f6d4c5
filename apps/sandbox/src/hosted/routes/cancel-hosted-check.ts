import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { endHostedCheck } from '../end-hosted-check.ts';
import { authenticateEither, authenticateProcess, deviceOf } from '../hosted-session.ts';
import { hostedCheckView, toPageView } from '../to-page-view.ts';

/** The person gave up. A check that is over stays as it is. */
export const cancelHostedCheck = {
  operation: 'cancelHostedCheck',
  path: '/checks/{checkId}',
  response: hostedCheckView,
  async handle(gateway, exchange) {
    const check = await authenticateEither(gateway, exchange, ['connected']);
    const ended = await endHostedCheck(gateway, check.id, { kind: 'cancelled' });
    const device = deviceOf(exchange);
    return toPageView(ended, gateway.clock.now(), { device, isOnPhone: device === 'phone' });
  },
} as const satisfies OperationDefinition<typeof hostedCheckView>;

/** The same in the words of `specs/capture-backend.yaml`. */
export const cancelHostedProcess = {
  operation: 'cancelHostedCheck',
  path: '/checks/{checkId}/processes/{processId}',
  status: 204,
  response: z.null(),
  async handle(gateway, exchange) {
    const check = await authenticateProcess(gateway, exchange);
    await endHostedCheck(gateway, check.id, { kind: 'cancelled' });
    return null;
  },
} as const satisfies OperationDefinition<z.ZodNull>;
