import type * as contract from '@bonafide/contracts/onekyc/validators';
import type * as z from 'zod';
import type { CheckEvidence } from '../processing/check-evidence.ts';

/** The record of a check in the contract's words. What was not looked at is left out, never reported as failed. */
export function toVerificationResults(evidence: CheckEvidence): z.input<typeof contract.verificationResults> {
  const { liveness, conclusion, faceMatch, reference, referenceReason, clientScore, clientInjectionSuspicion } =
    evidence;
  return {
    ...(faceMatch === null || faceMatch.result === null
      ? {}
      : { faceMatch: { ...faceMatch, result: faceMatch.result } }),
    ...(liveness === null
      ? {}
      : {
          liveness: {
            result: conclusion?.isLive ?? false,
            version: liveness.version,
            evidence: {
              score: liveness.score,
              decision: liveness.decision,
              reasons: [...liveness.reasons],
              // Injection shows over time and in the camera's own words, so the browser may know more; it speaks against itself.
              injectionSuspicion: Math.max(liveness.injectionSuspicion, clientInjectionSuspicion ?? 0),
              clientScore,
            },
          },
        }),
    ...(reference === 'none'
      ? {}
      : {
          referenceImageValidation: {
            ktp: { verificationResult: reference === 'used', verificationReasonCode: referenceReason ?? '' },
          },
        }),
  };
}
