import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate } from '../authenticate.ts';
import { DOCUMENT_SIDES, PROVIDER } from '../document-types.ts';
import { noProvider } from '../problems.ts';

/** Which documents the provider takes. */
export const getDocumentTypes = {
  operation: 'getDocumentTypes',
  path: '/assure/{provider}/document-types',
  response: contract.documentTypesResponse,
  async handle(gateway, exchange) {
    await authenticate(gateway, exchange);
    if (exchange.context.req.param('provider') !== PROVIDER) throw noProvider();
    const documentTypes = Object.entries(DOCUMENT_SIDES).map(([documentType, sides]) => ({
      documentType,
      sides: [...sides],
    }));
    return { documentTypes };
  },
} as const satisfies OperationDefinition<typeof contract.documentTypesResponse>;
