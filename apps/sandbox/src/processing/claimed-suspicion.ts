import type { ClaimedSuspicion } from '@bonafide/verifier';

/**
 * What the page suspected of one picture of a document. Null unless its evidence is of the very picture that arrived and has
 * both measures: a claim that cannot be read is no claim.
 */
export function claimedSuspicion(evidence: unknown, digest: string | null | undefined): ClaimedSuspicion | null {
  if (digest == null || !isRecord(evidence) || evidence['digest'] !== digest || !isRecord(evidence['quality']))
    return null;
  const { screenSuspicion, copySuspicion } = evidence['quality'];
  return isShare(screenSuspicion) && isShare(copySuspicion) ? { screenSuspicion, copySuspicion } : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
