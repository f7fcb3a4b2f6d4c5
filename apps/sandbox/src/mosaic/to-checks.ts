import type * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import type { DocumentRecord } from '../processing/check-records.ts';

export type Checks = z.output<typeof contract.verificationChecks>;
type Check = z.output<typeof contract.verificationCheck>;

/**
 * Which of the verifier's checks are which of Mosaic's. Inferred from their names: what each of the vendor's looks at is not
 * printed. `flagged_identity` and `risk_recommendation` have none here: nobody looks, so nothing is said.
 */
const DOCUMENT_CHECKS = {
  document_validation: ['dataValidation', 'ageValidation', 'documentType'],
  document_authentication: ['dataConsistency'],
  document_liveness: ['visualAuthenticity'],
} as const;

/** What was checked, in Mosaic's words; a check that was not made is absent. Pure. */
export function toChecks(evidence: CheckEvidence): Checks {
  const { document, conclusion, faceMatch } = evidence;
  const checks: Checks = {};
  for (const [name, parts] of Object.entries(DOCUMENT_CHECKS)) {
    const check = document === null ? null : toDocumentCheck(document, parts);
    if (check !== null) checks[name as keyof typeof DOCUMENT_CHECKS] = check;
  }
  if (faceMatch !== null) {
    checks.biometric_matching =
      faceMatch.result === true
        ? { recommendation: 'ALLOW' }
        : { recommendation: 'CHALLENGE', ...(faceMatch.result === false && { reasons: ['biometric_mismatch'] }) };
  }
  if (conclusion !== null) {
    // "High likelihood of fraud": the vendor's reason for it is a presentation attack.
    checks.biometric_liveness = conclusion.isLive
      ? { recommendation: 'ALLOW' }
      : conclusion.isUnsure
        ? { recommendation: 'CHALLENGE' }
        : { recommendation: 'DENY', reasons: ['presentation_attack'] };
  }
  return checks;
}

/** What the vendor calls the reasons of these is not known, so none is given. */
function toDocumentCheck({ checks }: DocumentRecord, parts: readonly string[]): Check | null {
  const made = checks.filter(({ name, outcome }) => parts.includes(name) && outcome !== 'not-made');
  if (made.length === 0) return null;
  return { recommendation: made.every(({ outcome }) => outcome === 'clear') ? 'ALLOW' : 'CHALLENGE' };
}
