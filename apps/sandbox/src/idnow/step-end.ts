import {
  ASSURANCE_LEVEL,
  type AuthenticationResult,
  type SessionOutcome,
  type SessionResults,
  type SessionStatus,
  TRUST_FRAMEWORK,
  type Verification,
  type VerificationStatus,
} from '@bonafide/contracts/idnow';
import type { FlowStep } from './flows.ts';

/** What came of a step, before it is said in the step's own words. */
export type StepFinding =
  | {
      readonly kind: 'recognised';
      readonly credentialId: string;
      readonly transactionId: string;
      readonly entryId: string;
    }
  | { readonly kind: 'enrolled'; readonly credentialId: string }
  | { readonly kind: 'already-enrolled' }
  /** Decided against the person, or by a picture that was not good enough. */
  | { readonly kind: 'refused'; readonly reason: string; readonly transactionId: string }
  /** Nothing was looked at. */
  | { readonly kind: 'locked-out'; readonly retryAfterSeconds: number }
  | { readonly kind: 'not-enrolled' }
  /** The person gave up. */
  | { readonly kind: 'aborted' }
  | { readonly kind: 'expired' }
  /** The checks themselves failed. */
  | { readonly kind: 'failed'; readonly reason: string };

/** How a session ends. */
export interface StepEnd {
  readonly status: Exclude<SessionStatus, 'CREATED' | 'RUNNING'>;
  readonly outcome: SessionOutcome;
  readonly verdict: string | null;
  readonly results: SessionResults | null;
  readonly reasonCode: string | null;
  readonly retryAfterSeconds: number | null;
}

/** Whom and what the blocks are about. */
export interface StepSubject {
  readonly subjectId: string;
  /** Null where nobody is enrolled. */
  readonly credentialId: string | null;
  readonly requestId: string;
  /** ISO 8601. */
  readonly at: string;
}

const REASON_DETAILS: Readonly<Record<string, string>> = {
  SERVER_FACE_DOES_NOT_MATCH: 'the face is another one',
  SERVER_RECOGNITION_FAILED: 'no live face could be recognised',
  SERVER_USER_LOCKED_OUT: 'too many failed attempts',
  SERVER_USER_NOT_FOUND: 'the person is not enrolled',
  SERVER_VALIDATION_FAILED: 'the enrolled face cannot be compared with',
  SERVER_INTERNAL_ERROR: 'the service failed',
};

const NO_VERDICT = { outcome: 'NO_OUTCOME', verdict: null, results: null } as const;
const NOTHING_TO_ADD = { reasonCode: null, retryAfterSeconds: null } as const;

/**
 * How the session of a step ends, by the vendor's tables. With Authentication (v2), what is neither a yes nor a no leaves by
 * the route of a rejection, with its own status in the block (inferred: `specs/SOURCES.md`).
 */
export function toStepEnd({ kind }: Pick<FlowStep, 'kind'>, finding: StepFinding, subject: StepSubject): StepEnd {
  if (finding.kind === 'expired') return { status: 'EXPIRED', ...NO_VERDICT, ...NOTHING_TO_ADD };
  if (kind === 'enrollment') return endOfEnrollment(finding, subject);
  return kind === 'authentication-v1' ? endOfV1(finding, subject) : endOfV2(finding, subject);
}

function endOfEnrollment(finding: StepFinding, { subjectId }: StepSubject): StepEnd {
  switch (finding.kind) {
    case 'enrolled': {
      const { credentialId } = finding;
      const credential = { credentialId, credentialType: 'FACE', subjectId, provider: 'keyless' } as const;
      return { ...completed('accepted', 'accepted', { authenticatorCredential: credential }), ...NOTHING_TO_ADD };
    }
    case 'already-enrolled':
      return { ...completed('rejected', 'already_enrolled', null), ...toReason('SERVER_USER_ALREADY_ENROLLED') };
    case 'refused':
      return { ...completed('rejected', 'rejected', null), ...toReason(finding.reason) };
    case 'aborted':
      return { status: 'ABORTED', ...NO_VERDICT, ...NOTHING_TO_ADD };
    default:
      return { status: 'ERROR', ...NO_VERDICT, ...reasonOf(finding) };
  }
}

