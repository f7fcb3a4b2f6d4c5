/** What a browser says of a camera that is asked for. */
export type CameraAccess =
  | 'granted'
  /** The person, or the browser for them, says no. */
  | 'denied'
  /** The question is closed without an answer. */
  | 'dismissed'
  /** Another program holds it. */
  | 'in-use'
  /** There is none. */
  | 'missing';

/** How a browser refuses it: the name and the words of its error. */
const REFUSALS = {
  denied: ['NotAllowedError', 'Permission denied'],
  dismissed: ['NotAllowedError', 'Permission dismissed'],
  'in-use': ['NotReadableError', 'Could not start video source'],
  missing: ['NotFoundError', 'Requested device not found'],
} as const;

/** The error with which the camera is refused; null where it is not. */
export function toRefusal(access: CameraAccess): DOMException | null {
  if (access === 'granted') return null;
  const [name, words] = REFUSALS[access];
  return new DOMException(words, name);
}

export function permissionOf(access: CameraAccess): PermissionState {
  if (access === 'denied') return 'denied';
  return access === 'dismissed' ? 'prompt' : 'granted';
}
