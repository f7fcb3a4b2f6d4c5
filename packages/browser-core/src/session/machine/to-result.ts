import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode } from '@bonafide/contracts/codes';

import type { DocumentVerificationResult } from '../snapshot.ts';

type ErrorFamily = NonNullable<DocumentVerificationResult['extra']>['errorCode'];

/** Our codes in the eight families of the native SDKs. */
const ERROR_FAMILIES: Readonly<Record<ErrorCode, ErrorFamily>> = {
  'unsupported-browser': 'CAMERA',
  'insecure-context': 'SECURITY',
  'permissions-policy-blocked': 'PERMISSION',
  'in-app-browser': 'CAMERA',
  'permission-denied': 'PERMISSION',
  'permission-dismissed': 'PERMISSION',
  'no-camera': 'CAMERA',
  'camera-in-use': 'CAMERA',
  'camera-overconstrained': 'CAMERA',
  'camera-lost': 'CAMERA',
  'camera-muted': 'CAMERA',
  'asset-load-failed': 'NETWORK',
  'asset-integrity-failed': 'SECURITY',
  'backend-init-failed': 'VERIFICATION',
  'gpu-context-lost': 'VERIFICATION',
  'token-invalid': 'API',
  'token-expired': 'API',
  'session-not-found': 'API',
  'rate-limited': 'API',
  network: 'NETWORK',
  offline: 'NETWORK',
  server: 'API',
  'invalid-response': 'API',
  'upload-rejected': 'VERIFICATION',
  'attempt-timeout': 'VERIFICATION',
  'processing-timeout': 'API',
  'verification-failed': 'VERIFICATION',
  'file-unsupported': 'VERIFICATION',
  'file-too-large': 'VERIFICATION',
  'file-damaged': 'VERIFICATION',
  'image-too-small': 'VERIFICATION',
  'document-not-found': 'VERIFICATION',
  'document-wrong-side': 'VERIFICATION',
  'document-unsupported': 'VERIFICATION',
  'handover-expired': 'API',
  'handover-claimed': 'API',
  'handover-ended': 'API',
  'consent-declined': 'USER_CANCELLED',
  'attempts-exhausted': 'VERIFICATION',
  aborted: 'USER_CANCELLED',
  internal: 'API',
};

/** The person, or what was in front of the camera, did not let it be completed; nothing broke. */
const NOT_COMPLETED: ReadonlySet<ErrorFamily> = new Set([
  'USER_CANCELLED',
  'HELP_CLICKED',
  'PERMISSION',
  'VERIFICATION',
]);

export interface ResultParts {
  readonly correlationId: string;
  readonly submissionId: string | null;
  /** The gateway finished its work, whatever it decided. */
  readonly completed: boolean;
  readonly code: ErrorCode | null;
  readonly helpAsked?: boolean;
}

/**
 * The end of a journey as `DocumentVerificationResult`. `COMPLETED` says that the gateway finished, approved or not:
 * a refusal is `COMPLETED` with `extra`. The decision itself is read by the backend.
 */
export function toResult(parts: ResultParts): DocumentVerificationResult {
  const { correlationId, submissionId, code } = parts;
  const ids = submissionId === null ? { correlationId } : { correlationId, submissionId };
  if (code === null) return { ...ids, status: 'COMPLETED' };
  const errorCode = parts.helpAsked === true ? 'HELP_CLICKED' : ERROR_FAMILIES[code];
  const errorMessage = `${code}: ${ERROR_CODES[code].userAction}`;
  const status = statusOf(errorCode, parts);
  return { ...ids, status, extra: { errorCode, detailedErrorCode: code, errorMessage } };
}

/** A verification that failed without being completed is the gateway's own `ERROR`. */
function statusOf(family: ErrorFamily, { completed, code }: ResultParts): DocumentVerificationResult['status'] {
  if (completed) return 'COMPLETED';
  return NOT_COMPLETED.has(family) && code !== 'verification-failed' ? 'NOT_COMPLETED' : 'ERROR';
}
