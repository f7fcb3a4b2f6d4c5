import * as onekyc from '@bonafide/contracts/onekyc/validators';
import type { LivenessOpinion } from '@bonafide/verifier';

/**
 * What the page says of the liveness behind a selfie: the evidence that `<selfie-liveness>` makes, alone or as OneKYC's
 * metadata carries it. Null unless it is whole and speaks of the very picture that was set.
 */
export function claimedLiveness(
  clientEvidence: Readonly<Record<string, unknown>> | null,
  selfieDigest: string | null,
): LivenessOpinion | null {
  const selfie = clientEvidence?.['selfie'];
  const claim = typeof selfie === 'object' && selfie !== null && 'bonafide' in selfie ? selfie.bonafide : selfie;
  const evidence = onekyc.captureEvidence.safeParse(claim).data;
  if (evidence === undefined || evidence.capture.digest !== selfieDigest) return null;
  const { score, decision } = evidence.liveness;
  return { score, decision };
}
