import type { ErrorCode } from '@bonafide/contracts/codes';

import { BrowserCoreError, isBrowserCoreError } from '../browser-core-error.ts';

export interface GatewayErrorOptions {
  readonly httpStatus?: number;
  readonly retryAfterMs?: number | null;
  readonly uploadExpired?: boolean;
  readonly cause?: unknown;
}

/** A gateway call that failed: the code says what happened, the rest how to go on. Carries no URL, body or header. */
export class GatewayError extends BrowserCoreError {
  /** Null when no answer came. */
  readonly httpStatus: number | null;
  /** From Retry-After. */
  readonly retryAfterMs: number | null;
  /** The storage no longer takes this URL: a new one may do. */
  readonly uploadExpired: boolean;

  constructor(code: ErrorCode, message: string, options: GatewayErrorOptions = {}) {
    super(code, message, 'cause' in options ? { cause: options.cause } : {});
    this.httpStatus = options.httpStatus ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.uploadExpired = options.uploadExpired ?? false;
  }
}

/** Recognises a `GatewayError`, also one that another copy of this package threw. */
export function isGatewayError(error: unknown): error is GatewayError {
  return isBrowserCoreError(error) && 'retryAfterMs' in error && 'uploadExpired' in error;
}
