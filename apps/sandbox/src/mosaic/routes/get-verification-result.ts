import * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';
import type { VerificationRow } from '../../database/schema.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findVerification } from '../find.ts';
import { sessionStatus } from '../session-status.ts';

/** What a session came to; until then, where it is. */
export const getVerificationResult = {
  operation: 'getVerificationResult',
  path: '/verify/api/v1/verification/{sessionId}/result',
  response: contract.verificationResult,
  async handle(gateway, exchange) {
    const { row, check } = await findVerification(gateway, exchange);
    return row.result === null ? { session_id: row.id, status: sessionStatus(row, check) } : toResult(row, row.result);
  },
} as const satisfies OperationDefinition<typeof contract.verificationResult>;

/** In either of the documented shapes. */
function toResult(
  { id, scenario }: VerificationRow,
  result: NonNullable<VerificationRow['result']>,
): z.input<typeof contract.verificationResult> {
  const answer = { session_id: id, ...result };
  if (scenario?.nestedResult !== true) return answer;
  const { person, document, ...rest } = answer;
  return { ...rest, verified_info: { ...(person && { person }), ...(document && { document }) } };
}
