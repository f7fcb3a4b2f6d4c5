import type { VerificationResult, VerifiedInfo } from '@bonafide/contracts/mosaic';
import { toOutcomeMosaic } from '@bonafide/contracts/outcome';
import type { Outcome } from '@bonafide/contracts/outcome';
import type { PartnerServerError } from '../partner-server-error.ts';
import { toJourneyVariable } from './verified-result.ts';
import type { VerifiedResult } from './verified-result.ts';
import type { DecidedResult } from './wait-for-result.ts';

/** Where a journey goes on: proceed; look closer or take another step; end, since fraud is likely; or the session failed. */
export type MosaicBranch =
  | {
      readonly kind: 'allow' | 'challenge' | 'deny';
      readonly sessionId: string;
      /** Personal data. */
      readonly result: VerifiedResult;
      /** The result by the name of the output variable, as a journey's expressions read it. Personal data. */
      readonly variables: Readonly<Record<string, VerificationResult & { readonly verified_info: VerifiedInfo }>>;
      /** The same on the axes that all gateways share. */
      readonly outcome: Outcome;
    }
  | { readonly kind: 'error'; readonly error: PartnerServerError };

const KINDS = { ALLOW: 'allow', CHALLENGE: 'challenge', DENY: 'deny' } as const;

/** The branch of a decision. Pure. */
export function toMosaicBranch(result: DecidedResult, outputVariable = 'identity_result'): MosaicBranch {
  const { sessionId, recommendation, body } = result;
  return {
    kind: KINDS[recommendation],
    sessionId,
    result,
    variables: { [outputVariable]: toJourneyVariable(result) },
    outcome: toOutcomeMosaic({ from: 'result', body }),
  };
}

/** The branch of a session that came to no decision. */
export function toErrorBranch(error: PartnerServerError): MosaicBranch {
  return { kind: 'error', error };
}
