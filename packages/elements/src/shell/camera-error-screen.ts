import type { ErrorCode } from '@bonafide/contracts/codes';

/** Which screen a failed start of a camera gets: those that tell what to do about it, else the general one. */
export function cameraErrorScreen(
  code: ErrorCode | undefined,
): 'permission-denied' | 'no-camera' | 'camera-in-use' | 'error' {
  switch (code) {
    case 'permission-denied':
    case 'permission-dismissed':
      return 'permission-denied';
    case 'no-camera':
    case 'camera-lost':
      return 'no-camera';
    case 'camera-in-use':
    case 'camera-muted':
      return 'camera-in-use';
    default:
      return 'error';
  }
}
