export interface RetryBudgetOptions {
  readonly capacity?: number;
  readonly retryCost?: number;
  readonly throttleCost?: number;
  readonly successGain?: number;
}

/** Stops a client from multiplying an outage: retries are paid for, successes earn. One per client instance. */
export interface RetryBudget {
  /** Pays for one retry. False: the budget is spent, do not retry. */
  take(cause: 'failure' | 'throttle'): boolean;
  /** Says that a call succeeded; what its own retries `spent` comes back. */
  succeed(spent: number): void;
  readonly balance: number;
  readonly costOf: Readonly<Record<'failure' | 'throttle', number>>;
}

/** A token bucket. Default figures are those of the AWS SDKs' standard retry mode: 500, 14 a retry, 5 a throttled one. */
export function createRetryBudget(options: RetryBudgetOptions = {}): RetryBudget {
  const { capacity = 500, retryCost = 14, throttleCost = 5, successGain = 1 } = options;
  const costOf = { failure: retryCost, throttle: throttleCost };
  let balance = capacity;
  return {
    take(cause) {
      const cost = costOf[cause];
      if (balance < cost) return false;
      balance -= cost;
      return true;
    },
    succeed(spent) {
      balance = Math.min(capacity, balance + (spent > 0 ? spent : successGain));
    },
    get balance() {
      return balance;
    },
    costOf,
  };
}
