import { PATHS } from '@bonafide/contracts/idnow';
import type { DeleteUserResponse } from '@bonafide/contracts/idnow';
import { deleteUserResponse } from '@bonafide/contracts/idnow/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { KeylessExchange } from './keyless-exchange.ts';

/** Whose face. */
export interface DeleteKeylessUser extends CallSettings {
  /** Keyless' own id of the person: upper-case hexadecimal. */
  readonly userId: string;
}

/** `DELETE /users/{userId}`. */
export async function deleteKeylessUser(keyless: KeylessExchange, request: DeleteKeylessUser): Promise<void> {
  const { userId } = request;
  if (!/^[0-9A-F]+$/.test(userId)) throw new TypeError('userId must be upper-case hexadecimal');
  const response = await keyless(
    { operation: 'deleteKeylessUser', path: PATHS.keylessUser, method: 'DELETE', names: { userId } },
    request,
  );
  if ((readAnswer(response, deleteUserResponse) as DeleteUserResponse).success) return;
  const { status, requestId } = response;
  throw new PartnerServerError('conflict', 'the face was not deleted', { status, requestId });
}
