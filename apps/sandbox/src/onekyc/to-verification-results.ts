import type * as contract from '@bonafide/contracts/onekyc/validators';
import { concludeInjection } from '@bonafide/verifier';
import type * as z from 'zod';
import type { CheckEvidence } from '../processing/check-evidence.ts';

type VerificationResults = z.input<typeof contract.verificationResults>;

/** The record of a check in the contract's words. What was not looked at is left out, never reported as failed. */
export function toVerificationResults(evidence: CheckEvidence): VerificationResults {
  const { faceMatch } = evidence;
  return {
    ...(faceMatch === null || faceMatch.result === null
      ? {}
      : { faceMatch: { ...faceMatch, result: faceMatch.result } }),
    ...livenessOf(evidence),
    ...documentOf(evidence),
    ...validationOf(evidence),
  };
}

function livenessOf({
  liveness,
  conclusion,
  clientScore,
  clientInjectionSuspicion,
  binding,
  frameCount,
}: CheckEvidence): Pick<VerificationResults, 'liveness'> {
  if (liveness === null) return {};
  return {
    liveness: {
      result: conclusion?.isLive ?? false,
      version: liveness.version,
      evidence: {
        score: liveness.score,
        decision: liveness.decision,
        reasons: [...liveness.reasons],
        injectionSuspicion: concludeInjection(liveness.injectionSuspicion, clientInjectionSuspicion),
        clientScore,
        binding,
        frameCount,
      },
    },
  };
}

function documentOf({ document }: CheckEvidence): Pick<VerificationResults, 'document'> {
  if (document === null) return {};
  return {
    document: {
      result: document.checks.every(({ outcome }) => outcome !== 'consider'),
      checks: document.checks.map(({ name, outcome, reasons }) => ({
        name,
        outcome,
        reasons: reasons.map(({ code }) => code),
      })),
    },
  };
}

/** Whether there is a KTP to go by: the one that was just taken, else the partner's reference image. */
function validationOf(evidence: CheckEvidence): Pick<VerificationResults, 'referenceImageValidation'> {
  const { documents, document, reference, referenceReason } = evidence;
  if (documents.includes('KTP')) {
    const reason = ktpReason(document);
    return {
      referenceImageValidation: { ktp: { verificationResult: reason === '', verificationReasonCode: reason } },
    };
  }
  if (reference === 'none') return {};
  return {
    referenceImageValidation: {
      ktp: { verificationResult: reference === 'used', verificationReasonCode: referenceReason ?? '' },
    },
  };
}

function ktpReason(document: CheckEvidence['document']): string {
  if (document === null) return 'DOCUMENT_NOT_FOUND';
  const failed = document.checks.filter(({ outcome }) => outcome === 'consider');
  if (failed.length === 0) return '';
  if (failed.some(({ reasons }) => reasons.some(({ code }) => code === 'no-document'))) return 'DOCUMENT_NOT_FOUND';
  return failed.some(({ name }) => name === 'documentType') ? 'NOT_EKTP' : 'INVALID_DOCUMENT';
}
