import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode, UserAction } from '@bonafide/contracts/codes';

const BRAND = Symbol.for('bonafide.browser-core.error');

/** What is known beside the code. Never put a token, an address with a query, a picture or a landmark here. */
export interface BrowserCoreErrorOptions {
  readonly cause?: unknown;
}

/**
 * Everything that `@bonafide/browser-core` throws on purpose, except programmer mistakes (`TypeError`) and a caller's
 * own abort (`signal.reason`). What can be done about it comes from the registry in `@bonafide/contracts/codes`.
 */
export class BrowserCoreError extends Error {
  override readonly name = 'BrowserCoreError';
  readonly code: ErrorCode;
  /** Whether the same journey can go on by trying again. */
  readonly retryable: boolean;
  /** What the person can do next. */
  readonly userAction: UserAction;

  constructor(code: ErrorCode, message: string, options: BrowserCoreErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = ERROR_CODES[code].retryable;
    this.userAction = ERROR_CODES[code].userAction;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** For logs: no cause, no stack. */
  toJSON(): { name: string; code: ErrorCode; message: string; retryable: boolean; userAction: UserAction } {
    const { name, code, message, retryable, userAction } = this;
    return { name, code, message, retryable, userAction };
  }
}

/** Recognises a `BrowserCoreError`, also one that another copy of this package threw. */
export function isBrowserCoreError(error: unknown): error is BrowserCoreError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[BRAND] === true;
}
