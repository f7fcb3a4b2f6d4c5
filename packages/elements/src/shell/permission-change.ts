import type { SessionFailure } from '@bonafide/browser-core/session';

/** As much of a snapshot as tells about the camera permission. */
export interface PermissionSnapshot {
  readonly phase: string;
  readonly failure: SessionFailure | null;
}

/** What has become of the camera permission between two snapshots; null: nothing. */
export function permissionChange(
  before: PermissionSnapshot,
  now: PermissionSnapshot,
): 'prompt' | 'granted' | 'denied' | 'dismissed' | null {
  if (now.phase === 'requesting-permission') return before.phase === now.phase ? null : 'prompt';
  if (before.phase !== 'requesting-permission') return null;
  if (now.failure === null) return now.phase === 'cancelled' || now.phase === 'idle' ? null : 'granted';
  if (now.failure.code === 'permission-denied') return 'denied';
  return now.failure.code === 'permission-dismissed' ? 'dismissed' : null;
}
