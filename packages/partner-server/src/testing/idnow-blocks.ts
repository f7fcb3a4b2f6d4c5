import { ASSURANCE_LEVEL, TRUST_FRAMEWORK } from '@bonafide/contracts/idnow';
import type { AuthenticationResult, IdnowSession, Verification, VerificationStatus } from '@bonafide/contracts/idnow';

/** How a biometric step may end, by step and route; `aborted`, `error` and `locked-out` leave by the route of a rejection. */
export type FakeIdnowEnd =
  | { readonly step: 'enrollment'; readonly end: 'accepted' | 'rejected' | 'already_enrolled' }
  | { readonly step: 'authentication-v1'; readonly end: 'authenticated' | 'failed' | 'locked-out' }
  | { readonly step: 'authentication-v2'; readonly end: VerificationStatus | 'locked-out' }
  | { readonly step: 'none'; readonly end: 'EXPIRED' | 'ERROR' | 'ABORTED' };

const NOW = '2026-03-01T12:00:47.000Z';
const RETRY_AFTER_SECONDS = 600;

type Ending = Pick<IdnowSession, 'sessionStatus' | 'outcome' | 'lastStep' | 'results' | 'x-bonafide'>;

/** What a session says once it has ended so. */
export function toFakeEnding(ending: FakeIdnowEnd, subjectId: string, serial: number): Ending {
  switch (ending.step) {
    case 'enrollment': {
      const stepDescription = 'Biometric Enrollment';
      const credential = {
        credentialId: `C0${serial}`,
        credentialType: 'FACE',
        subjectId,
        provider: 'keyless',
      } as const;
      const isAccepted = ending.end === 'accepted';
      return {
        ...completed(isAccepted, { stepId: 'step-1', stepDescription, verdict: ending.end }),
        ...(isAccepted ? { results: { authenticatorCredential: credential } } : {}),
      };
    }
    case 'authentication-v1': {
      const isSuccess = ending.end === 'authenticated';
      const step = { stepName: 'Authentication', stepType: 'BIOMETRIC_VERIFICATION:v1' };
      return {
        ...completed(isSuccess, { ...step, verdict: isSuccess ? 'authenticated' : 'failed' }),
        results: { authenticationResult: toAuthenticationResult(ending.end, subjectId, serial) },
      };
    }
    case 'authentication-v2': {
      const status = ending.end === 'locked-out' ? 'error' : ending.end;
      const isVerified = status === 'verified';
      const verdict = isVerified ? 'verified' : 'rejected';
      const step = { stepId: 'step-1', stepDescription: 'Authentication (v2)', stepType: 'BIOMETRIC_VERIFICATION:v2' };
      return {
        ...completed(isVerified, { ...step, verdict }),
        results: { verification: toVerificationBlock(status, serial) },
        ...(ending.end === 'locked-out'
          ? { 'x-bonafide': { reasonCode: 'SERVER_USER_LOCKED_OUT', retryAfterSeconds: RETRY_AFTER_SECONDS } }
          : {}),
      };
    }
    case 'none':
      return { sessionStatus: ending.end, outcome: 'NO_OUTCOME' };
  }
}

function completed(isAccepted: boolean, lastStep: NonNullable<IdnowSession['lastStep']>): Ending {
  return { sessionStatus: 'COMPLETED', outcome: isAccepted ? 'accepted' : 'rejected', lastStep };
}

function toAuthenticationResult(
  end: 'authenticated' | 'failed' | 'locked-out',
  subjectId: string,
  serial: number,
): AuthenticationResult {
  const common = {
    provider: 'keyless',
    credentialId: `C0${serial}`,
    credentialType: 'FACE',
    subjectId,
    requestId: `request-${serial}`,
  } as const;
  if (end === 'authenticated') return { ...common, result: 'success', authenticatedAt: NOW };
  const code = end === 'failed' ? 'SERVER_FACE_DOES_NOT_MATCH' : 'SERVER_USER_LOCKED_OUT';
  return { ...common, result: 'failure', attemptedAt: NOW, reason: { code, details: `${code} - as a test wants it` } };
}

/** The block of Authentication v2 by the vendor's table. */
function toVerificationBlock(status: VerificationStatus, serial: number): Verification {
  const outcome = status === 'verified' ? 'passed' : 'failed';
  const isDecided = status === 'verified' || status === 'rejected';
  const isVerified = status === 'verified';
  return {
    status,
    methods: [
      {
        type: 'biometric',
        checks: isDecided ? [{ livenessDetection: outcome }, { faceComparison: outcome }] : [],
        evidence: isVerified ? [{ type: 'transactionJwt', ref: { $ref: 'vault', $id: `entry-${serial}` } }] : [],
      },
    ],
    provider: 'keyless',
    trustFramework: isVerified ? TRUST_FRAMEWORK : null,
    assuranceLevel: isVerified ? ASSURANCE_LEVEL : null,
    ...(isDecided ? { verifiedAt: NOW, verificationProcessId: `transaction-${serial}` } : {}),
  };
}
