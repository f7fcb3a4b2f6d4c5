/** How a scenario may have a session end. The first four are those of the block `Verification`. */
export const SCRIPTED_ENDS = [
  'verified',
  'rejected',
  'aborted',
  'error',
  'already-enrolled',
  'locked-out',
  'session-expired',
  'session-error',
  'session-aborted',
] as const;

export type ScriptedEnd = (typeof SCRIPTED_ENDS)[number];
