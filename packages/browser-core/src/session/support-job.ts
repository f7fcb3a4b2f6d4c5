import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SupportReport } from '../camera/camera.ts';
import type { SessionPorts } from './ports.ts';
import { supportBlockers } from './support-blockers.ts';

interface SupportChecked {
  readonly type: 'support-checked';
  readonly blockers: readonly ErrorCode[];
}

/** The work of `checking`: what stands in the way, told to the listeners and to the machine. */
export function supportJob(
  checkSupport: SessionPorts['checkSupport'],
  hasVideoSource: boolean,
  onSupport: (support: SupportReport) => void,
): (signal: AbortSignal, report: (outcome: SupportChecked) => void) => Promise<void> {
  return async (signal, report) => {
    const support = await checkSupport({ signal });
    if (signal.aborted) return;
    onSupport(support);
    report({ type: 'support-checked', blockers: supportBlockers(support, hasVideoSource) });
  };
}
