import type { CaptureStatus, ProcessRequirements, ProcessState } from '@bonafide/contracts/capture-backend';
import type { HostedCheckRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedDepiction } from './hosted-words.ts';

/** What the check consists of, once a document is chosen where one is needed. */
export function requirementsOf(check: HostedCheckRow): ProcessRequirements {
  const chosen = check.documents.find(({ documentType }) => documentType === check.document_type);
  return { ...(chosen === undefined ? {} : { sides: [...chosen.sides] }), selfie: check.kind !== 'document' };
}

export function depictionsOf(check: HostedCheckRow): readonly HostedDepiction[] {
  const { sides = [], selfie } = requirementsOf(check);
  return selfie ? [...sides, 'selfie'] : sides;
}

/** The pictures that are there and stay: neither erased nor wanted again. */
export async function receivedBy({ db }: Gateway, check: HostedCheckRow): Promise<readonly HostedDepiction[]> {
  const rows = await db
    .selectFrom('artefact')
    .select('document_type')
    .where('hosted_check_id', '=', check.id)
    .where('bytes', 'is not', null)
    .where('status', '=', 'UPLOADED')
    .execute();
  return depictionsOf(check).filter((depiction) =>
    rows.some(({ document_type }) => document_type === depiction.toUpperCase()),
  );
}

/** In the words of `specs/capture-backend.yaml`. The process of a check is the check itself. */
export async function toProcessState(gateway: Gateway, check: HostedCheckRow): Promise<ProcessState> {
  const { state, recapture, attempts_used: handedIn, attempts_allowed: max } = check;
  const isOpen = state === 'open';
  const requirements = requirementsOf(check);
  return {
    processId: check.id,
    status: statusOf(check),
    ...(isOpen && recapture !== null
      ? { recapture: { depictions: [...recapture.depictions], reason: recapture.reason } }
      : {}),
    ...(isOpen && requirements.selfie && check.capture_nonce !== null ? { captureNonce: check.capture_nonce } : {}),
    requirements,
    received: [...(await receivedBy(gateway, check))],
    // "Attempts begun": the first begins with the check; another with its first picture, which is not told apart here.
    attempts: { used: isOpen && recapture === null ? Math.min(max, handedIn + 1) : handedIn, max: Math.max(1, max) },
  };
}

const STATUS_OF_OUTCOME = { passed: 'accepted', failed: 'rejected', error: 'failed' } as const;

function statusOf({ state, recapture, outcome }: HostedCheckRow): CaptureStatus {
  switch (state) {
    case 'open':
      return recapture === null ? 'pending' : 'recapture';
    case 'processing':
      return 'processing';
    case 'concluded':
      return outcome === null ? 'failed' : STATUS_OF_OUTCOME[outcome];
    case 'cancelled':
      return 'canceled';
    case 'expired':
      return 'failed';
  }
}
