import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { forgetVerifications } from '../../retention/forget-verifications.ts';
import { findVerification } from '../find.ts';

const nothing = z.null();

/** Erases a session with its pictures and all that was read. */
export const deleteVerification = {
  operation: 'deleteVerification',
  path: '/verify/api/v1/verification/{sessionId}',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    await forgetVerifications(gateway, [(await findVerification(gateway, exchange)).row.id]);
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
