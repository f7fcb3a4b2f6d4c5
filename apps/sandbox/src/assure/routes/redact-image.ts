import * as contract from '@bonafide/contracts/assure/validators';
import { Refusal } from '../../gateway/refusal.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { readImageService } from '../read-image-service.ts';

/**
 * Refused to everybody. What the vendor blackens is not known, and the checks here do not say where on a picture a line stands: a
 * picture that comes back as redacted and still shows a number would do harm.
 */
export const redactImage = {
  operation: 'redactImage',
  path: '/assure/services/redact',
  response: contract.imageResponse,
  async handle(gateway, exchange) {
    await readImageService(gateway, exchange);
    throw new Refusal(403, '', 'The account may not redact pictures.');
  },
} as const satisfies OperationDefinition<typeof contract.imageResponse>;
