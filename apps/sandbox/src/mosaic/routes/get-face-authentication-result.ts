import * as contract from '@bonafide/contracts/mosaic/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findFaceAuthentication } from '../find.ts';
import { sessionStatus } from '../session-status.ts';

/** What a face authentication came to; until then, where it is. */
export const getFaceAuthenticationResult = {
  operation: 'getFaceAuthenticationResult',
  path: '/verify/api/v1/face-auth/{deviceSessionId}/result',
  response: contract.faceAuthenticationResult,
  async handle(gateway, exchange) {
    const { row, check } = await findFaceAuthentication(gateway, exchange);
    return row.result ?? { status: sessionStatus(row, check) };
  },
} as const satisfies OperationDefinition<typeof contract.faceAuthenticationResult>;
