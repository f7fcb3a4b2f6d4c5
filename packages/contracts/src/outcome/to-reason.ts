import type { CheckArea, Correctable, OutcomeReason, ReasonClass } from './outcome.ts';

/** Whether the person can do it better, and which part it is about. Our reading; `unknown` where it depends. */
const ABOUT: Readonly<Record<ReasonClass, readonly [Correctable, CheckArea | null]>> = {
  user_cancel: ['yes', null],
  timeout: ['yes', null],
  quality: ['yes', 'capture'],
  environment: ['yes', 'capture'],
  liveness: ['unknown', 'liveness'],
  face_match: ['unknown', 'face_match'],
  document_authenticity: ['unknown', 'document'],
  document_unsupported: ['yes', 'document'],
  document_expired: ['yes', 'document'],
  data_mismatch: ['unknown', 'data'],
  fraud: ['no', 'risk'],
  policy_age: ['no', 'data'],
  policy_consent: ['yes', null],
  policy_location: ['no', null],
  reference_data: ['no', 'face_match'],
  duplicate_identity: ['no', 'data'],
  quota_lockout: ['no', null],
  device_permission: ['yes', 'capture'],
  integration: ['no', null],
  security: ['no', null],
  provider_system: ['no', null],
  network: ['unknown', null],
  not_specified: ['unknown', null],
};

/** A reason of this class, with what is known of the class. */
export function toReason(reasonClass: ReasonClass, nativeCode: string): OutcomeReason {
  const [userCorrectable, check] = ABOUT[reasonClass];
  return { class: reasonClass, userCorrectable, check, nativeCode };
}
