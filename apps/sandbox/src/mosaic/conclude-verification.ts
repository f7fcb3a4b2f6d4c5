import type { HostedEnding } from '../hosted/hosted-owner.ts';
import type { HostedCause } from '../hosted/hosted-words.ts';
import { MOSAIC_EXAMPLES } from '../scenarios/mosaic-examples.ts';
import type { VerificationRow } from '../database/schema.ts';
import type { StoredResult } from './stored-result.ts';
import { type Checks, toChecks } from './to-checks.ts';
import { toVerifiedInfo } from './to-verified-info.ts';

/** Nothing was decided, and nothing that a person could look at either: the session failed. */
const FAILURES: ReadonlySet<HostedCause> = new Set(['technical', 'no-attempts', 'no-reference']);

/**
 * What a session came to; null where it came to no decision. A scenario goes before a mock, and that before the checks. There
 * is no plain "rejected": what fails without fraud is `CHALLENGE`. Pure.
 */
export function concludeVerification(
  row: Pick<VerificationRow, 'kind' | 'mock' | 'scenario'>,
  ending: HostedEnding,
  at: Date,
): StoredResult | null {
  if (ending.kind !== 'concluded') return null;
  const { verdict, attempt } = ending;
  if (verdict.cause !== null && FAILURES.has(verdict.cause)) return null;
  const ordered = row.scenario?.verification ?? row.mock?.recommendation?.toLowerCase();
  if (ordered === 'failed') return null;
  if (ordered !== undefined) return only(row.kind, MOSAIC_EXAMPLES[ordered as keyof typeof MOSAIC_EXAMPLES]);
  const checks = attempt?.evidence ? toChecks(attempt.evidence) : {};
  const recommendation = recommend(verdict.outcome === 'passed', checks);
  const info = attempt?.document ? toVerifiedInfo(attempt.document, at) : {};
  return only(row.kind, { status: 'complete', recommendation, ...info, checks });
}

/** The worst that a check says, and never more than the pictures as a whole came to. */
function recommend(isPassed: boolean, checks: Checks): NonNullable<StoredResult['recommendation']> {
  const said = Object.values(checks).map((check) => (check as { recommendation?: string }).recommendation);
  if (said.includes('DENY')) return 'DENY';
  return isPassed && !said.includes('CHALLENGE') ? 'ALLOW' : 'CHALLENGE';
}

/** A face authentication is answered with the decision alone. */
function only(kind: VerificationRow['kind'], result: StoredResult): StoredResult {
  if (kind === 'verification') return result;
  const { status, recommendation } = result;
  return { status, ...(recommendation && { recommendation }) };
}
