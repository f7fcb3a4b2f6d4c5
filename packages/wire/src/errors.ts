const BRAND = Symbol.for('bonafide.error');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** What is known beside code and message. Never a token, a secret, a header, a body or an address with a query. */
export interface BonafideErrorFacts {
  /** Whether the same call may succeed when it is made again later. */
  readonly retryable: boolean;
  /** What somebody can do next, in the words of the package that throws. */
  readonly userAction?: string;
  /** The answering server's name for the exchange, for its support. */
  readonly requestId?: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Kept for debuggers; never serialised nor printed. */
  readonly cause?: unknown;
}

/** What a log may hold of an error. */
export interface BonafideErrorRecord<Code extends string = string> {
  readonly name: string;
  readonly code: Code;
  readonly message: string;
  readonly retryable: boolean;
  readonly userAction?: string;
  readonly requestId?: string;
  readonly status?: number;
}

/** The base of every error that this project throws on purpose; packages extend it with their own union of codes. */
export class BonafideError<Code extends string = string> extends Error {
  override readonly name: string = 'BonafideError';
  readonly code: Code;
  readonly retryable: boolean;
  readonly userAction: string | undefined;
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  constructor(code: Code, message: string, facts: BonafideErrorFacts) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.code = code;
    this.retryable = facts.retryable;
    this.userAction = facts.userAction;
    this.requestId = facts.requestId;
    this.status = facts.status;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** For logs: no cause, no stack. */
  toJSON(): BonafideErrorRecord<Code> {
    const { name, code, message, retryable, userAction, requestId, status } = this;
    return {
      name,
      code,
      message,
      retryable,
      ...(userAction === undefined ? {} : { userAction }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(status === undefined ? {} : { status }),
    };
  }

  /** What Node's `console` and `util.inspect` print: the record and the stack. A cause may hold what a log must not. */
  [INSPECT](): string {
    const { message, name, ...facts } = this.toJSON();
    return `${this.stack ?? `${name}: ${message}`}\n  ${JSON.stringify(facts)}`;
  }
}

/** Recognises a `BonafideError`, also one that another copy of this code threw. */
export function isBonafideError(error: unknown): error is BonafideError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[BRAND] === true;
}
