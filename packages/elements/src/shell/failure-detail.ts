import type { SessionFailure } from '@bonafide/browser-core/session';
import { ERROR_CODES, type ErrorCode, type UserAction } from '@bonafide/contracts/codes';

/** What an element says of a failure: what it is, whether trying again helps, and what the person can do. */
export interface FailureDetail {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly userAction: UserAction;
}

export function failureDetail(failure: SessionFailure | null): FailureDetail {
  const code = failure?.code ?? 'internal';
  return { code, retryable: failure?.retryable ?? false, userAction: ERROR_CODES[code].userAction };
}
