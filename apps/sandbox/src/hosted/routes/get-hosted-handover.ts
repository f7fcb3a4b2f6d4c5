import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findHandover } from '../find-handover.ts';
import { authenticateEither } from '../hosted-session.ts';

const handover = z.object({
  /** `none`: never made, taken back, or out of time. */
  state: z.enum(['none', 'offered', 'joined', 'connected']),
  /** Shown on both screens once a phone has joined. */
  code: z.string().nullable(),
});

/** Where a check is on its way to a phone: asked by the page, and by the phone that waits to be confirmed. */
export const getHostedHandover = {
  operation: 'getHostedHandover',
  path: '/checks/{checkId}/handover',
  response: handover,
  async handle(gateway, exchange) {
    const check = await authenticateEither(gateway, exchange);
    const found = await findHandover(gateway, gateway.db, check.id);
    if (found === null) return { state: 'none', code: null };
    return { state: found.state, code: found.state === 'offered' ? null : found.code };
  },
} as const satisfies OperationDefinition<typeof handover>;
