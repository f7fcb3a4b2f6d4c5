import * as contract from '@bonafide/contracts/onekyc/validators';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import type { Dialect } from '../gateway/serve-operation.ts';
import { failed, invalid } from './refusals.ts';

/** OneKYC's envelope: `success`, `data`, and `errors` with code and cause. */
export const oneKycDialect: Dialect = {
  base: '/onekyc',
  notesOf: (context) => ({
    clientId: context.req.header('client-id') ?? null,
    correlationId: context.req.header('x-partner-session-id') ?? null,
  }),
  toRefusal: (operation, error) =>
    isUnstorableText(error) ? invalid(operation, 1539, 'INVALID_CHARACTER') : failed(operation),
  refuse({ operation }, refusal) {
    const entity = operation === 'getPartnerToken' || operation === 'getUserToken' ? 'ONEKYC_TOKEN_SERVICE' : undefined;
    const body = contract.errorResponse.parse({
      success: false,
      data: null,
      errors: [{ code: refusal.code, ...(entity === undefined ? {} : { entity }), cause: refusal.reason }],
    });
    return Response.json(body, { status: refusal.status });
  },
};
