import * as contract from '@bonafide/contracts/mosaic/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findVerification } from '../find.ts';
import { noConsent } from '../problems.ts';

/** Of the text that the hosted page shows. */
const CONSENT_VERSION = '1';

/** The hosted page asks before anything else: whoever chose a document has agreed, and then. */
export const getVerificationConsent = {
  operation: 'getVerificationConsent',
  path: '/verify/api/v1/verification/{sessionId}/consent',
  response: contract.verificationConsent,
  async handle(gateway, exchange) {
    const { row, check } = await findVerification(gateway, exchange);
    const chosen = await gateway.db
      .selectFrom('timeline')
      .select('at')
      .where('hosted_check_id', '=', check.id)
      .where('kind', '=', 'chosen')
      .orderBy('id')
      .executeTakeFirst();
    if (chosen === undefined) throw noConsent();
    return { session_id: row.id, consent_version: CONSENT_VERSION, consented_at: chosen.at.toISOString() };
  },
} as const satisfies OperationDefinition<typeof contract.verificationConsent>;
