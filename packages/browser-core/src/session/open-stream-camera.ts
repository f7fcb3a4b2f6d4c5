import { BrowserCoreError } from '../browser-core-error.ts';
import type { Camera, CameraDescription, CameraInterruption } from '../camera/camera.ts';

/**
 * A stream of the caller's in the place of a camera: a recording, a canvas, a remote track. Works on clones, so that
 * closing it leaves the caller's tracks alone. Rejects with `camera-lost` when no live picture comes from it.
 */
export async function openStreamCamera(source: MediaStream, signal: AbortSignal): Promise<Camera> {
  signal.throwIfAborted();
  const track = source.getVideoTracks()[0]?.clone();
  if (track === undefined || track.readyState !== 'live') {
    track?.stop();
    throw new BrowserCoreError('camera-lost', 'videoSource has no live video track');
  }
  const life = new AbortController();
  const description: CameraDescription = {
    deviceId: track.getSettings().deviceId ?? track.id,
    label: track.label,
    facing: 'unknown',
    kind: 'virtual',
  };
  const camera: Camera = {
    stream: new MediaStream([track]),
    description,
    settings: track.getSettings(),
    list: () => Promise.resolve([description]),
    switchTo: () => Promise.resolve(camera),
    onInterruption(listener) {
      const stop = new AbortController();
      const options = { signal: AbortSignal.any([stop.signal, life.signal]) };
      const events: readonly [string, CameraInterruption][] = [
        ['mute', 'muted'],
        ['unmute', 'unmuted'],
        ['ended', 'ended'],
      ];
      for (const [event, interruption] of events) track.addEventListener(event, () => listener(interruption), options);
      return () => stop.abort();
    },
    close() {
      life.abort();
      track.stop();
    },
  };
  signal.addEventListener('abort', () => camera.close(), { once: true });
  return camera;
}
