import * as contract from '@bonafide/contracts/mosaic/validators';
import type { HostedCheckRow } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findVerification } from '../find.ts';
import { missingImages } from '../missing-images.ts';
import { recaptureReason, sessionStatus } from '../session-status.ts';

/** Where a session is. */
export const getVerificationStatus = {
  operation: 'getVerificationStatus',
  path: '/verify/api/v1/verification/{sessionId}/status',
  response: contract.verificationStatus,
  async handle(gateway, exchange) {
    const { row, check } = await findVerification(gateway, exchange);
    const status = sessionStatus(row, check);
    const isCapturing = status === 'pending' || status === 'recapture';
    const reason = status === 'recapture' ? await lastReason(gateway, check) : undefined;
    return {
      session_id: row.id,
      status,
      ...(isCapturing && { missing_images: await missingImages(gateway, row, check) }),
      ...(reason !== undefined && { recapture_reason: reason }),
    };
  },
} as const satisfies OperationDefinition<typeof contract.verificationStatus>;

async function lastReason({ db }: Gateway, { id }: HostedCheckRow): Promise<string | undefined> {
  const attempt = await db
    .selectFrom('hosted_attempt')
    .select(['cause', 'evidence'])
    .where('hosted_check_id', '=', id)
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  const reasons = attempt?.evidence?.document?.checks.flatMap((check) => check.reasons.map(({ code }) => code)) ?? [];
  return recaptureReason(attempt?.cause ?? null, reasons);
}
