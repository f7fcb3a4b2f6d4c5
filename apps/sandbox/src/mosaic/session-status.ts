import type { HostedCheckRow, VerificationRow } from '../database/schema.ts';
import type { HostedCause } from '../hosted/hosted-words.ts';

/** The words of the contract's vocabulary; but for `complete`, ours. */
export type SessionStatus = 'pending' | 'processing' | 'recapture' | 'complete' | 'canceled' | 'failed' | 'expired';

/** Where a session is, by its hosted check. Concluded without a result, it came to no decision. Pure. */
export function sessionStatus(
  row: Pick<VerificationRow, 'result'>,
  check: Pick<HostedCheckRow, 'state' | 'recapture'>,
): SessionStatus {
  switch (check.state) {
    case 'open':
      return check.recapture === null ? 'pending' : 'recapture';
    case 'processing':
      return 'processing';
    case 'concluded':
      return row.result === null ? 'failed' : 'complete';
    case 'cancelled':
      return 'canceled';
    case 'expired':
      return 'expired';
  }
}

/** Why pictures are wanted again, in the words of the vendor's SDK; where it has none, none is said. */
const REASONS: Partial<Record<HostedCause, string>> = {
  'file-damaged': 'PoorImageQuality',
  'image-quality': 'PoorImageQuality',
  'no-document': 'ImageMissing',
  'no-face': 'ImageMissing',
  'multiple-faces': 'PoorImageQuality',
  'not-measured': 'PoorImageQuality',
  'comparison-unsure': 'PoorImageQuality',
  'unsupported-document': 'DocNotSupported',
};

/** `expired` is what the verifier calls a document whose time is over. */
export function recaptureReason(cause: HostedCause | null, documentReasons: readonly string[]): string | undefined {
  if (cause === 'document-refused' && documentReasons.includes('expired')) return 'DocExpired';
  return cause === null ? undefined : REASONS[cause];
}
