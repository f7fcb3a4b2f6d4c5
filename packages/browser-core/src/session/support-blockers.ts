import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SupportReport } from '../camera/camera.ts';

/** Without a camera of its own, a session minds none of these. */
const ABOUT_CAMERA: ReadonlySet<ErrorCode> = new Set([
  'no-camera',
  'permissions-policy-blocked',
  'permission-denied',
  'in-app-browser',
]);

/** What makes a start pointless, in our words; a blocker that nobody knows is an unsupported browser. */
export function supportBlockers(report: SupportReport, hasVideoSource: boolean): readonly ErrorCode[] {
  return report.blockers
    .map((blocker): ErrorCode => (isErrorCode(blocker) ? blocker : 'unsupported-browser'))
    .filter((code) => !(hasVideoSource && ABOUT_CAMERA.has(code)));
}

function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERROR_CODES, value);
}
