import type { JourneyEnd } from '@bonafide/contracts/codes';
import type { Depiction, IdentityPoll, RecaptureReason } from './identity-gateway.ts';
import { RECAPTURE_REASONS } from './identity-gateway.ts';
import { nextAction } from './next-action.ts';
import type { OneKycStatus } from './parse-onekyc.ts';

/** What OneKYC calls the pictures. */
export const DOCUMENT_OF = { FRONT: 'KTP', BACK: 'KTP_BACK', SELFIE: 'SELFIE' } as const satisfies Record<
  Depiction,
  string
>;

/** Words for a refused picture that mean one of ours. */
const REASONS: Readonly<Record<string, RecaptureReason>> = {
  blurry: 'image-quality',
  glare: 'image-quality',
  'too-dark': 'image-quality',
  'too-bright': 'image-quality',
  'too-far': 'image-quality',
  'unsupported-document': 'unsupported-document',
  NOT_EKTP: 'unsupported-document',
  DOCUMENT_NOT_FOUND: 'no-document',
  NOT_LIVE: 'not-live',
};

/** What a submission's status means for a journey that consists of these pictures. */
export function toOneKycPoll(
  wanted: readonly Depiction[],
  status: OneKycStatus & { readonly retryAfterMs: number | null },
): IdentityPoll {
  const { retryAfterMs, attemptsLeft, documents } = status;
  const base = { retryAfterMs, attemptsLeft };
  if (status.status === 'INITIATED') return { ...base, state: 'pending' };
  const refused = wanted.filter((depiction) => isRefusedPicture(documents[DOCUMENT_OF[depiction]]?.status));
  const next = nextAction({ ...status, pictureRefused: refused.length > 0 }, attemptsLeft ?? 1);
  if (next === 'STATUS') return { ...base, state: 'processing' };
  if (next === 'RETRY') {
    const depictions = refused.length > 0 ? refused : wanted;
    const [first] = refused;
    const word = first === undefined ? null : (documents[DOCUMENT_OF[first]]?.reason ?? null);
    return { ...base, state: 'recapture', depictions, reason: toReason(word) };
  }
  return { ...base, state: 'done', status: endOf(status), word: status.status };
}

/** Whether a picture is wanted again. */
export function isRefusedPicture(status: string | undefined): boolean {
  return status === 'INVALID' || status === 'REJECTED';
}

/** `COMPLETED` is no decision: an undisclosed one is passed on as passed, and read by the backend. */
function endOf({ status, approved }: OneKycStatus): JourneyEnd {
  if (status === 'ERROR') return 'error';
  if (status !== 'COMPLETED') return 'review';
  return approved === false ? 'failed' : 'passed';
}

function toReason(word: string | null): RecaptureReason {
  if (word === null) return 'other';
  return RECAPTURE_REASONS.find((known) => known === word) ?? REASONS[word] ?? 'other';
}
