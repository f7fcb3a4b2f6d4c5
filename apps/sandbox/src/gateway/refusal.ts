/** An answer of the gateway that is not success, thrown to where the envelope is written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  /** Text or number, whichever the operation's table prints. */
  readonly code: string | number;
  readonly reason: string;
  readonly retryAfterSeconds: number | null;

  constructor(
    status: RefusalStatus,
    code: string | number,
    reason: string,
    options: { readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(reason);
    this.status = status;
    this.code = code;
    this.reason = reason;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