function endOfV1(finding: StepFinding, subject: StepSubject): StepEnd {
  if (finding.kind === 'aborted') return { status: 'ABORTED', ...NO_VERDICT, ...NOTHING_TO_ADD };
  const { subjectId, requestId, at } = subject;
  const common = {
    provider: 'keyless',
    ...(subject.credentialId === null ? {} : { credentialId: subject.credentialId }),
    credentialType: 'FACE',
    subjectId,
    requestId,
  } as const;
  if (finding.kind === 'recognised') {
    const result: AuthenticationResult = { result: 'success', ...common, authenticatedAt: at };
    return { ...completed('accepted', 'authenticated', { authenticationResult: result }), ...NOTHING_TO_ADD };
  }
  const reason = reasonOf(finding);
  const code = reason.reasonCode ?? 'SERVER_INTERNAL_ERROR';
  const details = `${code} - ${REASON_DETAILS[code] ?? 'no more is known'}`;
  const result: AuthenticationResult = { result: 'failure', ...common, attemptedAt: at, reason: { code, details } };
  return { ...completed('rejected', 'failed', { authenticationResult: result }), ...reason };
}

function endOfV2(finding: StepFinding, { at }: StepSubject): StepEnd {
  switch (finding.kind) {
    case 'recognised': {
      const { transactionId, entryId } = finding;
      const evidence = [{ type: 'transactionJwt', ref: { $ref: 'vault', $id: entryId } }] as const;
      const block = toBlock('verified', [...evidence], transactionId, at);
      return { ...completed('accepted', 'verified', { verification: block }), ...NOTHING_TO_ADD };
    }
    case 'refused': {
      const block = toBlock('rejected', [], finding.transactionId, at);
      return { ...completed('rejected', 'rejected', { verification: block }), ...toReason(finding.reason) };
    }
    case 'aborted': {
      const block = toBlock('aborted', [], null, null);
      return { ...completed('rejected', 'rejected', { verification: block }), ...NOTHING_TO_ADD };
    }
    default: {
      const block = toBlock('error', [], null, null);
      return { ...completed('rejected', 'rejected', { verification: block }), ...reasonOf(finding) };
    }
  }
}

/** The block of Authentication (v2) by the vendor's table: which checks, evidence and framework each status has. */
function toBlock(
  status: VerificationStatus,
  evidence: Verification['methods'][number]['evidence'],
  transactionId: string | null,
  at: string | null,
): Verification {
  const isVerified = status === 'verified';
  const outcome = isVerified ? 'passed' : 'failed';
  const isDecided = isVerified || status === 'rejected';
  const checks = isDecided ? ([{ livenessDetection: outcome }, { faceComparison: outcome }] as const) : [];
  return {
    status,
    methods: [{ type: 'biometric', checks: [...checks], evidence }],
    provider: 'keyless',
    trustFramework: isVerified ? TRUST_FRAMEWORK : null,
    assuranceLevel: isVerified ? ASSURANCE_LEVEL : null,
    ...(at === null ? {} : { verifiedAt: at }),
    ...(transactionId === null ? {} : { verificationProcessId: transactionId }),
  };
}

function completed(outcome: SessionOutcome, verdict: string, results: SessionResults | null) {
  return { status: 'COMPLETED', outcome, verdict, results } as const;
}

const toReason = (reasonCode: string) => ({ reasonCode, retryAfterSeconds: null });

function reasonOf(finding: StepFinding): Pick<StepEnd, 'reasonCode' | 'retryAfterSeconds'> {
  switch (finding.kind) {
    case 'locked-out':
      return { reasonCode: 'SERVER_USER_LOCKED_OUT', retryAfterSeconds: finding.retryAfterSeconds };
    case 'not-enrolled':
      return toReason('SERVER_USER_NOT_FOUND');
    case 'refused':
    case 'failed':
      return toReason(finding.reason);
    default:
      return toReason('SERVER_INTERNAL_ERROR');
  }
}
