/** Where a verification is. `final` says that nothing more comes, and not what was decided. */
export const LIFECYCLES = [
  'created',
  'awaiting_user',
  'capturing',
  'awaiting_other_device',
  'needs_recapture',
  'processing',
  'partially_final',
  'final',
  'cancelled',
  'expired',
  'locked_out',
  'errored',
  'deleted',
  'unknown',
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What was decided. `unknown` is a word that nobody knows, or a claim that is not proven: never treat it as accepted. */
export const DECISIONS = ['none', 'accepted', 'rejected', 'review', 'unknown'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Whether the provider spoke of fraud, apart from the decision: each provider puts it under another one. */
export const FRAUD_SIGNALS = ['none', 'suspected', 'asserted_by_provider', 'not_reported'] as const;
export type FraudSignal = (typeof FRAUD_SIGNALS)[number];

/** What to do next. */
export const NEXT_ACTIONS = [
  'none',
  'wait_or_poll',
  'fetch_result',
  'retry_capture',
  'retry_later',
  'new_session',
  'use_other_document',
  'use_authentication',
  'fix_device_or_permission',
  'fix_reference_data',
  'fix_integration',
  'manual_review',
  'step_up',
  'contact_support',
  'exit',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** What became of the person's record at the provider. */
export const SUBJECT_STATES = [
  'unchanged',
  'enrolled',
  'already_enrolled',
  'verified_pending_certificate',
  'deleted',
] as const;
export type SubjectState = (typeof SUBJECT_STATES)[number];

/** Why it came out so. */
export const REASON_CLASSES = [
  'user_cancel',
  'timeout',
  'quality',
  'environment',
  'liveness',
  'face_match',
  'document_authenticity',
  'document_unsupported',
  'document_expired',
  'data_mismatch',
  'fraud',
  'policy_age',
  'policy_consent',
  'policy_location',
  'reference_data',
  'duplicate_identity',
  'quota_lockout',
  'device_permission',
  'integration',
  'security',
  'provider_system',
  'network',
  'not_specified',
] as const;
export type ReasonClass = (typeof REASON_CLASSES)[number];

/** Whether the person can do it better the next time. */
export const CORRECTABLE = ['yes', 'no', 'unknown'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** Which part of the verification a reason is about. */
export const CHECK_AREAS = ['liveness', 'face_match', 'document', 'data', 'risk', 'capture'] as const;
export type CheckArea = (typeof CHECK_AREAS)[number];

/** What was checked. */
export const CHECK_KINDS = [
  'liveness',
  'face_match',
  'document_authenticity',
  'document_integrity',
  'data_consistency',
  'data_validation',
  'database_comparison',
  'police_record',
  'compromised_document',
  'age',
  'certificate_chip',
  'risk',
  'reference_image',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What a check came to. `reported_jointly`: the provider says so of all checks together, so it is not known which failed. */
export const CHECK_RESULTS = ['passed', 'failed', 'inconclusive', 'not_performed', 'reported_jointly'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What attempts are counted by. */
export const ATTEMPT_SCOPES = ['step', 'session', 'user', 'login_request'] as const;
export type AttemptScope = (typeof ATTEMPT_SCOPES)[number];

/** The five systems, by their entries of this package. */
export const PROVIDERS = ['onekyc', 'assure', 'face-oidc', 'idnow', 'mosaic'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** The way by which a word came. A redirect and an SDK's event pass through the person's browser: they prove nothing. */
export const CHANNELS = ['api', 'callback', 'redirect', 'sdk_event', 'token'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface OutcomeReason {
  readonly class: ReasonClass;
  readonly userCorrectable: Correctable;
  readonly check: CheckArea | null;
  /** The provider's own word, or the name of the field that said it. */
  readonly nativeCode: string;
}

export interface OutcomeCheck {
  readonly kind: CheckKind;
  readonly result: CheckResult;
  /** As the provider gives it; scales differ. */
  readonly score: number | string | null;
}

export interface OutcomeAttempts {
  readonly used: number | null;
  readonly max: number | null;
  readonly scope: AttemptScope | null;
}

/** The provider's own words, verbatim: what shares an interpretation can still be told apart. */
export interface NativeWords {
  readonly provider: Provider;
  /** The product or step behind the provider, for example `onfido`; null where there is but one. */
  readonly product: string | null;
  readonly channel: Channel;
  readonly status?: string;
  readonly result?: string;
  readonly route?: string;
  readonly subResult?: string;
  readonly recommendation?: string;
  readonly outcome?: string;
  readonly event?: string;
  readonly reasonCode?: string;
  readonly errorCode?: string;
  readonly httpStatus?: number;
  /**
   * What was mapped, as it came, with names and pictures in it. Not enumerable: reading it works, while a log, JSON, a
   * spread and a structured clone leave it out, so that nobody's data travel by accident.
   */
  readonly raw?: unknown;
}

/** What any of the five systems said, on the same axes. Interpreted are all but `native`, which loses nothing. */
export interface Outcome {
  readonly lifecycle: Lifecycle;
  readonly decision: Decision;
  readonly fraudSignal: FraudSignal;
  readonly nextAction: NextAction;
  /** The provider will change nothing more by itself. */
  readonly terminal: boolean;
  /** Said by the provider's server, or signed by it. Only then can `decision` be `accepted`. */
  readonly authoritative: boolean;
  readonly subjectState: SubjectState | null;
  readonly reasons: readonly OutcomeReason[];
  readonly checks: readonly OutcomeCheck[];
  readonly attempts: OutcomeAttempts;
  readonly native: NativeWords;
}
