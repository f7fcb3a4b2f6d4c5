/** Numbered tokens of a fake gateway. */
export interface TokenSeries {
  issue(): string;
  isGood(token: string | undefined): boolean;
  /** From now on, none of those before is good. */
  revoke(): void;
}

export function createTokenSeries(prefix: string): TokenSeries {
  let serial = 0;
  let oldestGood = 1;
  return {
    issue: () => `${prefix}${(serial += 1)}`,
    isGood(token = '') {
      const number = token.startsWith(prefix) ? Number(token.slice(prefix.length)) : 0;
      return number >= oldestGood && number <= serial;
    },
    revoke() {
      oldestGood = serial + 1;
    },
  };
}
