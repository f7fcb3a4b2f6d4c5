import type { ErrorCode } from '@bonafide/contracts/codes';
import { BrowserCoreError, isBrowserCoreError } from '../browser-core-error.ts';

/** An error as it crosses threads: causes stay behind as text. */
export interface WorkerFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: string | null;
}

/** `message` says what failed where the error is none of ours. */
export function toWorkerFailure(error: unknown, message: string): WorkerFailure {
  if (!isBrowserCoreError(error)) return { code: 'internal', message, details: String(error) };
  const { cause } = error;
  const causes = cause instanceof AggregateError ? cause.errors : cause === undefined ? [] : [cause];
  return { code: error.code, message: error.message, details: causes.map(String).join('; ') || null };
}

export function fromWorkerFailure({ code, message, details }: WorkerFailure): BrowserCoreError {
  return new BrowserCoreError(code, message, details === null ? {} : { cause: new Error(details) });
}
