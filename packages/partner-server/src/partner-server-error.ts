import { BonafideError } from '#wire/errors.js';

/** What whoever runs the partner's backend can do next. */
export type OperatorAction =
  | 'retry-later'
  | 'check-credentials'
  | 'check-configuration'
  | 'fix-request'
  | 'fix-integration'
  | 'start-over'
  | 'ask-user'
  | 'keep-waiting'
  | 'contact-gateway'
  | 'none';

interface CodeEntry {
  /** Whether the same call may succeed when it is made again later. */
  readonly retryable: boolean;
  readonly userAction: OperatorAction;
}

const entry = (retryable: boolean, userAction: OperatorAction): CodeEntry => ({ retryable, userAction });

/** Every code that this package throws. A new code exists only where it is handled differently. */
export const PARTNER_SERVER_ERRORS = {
  'credentials-rejected': entry(false, 'check-credentials'),
  'token-rejected': entry(true, 'check-credentials'),
  forbidden: entry(false, 'check-configuration'),
  'request-rejected': entry(false, 'fix-request'),
  'not-found': entry(false, 'start-over'),
  conflict: entry(false, 'start-over'),
  'location-required': entry(false, 'ask-user'),
  'consent-required': entry(false, 'ask-user'),
  'image-unsupported': entry(false, 'ask-user'),
  'image-too-large': entry(false, 'ask-user'),
  'locked-out': entry(true, 'retry-later'),
  'evidence-rejected': entry(false, 'contact-gateway'),
  'rate-limited': entry(true, 'retry-later'),
  server: entry(true, 'retry-later'),
  network: entry(true, 'retry-later'),
  timeout: entry(true, 'retry-later'),
  'invalid-response': entry(false, 'contact-gateway'),
  'still-processing': entry(true, 'keep-waiting'),
  'session-ended': entry(false, 'start-over'),
  'return-rejected': entry(false, 'start-over'),
  'body-not-raw': entry(false, 'fix-integration'),
  'webhook-rejected': entry(false, 'none'),
  'store-unavailable': entry(true, 'retry-later'),
} as const satisfies Record<string, CodeEntry>;

export type PartnerServerErrorCode = keyof typeof PARTNER_SERVER_ERRORS;

/** What an error knows besides its code; `cause` is never shown. */
export interface PartnerServerErrorFacts {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly gatewayCauses?: readonly string[];
  readonly cause?: unknown;
}

const BRAND = Symbol.for('bonafide.partner-server.error');
const NAME: string = 'PartnerServerError';

/**
 * Everything that this package throws on purpose, except programmer mistakes (`TypeError`) and a caller's own abort
 * (`signal.reason`). Holds no token, secret, header, body or personal information.
 */
export class PartnerServerError extends BonafideError<PartnerServerErrorCode> {
  override readonly name: string = NAME;
  /** What the server asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The gateway's own words for why, such as `ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT`. An open list. */
  readonly gatewayCauses: readonly string[];

  constructor(code: PartnerServerErrorCode, message: string, facts: PartnerServerErrorFacts = {}) {
    super(code, message, {
      ...PARTNER_SERVER_ERRORS[code],
      ...(facts.status === undefined ? {} : { status: facts.status }),
      ...(facts.requestId === undefined ? {} : { requestId: facts.requestId }),
      ...('cause' in facts ? { cause: facts.cause } : {}),
    });
    this.retryAfterMs = facts.retryAfterMs;
    this.gatewayCauses = facts.gatewayCauses ?? [];
    Object.defineProperty(this, BRAND, { value: true });
  }

  override toJSON(): ReturnType<BonafideError<PartnerServerErrorCode>['toJSON']> & {
    readonly gatewayCauses?: readonly string[];
  } {
    return { ...super.toJSON(), ...(this.gatewayCauses.length > 0 ? { gatewayCauses: this.gatewayCauses } : {}) };
  }
}

/** Recognises a `PartnerServerError`, also one that another copy of this package threw. */
export function isPartnerServerError(error: unknown): error is PartnerServerError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[BRAND] === true;
}
