import type { ErrorCode } from '@bonafide/contracts/codes';
import { BrowserCoreError, isBrowserCoreError } from '../browser-core-error.ts';

/** An error as it crosses threads: causes stay behind as text. */
export interface WorkerFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: string | null;
  /** A script did not come: a worker that is started anew asks for it again. */
  readonly isScriptMissing: boolean;
}

/** The cause of an error about a script that was imported and did not come. The same worker never asks for it again. */
export class MissingScript extends Error {
  override readonly name = 'MissingScript';
}

/** What importing a part of a worker failed of. @param what The script, as the message names it. */
export function missingScript(what: string, cause: unknown): BrowserCoreError {
  return new BrowserCoreError('asset-load-failed', `${what} does not load`, {
    cause: new MissingScript(String(cause), { cause }),
  });
}

/** `message` says what failed where the error is none of ours. */
export function toWorkerFailure(error: unknown, message: string): WorkerFailure {
  if (!isBrowserCoreError(error)) return { code: 'internal', message, details: String(error), isScriptMissing: false };
  const { cause } = error;
  const causes = cause instanceof AggregateError ? cause.errors : cause === undefined ? [] : [cause];
  const details = causes.map(String).join('; ') || null;
  return { code: error.code, message: error.message, details, isScriptMissing: cause instanceof MissingScript };
}

export function fromWorkerFailure({
  code,
  message,
  details,
}: Omit<WorkerFailure, 'isScriptMissing'>): BrowserCoreError {
  return new BrowserCoreError(code, message, details === null ? {} : { cause: new Error(details) });
}
