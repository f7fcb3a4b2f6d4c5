import { BrowserCoreError } from '../browser-core-error.ts';
import type { CameraPorts } from './camera-ports.ts';

/**
 * A failure of `getUserMedia` in our words, told by `DOMException.name`. A refusal and a prompt that was closed share a
 * name; the permission's state afterwards tells them apart, and only where no browser tells it Chromium's words do.
 */
export async function toCameraError(error: unknown, ports: CameraPorts): Promise<BrowserCoreError> {
  const cause = { cause: error };
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'PermissionDismissedError':
    case 'SecurityError':
      return await toPermissionError(error, ports);
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return new BrowserCoreError('no-camera', 'No camera was found.', cause);
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return new BrowserCoreError(
        'camera-in-use',
        'The camera is there but does not start; something may hold it.',
        cause,
      );
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return new BrowserCoreError('camera-overconstrained', 'No camera can do what was asked.', cause);
    case 'TypeError':
      return new BrowserCoreError('unsupported-browser', 'This browser does not take the request for a camera.', cause);
    default:
      return new BrowserCoreError('internal', 'The camera failed in a way that no browser documents.', cause);
  }
}

/** Whether another constraint set or camera may still work after this failure. */
export function isWorthAnotherTry(error: unknown): boolean {
  const name = nameOf(error);
  return [
    'OverconstrainedError',
    'ConstraintNotSatisfiedError',
    'NotFoundError',
    'NotReadableError',
    'AbortError',
  ].includes(name);
}

async function toPermissionError(error: unknown, ports: CameraPorts): Promise<BrowserCoreError> {
  const cause = { cause: error };
  if (ports.policyAllowsCamera() === false) {
    return new BrowserCoreError(
      'permissions-policy-blocked',
      'The Permissions-Policy of this page forbids the camera.',
      cause,
    );
  }
  const state = await ports.permission();
  const worded = error instanceof Error && /dismissed/i.test(error.message);
  const dismissed =
    state === 'prompt' || (state !== 'denied' && (worded || nameOf(error) === 'PermissionDismissedError'));
  return dismissed
    ? new BrowserCoreError('permission-dismissed', 'The question for the camera was closed without an answer.', cause)
    : new BrowserCoreError('permission-denied', 'The camera was refused.', cause);
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
