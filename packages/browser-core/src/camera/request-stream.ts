import { BrowserCoreError } from '../browser-core-error.ts';
import type { CameraPorts, MediaDevicesPort } from './camera-ports.ts';

export interface StreamRequest {
  readonly mediaDevices: MediaDevicesPort;
  readonly constraints: MediaTrackConstraints | true;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly after: CameraPorts['after'];
}

/**
 * `getUserMedia` that can be given up: it has no cancel of its own, so a stream that arrives after the abort or the
 * deadline is stopped at once. Never asks for sound. Rejects with the signal's reason, `permission-dismissed` at the
 * deadline, or the browser's own error.
 */
export function requestStream(request: StreamRequest): Promise<MediaStream> {
  const { mediaDevices, constraints, signal, timeoutMs, after } = request;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      signal.removeEventListener('abort', onAbort);
      callOff();
      act();
    };
    const onAbort = (): void => settle(() => reject(signal.reason as Error));
    const callOff = after(timeoutMs, () =>
      settle(() =>
        reject(new BrowserCoreError('permission-dismissed', 'The question for the camera stayed unanswered.')),
      ),
    );
    signal.addEventListener('abort', onAbort);
    const arrived = (stream: MediaStream): void => (settled ? stopStream(stream) : settle(() => resolve(stream)));
    const refused = (error: unknown): void => settle(() => reject(error as Error));
    mediaDevices.getUserMedia({ video: constraints, audio: false }).then(arrived, refused);
  });
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
