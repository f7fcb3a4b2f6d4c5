import type { FlowRow } from '../database/schema.ts';
import type { HostedEnding } from '../hosted/hosted-owner.ts';

/**
 * `error_code` by how a check ended without a decision. `SESSION_TIMEOUT` is the only one that the web guide prints; the
 * others are the native SDK's `errorCode` words for the same, which is our guess.
 */
const ERROR_CODES = { expired: 'SESSION_TIMEOUT', cancelled: 'USER_CANCELLED', undecided: 'VERIFICATION' } as const;

/**
 * Where the browser goes back to. Approved or rejected alike it is the address of success: the decision is read by the
 * partner's server. The address of failure is for what came to no decision.
 */
export function toReturnAddress(
  flow: Pick<FlowRow, 'success_redirection_url' | 'failure_redirection_url' | 'partner_session_id'>,
  ending: HostedEnding,
): string | null {
  const { success_redirection_url: success, failure_redirection_url: failure } = flow;
  const session = ['partner_session_id', flow.partner_session_id ?? ''] as const;
  const isDecided = ending.kind === 'concluded' && ending.attempt !== null && ending.verdict.outcome !== 'error';
  if (isDecided) return withQuery(success, [['status', 'COMPLETED'], session]);
  const errorCode = ERROR_CODES[ending.kind === 'concluded' ? 'undecided' : ending.kind];
  return withQuery(failure, [['status', 'ERROR'], session, ['error_code', errorCode]]);
}

/** What the partner's address says already stays. */
function withQuery(address: string | null, parameters: readonly (readonly [string, string])[]): string | null {
  if (address === null) return null;
  const url = new URL(address);
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  return url.href;
}
