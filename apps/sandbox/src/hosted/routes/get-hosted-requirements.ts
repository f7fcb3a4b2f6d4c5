import * as contract from '@bonafide/contracts/capture-backend/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateHosted } from '../hosted-session.ts';

/** What the check will ask of the person. Consent is always asked for: what is shown is a face. */
export const getHostedRequirements = {
  operation: 'getHostedRequirements',
  path: '/checks/{checkId}/requirements',
  response: contract.requirements,
  async handle(gateway, exchange) {
    const { documents, kind } = await authenticateHosted(gateway, exchange);
    return {
      documents: documents.map(({ documentType, sides, issuingCountries }) => ({
        documentType,
        sides: [...sides],
        ...(issuingCountries === undefined ? {} : { issuingCountries: [...issuingCountries] }),
      })),
      selfie: kind !== 'document',
    };
  },
} as const satisfies OperationDefinition<typeof contract.requirements>;
